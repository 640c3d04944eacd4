package io.slicewise.desktop.control;

import java.util.Arrays;
import java.util.function.Predicate;
import javafx.scene.control.TableView;

/** Selects rows of a table at once: one after the other, each of them would tell everybody who listens. */
public final class SelectedRows {
    private SelectedRows() {}

    /**
     * Selects rows beside those that are selected.
     *
     * @param most how many there are at most; no further row is looked at where they are found
     */
    public static <T> void add(TableView<T> table, int most, Predicate<? super T> which) {
        int[] indices = new int[most];
        int found = 0;
        for (int i = 0; i < table.getItems().size() && found < most; i++) {
            if (which.test(table.getItems().get(i))) {
                indices[found++] = i;
            }
        }
        if (found > 0) {
            table.getSelectionModel().selectIndices(indices[0], Arrays.copyOfRange(indices, 1, found));
        }
    }
}
