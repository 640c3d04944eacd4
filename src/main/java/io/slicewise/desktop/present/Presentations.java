package io.slicewise.desktop.present;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.OverRange;
import io.slicewise.story.deck.SlideTopic;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Starts shows, one at a time, and remembers for each document that is open how it is presented. */
public final class Presentations {
    private final Stage owner;
    private final Words words;
    private final Look look;
    private final AlertLevel alert;
    private final ChartActions charts;
    private final Background background;
    private final Map<Document, ObjectProperty<PresentationSettings>> manners = new WeakHashMap<>();
    private final Latest latest;
    private @Nullable Performance running;

    /**
     * @param owner the window that documents are edited in; the audience gets another screen than it where there is one
     * @param words the language of everything around the slides
     * @param charts what a chart's menu does
     * @param background where what takes longer than a frame is worked out
     */
    public Presentations(
            Stage owner, Words words, Look look, AlertLevel alert, ChartActions charts, Background background) {
        this.owner = owner;
        this.words = words;
        this.look = look;
        this.alert = alert;
        this.charts = charts;
        this.background = background;
        latest = new Latest(background);
    }

    /** Presents a document from its first slide. */
    public void present(Document document) {
        speakAsTheWindow(document);
        beginAtFirst(document);
    }

    /** Presents a document from the slide that was shown last. */
    public void resume(Document document) {
        speakAsTheWindow(document);
        begin(document, manner(document).get().last());
    }

    private void beginAtFirst(Document document) {
        begin(document, manner(document).get().plan().shown().getFirst());
    }

    /** A show that is to begin is in the language of the window; another one is chosen for each show anew. */
    private void speakAsTheWindow(Document document) {
        if (running == null || !running.isOf(document)) {
            ObjectProperty<PresentationSettings> manner = manner(document);
            manner.set(manner.get().withLanguage(words.language()));
        }
    }

    private void begin(Document document, SlideTopic from) {
        Performance before = running;
        if (before != null && before.isOf(document)) {
            before.toFront();
            return;
        }
        if (before != null) {
            before.finish();
        }
        Show.find(document, manner(document).get().language(), latest, range -> start(document, range, from));
    }

    private void start(Document document, OverRange range, SlideTopic from) {
        Look wall = new Look();
        wall.themeProperty().set(look.dark().getValue() ? Theme.DARK : Theme.LIGHT);
        wall.presentationProperty().set(true);
        Performance now = new Performance(
                new Show(document, range, alert, manner(document), from, background),
                manner(document),
                words,
                wall,
                charts,
                this::ended);
        running = now;
        now.start(owner);
    }

    private void ended() {
        running = null;
        if (owner.isShowing()) {
            owner.toFront();
            owner.requestFocus();
        }
    }

    /** Ends what is running without asking; what was only tried out is dropped. */
    public void close() {
        latest.stop();
        Performance now = running;
        if (now != null) {
            now.finish();
        }
    }

    /** Asks how a document is to be presented, and presents it when told so. */
    public void setUp(Document document) {
        speakAsTheWindow(document);
        ObjectProperty<PresentationSettings> manner = manner(document);
        Stage dialog = new Stage();
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.titleProperty().bind(words.of("present.setup"));
        Button start = Sheet.button(words, "present.setup.start", () -> {
            dialog.close();
            beginAtFirst(document);
        });
        start.setDefaultButton(true);
        start.getStyleClass().add("primary");
        Button cancel = Sheet.button(words, "present.setup.close", dialog::close);
        cancel.setCancelButton(true);
        HBox buttons = new HBox(start, cancel);
        buttons.getStyleClass().add("sheet-buttons");
        Sheet sheet = new Sheet(
                words,
                "present.setup",
                new SetupPane(manner, document.figuresProperty(), Show.planning(document, words.language()), words),
                buttons);
        sheet.getStyleClass().add("dialog-sheet");
        StackPane root = new StackPane(sheet);
        root.getStylesheets().add(Sheet.STYLE);
        Scene scene = new Scene(root);
        look.dress(scene);
        dialog.setScene(scene);
        dialog.setResizable(false);
        dialog.show();
        Platform.runLater(start::requestFocus);
    }

    private ObjectProperty<PresentationSettings> manner(Document document) {
        return manners.computeIfAbsent(
                document, _ -> new SimpleObjectProperty<>(PresentationSettings.in(words.language())));
    }
}
