package io.slicewise.desktop.plan;

import io.slicewise.desktop.control.Headings;
import io.slicewise.desktop.words.Words;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Makes the columns of the tables that judge sizes, each at least as wide as its heading. */
record SizeColumns<R>(TableView<R> table, Words words) {
    private static final double EM = 13;
    private static final double NUMBER_EMS = 4;

    /** A column whose cells have the whole row; its cells are still to be made. */
    TableColumn<R, R> column(String key, double ems) {
        TableColumn<R, R> column = new TableColumn<>();
        column.textProperty().bind(words.of(key));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.textProperty().subscribe(heading -> column.setPrefWidth(Math.max(ems, Headings.ems(heading)) * EM));
        table.getColumns().add(column);
        return column;
    }

    void text(String key, double ems, Function<R, String> shown) {
        column(key, ems).setCellFactory(_ -> new Said<>(shown));
    }

    void number(String key, Function<R, String> shown) {
        TableColumn<R, R> column = column(key, NUMBER_EMS);
        column.getStyleClass().add("number");
        column.setCellFactory(_ -> new Said<>(shown));
    }

    /** A cell that says something. */
    private static final class Said<R> extends TableCell<R, R> {
        private final Function<R, String> shown;

        Said(Function<R, String> shown) {
            this.shown = shown;
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : shown.apply(row));
        }
    }
}
