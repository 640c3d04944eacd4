package io.slicewise.desktop.present;

import io.slicewise.desktop.words.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The keys of a show. */
final class KeysPane extends GridPane {
    private static final List<String> WHAT = List.of(
            "next",
            "back",
            "ends",
            "number",
            "blank",
            "setup",
            "audience",
            "language",
            "theme",
            "presenter",
            "window",
            "reset",
            "column",
            "end");

    KeysPane(Words words) {
        getStyleClass().add("keys");
        ColumnConstraints fixed = new ColumnConstraints();
        fixed.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints growing = new ColumnConstraints();
        growing.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(fixed, growing);
        for (String what : WHAT) {
            Label key = new Label();
            key.getStyleClass().add("key");
            key.textProperty().bind(words.of("present.key." + what));
            Label meaning = new Label();
            meaning.setWrapText(true);
            meaning.textProperty().bind(words.of("present.does." + what));
            addRow(getRowCount(), key, meaning);
        }
    }
}
