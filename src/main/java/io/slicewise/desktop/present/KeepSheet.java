package io.slicewise.desktop.present;

import io.slicewise.desktop.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Asks, before a show ends, what becomes of what was tried out on its slides. */
final class KeepSheet {
    private KeepSheet() {}

    /**
     * The sheet.
     *
     * @param keep it becomes a step of the document
     * @param drop the document stays as it was
     * @param stay the show goes on
     */
    static Sheet of(Words words, Runnable keep, Runnable drop, Runnable stay) {
        Button first = Sheet.button(words, "present.keep.keep", keep);
        first.getStyleClass().add("primary");
        HBox buttons = new HBox(
                first, Sheet.button(words, "present.keep.drop", drop), Sheet.button(words, "present.keep.stay", stay));
        buttons.getStyleClass().add("sheet-buttons");
        Label text = new Label(words.now("present.keep.text"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Sheet ask = new Sheet(words, "present.keep.title", text, buttons);
        ask.getStyleClass().add("ask");
        return ask;
    }
}
