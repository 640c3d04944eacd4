package io.slicewise.desktop.help;

import io.slicewise.desktop.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The help: the contents at the left, the page of what is read about at the right. */
public final class HelpView extends BorderPane {
    private static final String SHEET =
            Objects.requireNonNull(HelpView.class.getResource("help.css")).toExternalForm();

    private final Words words;
    private final ObjectProperty<HelpTopic> topic = new SimpleObjectProperty<>(this, "topic", Chapter.START);
    private final Map<Chapter, ToggleButton> entries = new EnumMap<>(Chapter.class);
    private final ScrollPane scroll = new ScrollPane();

    public HelpView(Words words) {
        this.words = words;
        getStyleClass().add("help-view");
        getStylesheets().add(SHEET);
        VBox contents = contents();
        ScrollPane left = new ScrollPane(contents);
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.getStyleClass().add("help-contents-pane");
        setLeft(left);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("help-scroll");
        setCenter(scroll);
        topic.subscribe(this::show);
        words.languageProperty().subscribe(_ -> show(topic.get()));
    }

    /** What is read about. */
    public ObjectProperty<HelpTopic> topicProperty() {
        return topic;
    }

    private VBox contents() {
        VBox box = new VBox();
        box.getStyleClass().add("help-contents");
        box.accessibleTextProperty().bind(words.of("help.contents"));
        box.getChildren().add(heading("help.guide"));
        for (Chapter chapter : Chapter.values()) {
            if (chapter == Chapter.KEYBOARD) {
                box.getChildren().add(heading("help.reference"));
            }
            box.getChildren().add(entry(chapter));
        }
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        return box;
    }

    private Label heading(String key) {
        Label label = new Label();
        label.getStyleClass().add("help-group");
        label.textProperty().bind(words.of(key));
        return label;
    }

    private ToggleButton entry(Chapter chapter) {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().addAll("quiet", "help-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.textProperty().bind(words.of(chapter.title()));
        button.setOnAction(_ -> {
            topic.set(chapter);
            button.setSelected(true);
        });
        entries.put(chapter, button);
        return button;
    }

    /** Up and Down go through the contents and show what they come to. */
    private void walk(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step == 0) {
            return;
        }
        Chapter[] all = Chapter.values();
        int next = Math.clamp(topic.get().chapter().ordinal() + step, 0, all.length - 1);
        topic.set(all[next]);
        ToggleButton entry = entries.get(all[next]);
        if (entry != null) {
            entry.requestFocus();
        }
        event.consume();
    }

    private void show(HelpTopic now) {
        entries.forEach((chapter, entry) -> entry.setSelected(chapter == now.chapter()));
        HelpPage page = new HelpPage(now.chapter(), words, topic::set);
        scroll.setContent(page);
        scroll.setVvalue(0);
        if (now instanceof Term term) {
            page.entry(term).ifPresent(this::bringUp);
        }
    }

    /** Lights an entry of the glossary and scrolls to it, once it is known where it stands. */
    private void bringUp(Node entry) {
        entry.pseudoClassStateChanged(HelpPage.LIT, true);
        scroll.applyCss();
        scroll.layout();
        double top = entry.getBoundsInParent().getMinY() + entry.getParent().getLayoutY();
        double room = scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(room <= 0 ? 0 : Math.clamp((top - 12) / room, 0, 1));
    }
}
