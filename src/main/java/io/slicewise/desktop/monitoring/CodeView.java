package io.slicewise.desktop.monitoring;

import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A query to read. Lines that are too long go on under themselves, comments stand apart by their colour. The copy key
 * copies all of it as it is.
 */
final class CodeView extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    /** How far a space moves a line to the right, in parts of the text's size: as wide as a digit. */
    private static final double SPACE = 8;

    /** A machine's monospaced type may have no Hangul: lines with more than ASCII stay in the product's own. */
    private static final int FIRST_BEYOND_ASCII = 128;

    private String code = "";

    CodeView(Consumer<String> copy) {
        getStyleClass().add("code");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setOnMousePressed(_ -> requestFocus());
        setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy.accept(code);
                event.consume();
            }
        });
    }

    /** Shows another query. */
    void show(String newCode) {
        code = newCode;
        setAccessibleText(newCode);
        getChildren().setAll(newCode.lines().map(CodeView::line).toList());
    }

    private static Label line(String line) {
        String text = line.stripLeading();
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(text.startsWith("#") ? "code-comment" : "code-line");
        if (text.chars().allMatch(letter -> letter < FIRST_BEYOND_ASCII)) {
            label.getStyleClass().add("code-mono");
        }
        label.setPadding(new Insets(0, 0, 0, (line.length() - text.length()) * SPACE));
        return label;
    }

    /** What is shown. */
    String code() {
        return code;
    }
}
