package io.slicewise.desktop.present;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** Tiles beside each other, all of the same width and height. */
final class Tiles extends GridPane {
    Tiles(boolean tall) {
        getStyleClass().add("tiles");
        RowConstraints row = new RowConstraints();
        row.setVgrow(tall ? Priority.ALWAYS : Priority.NEVER);
        getRowConstraints().setAll(row);
    }

    void show(List<? extends Node> tiles) {
        getChildren().clear();
        getColumnConstraints().clear();
        for (Node tile : tiles) {
            ColumnConstraints equal = new ColumnConstraints();
            equal.setPercentWidth(100.0 / tiles.size());
            getColumnConstraints().add(equal);
            add(tile, getColumnConstraints().size() - 1, 0);
        }
    }
}
