package io.slicewise.desktop.story;

import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.Section;
import io.slicewise.page.SectionKind;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
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

    private final SectionKind kind;
    private final Body body;
    private final ExplainActions actions;
    private final SimpleObjectProperty<@Nullable Section> section = new SimpleObjectProperty<>(this, "section");
    private final BooleanProperty copied = new SimpleBooleanProperty(this, "copied", false);
    private final BooleanProperty folds = new SimpleBooleanProperty(this, "folds", false);
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final Button fold = new Button();
    private final Words words;
    private final PauseTransition forget = new PauseTransition(SAID);

    SectionView(SectionKind kind, Body body, Words words, ExplainActions actions) {
        this.kind = kind;
        this.body = body;
        this.words = words;
        this.actions = actions;
        getStyleClass().addAll("explain-section", "explain-" + kind.id());
        Label title = BlockNodes.label("", "explain-heading");
        if (kind == SectionKind.ANALOGY) {
            title.getStyleClass().add("term-analogy");
        }
        title.textProperty().bind(section.map(Section::title).orElse(""));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        // the heading is the larger target for a pointer; the button beside it is the keyboard's
        title.setOnMouseClicked(_ -> open.set(folds.get() != open.get()));
        title.cursorProperty().bind(folds.map(folding -> folding ? Cursor.HAND : Cursor.DEFAULT));
        Button copy = new Button();
        copy.setGraphic(Icon.COPY.node());
        copy.getStyleClass().addAll("quiet", "explain-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.textProperty().bind(copied.flatMap(done -> words.of(done ? "explain.copied" : "explain.copy")));
        copy.accessibleTextProperty()
                .bind(copy.textProperty().flatMap(does -> title.textProperty().map(of -> does + ": " + of)));
        copy.setOnAction(_ -> copy());
        forget.setOnFinished(_ -> copied.set(false));
        HBox head = new HBox(fold(), title, copy);
        head.getStyleClass().add("explain-head");
        getChildren().addAll(head, body.node());
    }

    /** Opens and closes a section that is folded. */
    private Node fold() {
        Node mark = Icon.CHEVRON.node();
        mark.rotateProperty().bind(open.map(shown -> shown ? 90 : 0));
        fold.setGraphic(mark);
        fold.getStyleClass().addAll("quiet", "explain-fold");
        fold.setMinWidth(Region.USE_PREF_SIZE);
        fold.accessibleTextProperty()
                .bind(open.flatMap(shown -> words.of(shown ? "explain.fold" : "explain.unfold"))
                        .flatMap(does -> section.map(Section::title).map(of -> does + ": " + of)));
        fold.setOnAction(_ -> open.set(!open.get()));
        fold.visibleProperty().bind(folds);
        fold.managedProperty().bind(folds);
        Node shown = body.node();
        shown.visibleProperty().bind(folds.not().or(open));
        shown.managedProperty().bind(shown.visibleProperty());
        return fold;
    }

    SectionKind kind() {
        return kind;
    }

    void show(ExplainModel.Shown shown, Section now) {
        section.set(now);
        folds.set(shown.page().isFolded(now));
        body.show(shown, now);
    }

    /** Shows what stands in it, where that is folded. */
    void open() {
        open.set(true);
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
