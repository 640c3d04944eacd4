package io.slicewise.desktop.story;

import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A section of the page: its heading with a button that copies it as text, and its body. */
final class SectionView extends VBox {
    private static final Duration SAID = Duration.seconds(2);

    private final Part part;
    private final Body body;
    private final ExplainActions actions;
    private final SimpleObjectProperty<@Nullable Section> section = new SimpleObjectProperty<>(this, "section");
    private final BooleanProperty copied = new SimpleBooleanProperty(this, "copied", false);
    private final PauseTransition forget = new PauseTransition(SAID);

    SectionView(Part part, Body body, Words words, ExplainActions actions) {
        this.part = part;
        this.body = body;
        this.actions = actions;
        getStyleClass().addAll("explain-section", "explain-" + part.id());
        Label title = Nodes.label("", "explain-heading");
        if (part == Part.ANALOGY) {
            title.getStyleClass().add("term-analogy");
        }
        title.textProperty().bind(section.map(Section::title).orElse(""));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button copy = new Button();
        copy.setGraphic(Icon.COPY.node());
        copy.getStyleClass().addAll("quiet", "explain-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.textProperty().bind(copied.flatMap(done -> words.of(done ? "explain.copied" : "explain.copy")));
        copy.accessibleTextProperty()
                .bind(copy.textProperty().flatMap(does -> title.textProperty().map(of -> does + ": " + of)));
        copy.setOnAction(_ -> copy());
        forget.setOnFinished(_ -> copied.set(false));
        HBox head = new HBox(title, copy);
        head.getStyleClass().add("explain-head");
        getChildren().addAll(head, body.node());
    }

    Part part() {
        return part;
    }

    void show(ExplainModel.Shown shown) {
        section.set(shown.page().section(part));
        body.show(shown);
    }

    void setWide(boolean wide) {
        body.setWide(wide);
    }

    /** Puts the section on the clipboard, and says so for a moment. */
    void copy() {
        Section now = section.get();
        if (now != null) {
            actions.copy(now.text());
            copied.set(true);
            forget.playFromStart();
        }
    }
}
