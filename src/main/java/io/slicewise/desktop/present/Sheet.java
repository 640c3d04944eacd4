package io.slicewise.desktop.present;

import io.slicewise.desktop.words.Words;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A sheet that lies over a slide for a moment: a title, something below it. */
final class Sheet extends VBox {
    /** The style of everything in this package. */
    static final String STYLE =
            Objects.requireNonNull(Sheet.class.getResource("present.css")).toExternalForm();

    Sheet(Words words, String titleKey, Node... content) {
        getStyleClass().add("sheet");
        Label title = new Label();
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.textProperty().bind(words.of(titleKey));
        getChildren().add(title);
        getChildren().addAll(content);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** A button with the words of a key. */
    static Button button(Words words, String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(words.of(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Takes the keyboard: the first thing in it that can. */
    void takeFocus() {
        Platform.runLater(() -> lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .findFirst()
                .ifPresent(Node::requestFocus));
    }
}
