package io.slicewise.desktop.figures;

import io.slicewise.desktop.words.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.text.Font;

/**
 * A sentence or formula that follows the figures without moving what stands below it: while its width and its type stay, it keeps
 * the most lines that it ever had.
 */
final class SteadyText extends Label {
    private double width;
    private double tallest;
    private Font font = Font.getDefault();

    SteadyText(ObservableValue<String> text, Words words) {
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(text);
        words.languageProperty().subscribe(_ -> tallest = 0);
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        double height = super.computePrefHeight(forWidth);
        if (forWidth <= 0) {
            return height;
        }
        if (forWidth != width || !getFont().equals(font)) {
            width = forWidth;
            font = getFont();
            tallest = 0;
        }
        tallest = Math.max(tallest, height);
        return tallest;
    }
}
