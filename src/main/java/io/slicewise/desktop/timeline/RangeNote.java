package io.slicewise.desktop.timeline;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.RangeMoment;
import io.slicewise.desktop.words.Words;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Wording;
import io.slicewise.usage.timeline.PerInstanceStatistic;
import io.slicewise.usage.timeline.Timeline;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Says which moment of a range the figures of a document are of, on the screens that show one moment, and opens what the
 * readings of the whole range come to as a scenario of its own. Not there where a document holds no range.
 */
public final class RangeNote extends HBox {
    private static final Map<PerInstanceStatistic, String> WAYS = new EnumMap<>(Map.of(
            PerInstanceStatistic.MEAN, "timeline.over.mean",
            PerInstanceStatistic.P95, "timeline.over.p95",
            PerInstanceStatistic.PEAK, "timeline.over.peak"));

    private final Document document;
    private final Words words;
    private final Background background;
    private final Consumer<Scenario> open;

    /** @param open opens a scenario as a document of its own */
    public RangeNote(Document document, Words words, Background background, Consumer<Scenario> open) {
        this.document = document;
        this.words = words;
        this.background = background;
        this.open = open;
        getStyleClass().add("range-note");
        Label moment = new Label();
        moment.getStyleClass().add("muted");
        moment.setMinWidth(0);
        moment.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(moment, Priority.ALWAYS);
        moment.textProperty()
                .bind(words.languageProperty()
                        .flatMap(language -> document.contentProperty()
                                .map(content -> RangeMoment.said(content, language))
                                .map(words::now))
                        .orElse(""));
        getChildren().addAll(moment, ways());
        visibleProperty().bind(document.contentProperty().map(content -> content.timeline() != null));
        managedProperty().bind(visibleProperty());
    }

    private MenuButton ways() {
        MenuButton ways = new MenuButton();
        ways.setMinWidth(USE_PREF_SIZE);
        ways.textProperty().bind(words.of("timeline.over"));
        ways.accessibleTextProperty().bind(ways.textProperty());
        WAYS.forEach((reading, key) -> {
            MenuItem item = new MenuItem();
            item.textProperty().bind(words.of(key));
            item.setOnAction(_ -> open(reading));
            ways.getItems().add(item);
        });
        return ways;
    }

    private void open(PerInstanceStatistic reading) {
        Timeline timeline = document.content().timeline();
        if (timeline == null) {
            return;
        }
        Scenario now = document.scenario();
        String what = words.now(Objects.requireNonNull(WAYS.get(reading)));
        String notes = words.now(
                "timeline.over.notes",
                what,
                RangeMoment.moment(timeline, timeline.start(), words.language()),
                RangeMoment.moment(timeline, timeline.end() - timeline.step(), words.language()));
        background.start(
                _ -> timeline.over(now.fleet(), reading),
                fleet -> open.accept(Scenario.empty(now.name().in(words.language()) + " · " + what)
                        .withFleet(fleet)
                        .withWeights(now.weights())
                        .withNotes(Wording.of(notes))));
    }
}
