package io.slicewise.desktop.present;

import io.slicewise.chart.Palette;
import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.control.TableGrid;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Style;
import io.slicewise.page.Block.Table;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Sentences, tables and a chart of a page, large enough for a wall; all but the first sentence, which the slide says itself. */
final class BlocksBody extends SlideBody {
    private static final double CHART_TYPE = 15.5;

    private final ChartView chart;
    private List<Block> before = List.of();

    BlocksBody(ChartActions actions, boolean live) {
        super("blocks-body");
        chart = new ChartView(actions);
        chart.setFocusTraversable(live);
        chart.setMinSize(0, 0);
        VBox.setVgrow(chart, Priority.ALWAYS);
    }

    @Override
    void show(View view) {
        chart.messagesProperty().set(view.words());
        chart.paletteProperty().set(view.dark() ? Palette.DARK : Palette.PRESENTATION);
        List<Block> blocks = view.section().blocks().stream().skip(1).toList();
        if (blocks.equals(before)) {
            return;
        }
        before = blocks;
        getChildren().setAll(blocks.stream().map(this::node).toList());
    }

    @Override
    boolean hasNotes() {
        return true;
    }

    @Override
    void setEm(double pixels) {
        chart.zoomProperty().set(Math.max(0.3, pixels / CHART_TYPE));
    }

    private Node node(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Table table -> table(table);
            case Chart shown -> {
                chart.specProperty().set(shown.spec());
                yield chart;
            }
            default -> throw new IllegalArgumentException(block + " does not stand on such a slide");
        };
    }

    private static Label paragraph(Paragraph paragraph) {
        Label said = label(
                paragraph.style() == Style.VERDICT
                        ? "block-verdict"
                        : paragraph.style() == Style.NOTE ? "block-note" : "block-text");
        said.setText(paragraph.text());
        return said;
    }

    private static GridPane table(Table table) {
        GridPane grid = TableGrid.of(table, List.of(), (text, row) -> {
            Label cell = label(row < 0 ? "block-head" : "block-cell");
            cell.setText(text);
            return cell;
        });
        grid.getStyleClass().add("block-table");
        return grid;
    }
}
