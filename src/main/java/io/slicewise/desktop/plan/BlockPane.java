package io.slicewise.desktop.plan;

import io.slicewise.desktop.control.TableGrid;
import io.slicewise.desktop.words.Words;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Table;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Sentences and tables of a page, as they stand on this screen. */
final class BlockPane extends VBox {
    private final Words words;
    private final List<Integer> shares;

    /** Columns are as wide as their contents ask for. */
    BlockPane(Words words) {
        this(words, List.of());
    }

    /** @param shares how much of the width each column of a table has, in per cent; empty for as much as it asks for */
    BlockPane(Words words, List<Integer> shares) {
        this.words = words;
        this.shares = List.copyOf(shares);
        getStyleClass().add("plan-blocks");
    }

    void show(List<Block> blocks) {
        getChildren().clear();
        for (Block block : blocks) {
            switch (block) {
                case Paragraph paragraph -> getChildren().add(paragraph(paragraph));
                case Table table -> getChildren().add(table(table));
                default -> throw new IllegalArgumentException(block + " does not stand on this screen");
            }
        }
    }

    private static Node paragraph(Paragraph paragraph) {
        return PlanParts.sentence(
                paragraph.text(),
                switch (paragraph.style()) {
                    case VERDICT -> "plan-sentence";
                    case HEADING -> "section-title";
                    case LEAD, BODY -> "label";
                    case NOTE -> "muted";
                });
    }

    private Node table(Table table) {
        GridPane grid = TableGrid.of(table, shares, (text, row) -> PlanParts.sentence(text, style(table, row)));
        grid.getStyleClass().add("plan-grid");
        if (table.caption().isEmpty()) {
            return grid;
        }
        return new VBox(PlanParts.sentence(table.caption(), "section-title"), grid);
    }

    private String style(Table table, int row) {
        if (row < 0) {
            return "plan-grid-head";
        }
        boolean total = table.rows().get(row).getFirst().equals(words.now("money.part.total"));
        return total ? "plan-grid-total" : "plan-grid-cell";
    }
}
