package io.slicewise.desktop.control;

import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Kind;
import io.slicewise.page.Block.Table;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The table of a page as a grid of labels: numbers stand at the right, and names get the room that is left. */
public final class TableGrid {
    /** Makes the label of a cell. */
    @FunctionalInterface
    public interface Cells {
        /**
         * A cell.
         *
         * @param row from 0; -1 for the head
         */
        Label of(String text, int row);
    }

    private TableGrid() {}

    /**
     * Lays a table out.
     *
     * @param shares how much of the width each column has, in per cent; those that come after them have what they ask for
     */
    public static GridPane of(Table table, List<Integer> shares, Cells cells) {
        GridPane grid = new GridPane();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            boolean isNumber = column.kind() == Kind.NUMBER;
            ColumnConstraints width = new ColumnConstraints();
            width.setHalignment(isNumber ? HPos.RIGHT : HPos.LEFT);
            if (i < shares.size()) {
                width.setPercentWidth(shares.get(i));
            } else {
                width.setHgrow(isNumber ? Priority.SOMETIMES : Priority.ALWAYS);
            }
            grid.getColumnConstraints().add(width);
            for (int row = -1; row < table.rows().size(); row++) {
                String text = row < 0 ? column.title() : table.rows().get(row).get(i);
                Label cell = cells.of(text, row);
                cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
                if (isNumber) {
                    cell.getStyleClass().add("number");
                }
                grid.add(cell, i, row + 1);
            }
        }
        return grid;
    }
}
