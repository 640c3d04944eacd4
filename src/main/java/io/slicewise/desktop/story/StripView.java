package io.slicewise.desktop.story;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** GPUs as rows of their instances, as wide as their slices; what something is about is outlined. */
final class StripView extends VBox {
    private final Words words;

    StripView(Words words) {
        this.words = words;
        getStyleClass().add("explain-strips");
    }

    void show(PartitionStrip strip) {
        getChildren().setAll(strip.rows().stream().map(StripView::row).toList());
        if (strip.more() > 0) {
            getChildren().add(BlockNodes.label(words.now("explain.strip.more", strip.more()), "caption"));
        }
    }

    private static Node row(PartitionStrip.Row row) {
        double[] shares = new double[row.slices() - 1];
        Arrays.fill(shares, 100.0 / row.slices());
        GridPane map = BlockNodes.columns(shares);
        map.getStyleClass().add("explain-strip");
        int column = 0;
        for (PartitionStrip.Cell cell : row.cells()) {
            map.add(cell(cell), column, 0, cell.slices(), 1);
            column += cell.slices();
        }
        map.setAccessibleRole(AccessibleRole.TEXT);
        map.setAccessibleText(row.words());
        map.setFocusTraversable(true);
        Label name = BlockNodes.label(row.name(), "caption");
        VBox box = new VBox(name, map);
        box.getStyleClass().add("explain-strip-row");
        return box;
    }

    private static Node cell(PartitionStrip.Cell cell) {
        VBox box = new VBox();
        box.getStyleClass().add("explain-cell");
        box.setMinWidth(0);
        if (cell.free()) {
            box.getStyleClass().add("free");
            return box;
        }
        box.getStyleClass().add(cell.load() < 0 ? "silent" : "load-" + cell.load());
        if (cell.lit()) {
            box.getStyleClass().add("lit");
        }
        Label name = new Label(cell.name());
        name.getStyleClass().add("explain-cell-name");
        // a name can be too long for a small instance
        Tooltips.on(box, () -> cell.name() + " " + cell.value());
        Label value = new Label(cell.value());
        value.getStyleClass().add("explain-cell-value");
        box.getChildren().addAll(name, value);
        return box;
    }
}
