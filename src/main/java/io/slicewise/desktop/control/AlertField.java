package io.slicewise.desktop.control;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.words.Words;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The alert threshold with its name, to be read and changed wherever it matters. */
public final class AlertField extends HBox {
    public AlertField(AlertLevel level, Words words) {
        Label name = new Label();
        name.getStyleClass().addAll("muted", "term-alert-threshold");
        name.textProperty().bind(words.of("desktop.alert"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        AlertSpinner spinner = new AlertSpinner(level, words);
        name.setLabelFor(spinner);
        Label sign = new Label("%");
        sign.getStyleClass().add("muted");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("alert-field");
        setMaxWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, spinner, sign);
    }
}
