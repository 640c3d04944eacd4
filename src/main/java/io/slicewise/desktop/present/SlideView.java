package io.slicewise.desktop.present;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.look.Look;
import io.slicewise.page.Slides;
import io.slicewise.story.deck.Slide;
import io.slicewise.story.deck.SlideTopic;
import io.slicewise.text.Messages;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A slide of a show at whatever size: type and distances follow the size of the view, so that a wall and a thumbnail
 * show the same. It follows the place in the show that it is given, and whatever changes in the show.
 */
final class SlideView extends BorderPane {
    private static final double WIDTH_EMS = 58;
    private static final double HEIGHT_EMS = 33;

    /** What a slide view can do beyond showing: on the wall more than in a thumbnail. */
    record Kind(boolean live, BooleanSupplier moving) {
        /** A picture of a slide. */
        static final Kind STILL = new Kind(false, () -> false);
    }

    private final Show show;
    private final Look look;
    private final ChartActions actions;
    private final Kind kind;
    private final ObservableValue<Show.Place> place;
    private final Label title = SlideBody.label("slide-title");
    private final Label lead = SlideBody.label("slide-lead");
    private final Label name = new Label();
    private final Label tried = new Label();
    private final Label number = new Label();
    private final Label notes = SlideBody.label("block-note");
    private final VBox head = new VBox(title, lead);
    private final Subscription subscription;
    private @Nullable SlideBody body;
    private @Nullable SlideTopic topic;
    private double em = 16;

    SlideView(Show show, ObservableValue<Show.Place> place, Look look, ChartActions actions, Kind kind) {
        this.show = show;
        this.place = place;
        this.look = look;
        this.actions = actions;
        this.kind = kind;
        getStyleClass().add("slide");
        head.getStyleClass().add("slide-head");
        name.getStyleClass().add("slide-foot");
        tried.getStyleClass().addAll("slide-foot", "tried");
        tried.visibleProperty().bind(show.whatIf().changed());
        tried.setMinWidth(USE_PREF_SIZE);
        number.getStyleClass().add("slide-foot");
        number.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(name, tried, space, number);
        foot.getStyleClass().add("slide-feet");
        setTop(head);
        setBottom(new VBox(notes, foot));
        setMinSize(0, 0);
        setMouseTransparent(!kind.live());
        subscription = place.subscribe(this::refresh)
                .and(show.plannerProperty().subscribe(this::refresh))
                .and(show.deckProperty().subscribe(this::refresh))
                .and(show.whatIf().scenario().subscribe(this::refresh))
                .and(show.words().languageProperty().subscribe(this::refresh))
                .and(look.dark().subscribe(this::refresh));
        refresh();
    }

    /** Lets go of the show. */
    void close() {
        subscription.unsubscribe();
    }

    private void refresh() {
        Show.Place at = place.getValue();
        int index = show.deck().indexOf(at.topic());
        if (index < 0) {
            return;
        }
        Slide slide = show.deck().slides().get(index);
        Messages words = Messages.in(show.words().language());
        title.setText(words.say(slide.title()));
        lead.setText(words.say(slide.lead(at.step())));
        name.setText(show.foot());
        tried.setText(words.say("present.tried"));
        number.setText(
                words.say("present.number", index + 1, show.deck().slides().size()));
        SlideBody shown = body;
        if (shown == null || slide.topic() != topic) {
            shown = body(slide.topic());
            body = shown;
            topic = slide.topic();
            shown.setEm(em);
            setCenter(shown);
        }
        Slides.Shown about = show.shown();
        SlideBody.View view = new SlideBody.View(
                slide,
                Slides.of(slide, about, show.addressee()),
                at.step(),
                show.whatIf().scenario().getValue(),
                about,
                show.manner().audience(),
                words,
                look.dark().getValue());
        shown.show(view);
        notes.setText(shown.hasNotes() ? "" : view.notes());
        boolean noted = !notes.getText().isEmpty();
        notes.setVisible(noted);
        notes.setManaged(noted);
    }

    private SlideBody body(SlideTopic of) {
        return switch (of) {
            case SUMMARY -> new SummaryBody(actions, kind.live());
            case PARTITION -> new PartitionBody();
            case FIGURES -> new MorphBody(kind.live() ? show.whatIf() : null, kind.moving());
            case WHY -> new ChartBody(actions, kind.live(), false);
            case ANALOGY -> new ChartBody(actions, kind.live(), true);
            case PURPOSES -> new UsesBody();
            case PLAN, RECOMMENDATION -> new PointsBody("findings-body", PointsBody.Mark.NUMBER);
            case COURSE, SIZES, WHEN, MONEY, POWER, ALTERNATIVES -> new BlocksBody(actions, kind.live());
            case ARITHMETIC -> new ArithmeticBody();
            case SOURCES -> new PointsBody("points-body", PointsBody.Mark.DOT);
        };
    }

    /** The type follows the size, before anything is laid out by it. */
    @Override
    public void resize(double width, double height) {
        double now = Math.max(2, Math.min(width / WIDTH_EMS, height / HEIGHT_EMS));
        if (Math.abs(now - em) > 0.05) {
            em = now;
            setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", em));
            setPadding(new Insets(1.6 * em, 2.4 * em, 0.9 * em, 2.4 * em));
            if (body != null) {
                body.setEm(em);
            }
        }
        super.resize(width, height);
    }
}
