package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Icon;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An entry of a list at the lower edge: a sign of how much it matters, a sentence, and something quieter below. */
final class Remark extends HBox {
    private final VBox sentences = new VBox();

    private Remark(Node sign, Label message) {
        super(sign);
        getStyleClass().add("finding");
        sentences.getChildren().add(message);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        getChildren().add(sentences);
    }

    static Remark of(boolean warning, String message) {
        Node sign = (warning ? Icon.WARNING : Icon.INFO).node();
        sign.getStyleClass().add(warning ? "warning" : "muted");
        return new Remark(sign, text(message, "finding-message"));
    }

    /** A quieter sentence below the others. */
    void below(String sentence) {
        sentences.getChildren().add(text(sentence, "muted"));
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
