package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Kind;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Table;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
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
        GridPane grid = new GridPane();
        grid.getStyleClass().add("plan-grid");
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            boolean number = column.kind() == Kind.NUMBER;
            ColumnConstraints width = new ColumnConstraints();
            width.setHalignment(number ? HPos.RIGHT : HPos.LEFT);
            if (i < shares.size()) {
                width.setPercentWidth(shares.get(i));
            } else {
                width.setHgrow(number ? Priority.SOMETIMES : Priority.ALWAYS);
            }
            grid.getColumnConstraints().add(width);
            grid.add(cell(column.title(), "plan-grid-head", number), i, 0);
            for (int row = 0; row < table.rows().size(); row++) {
                List<String> cells = table.rows().get(row);
                boolean total = cells.getFirst().equals(words.now("money.part.total"));
                grid.add(cell(cells.get(i), total ? "plan-grid-total" : "plan-grid-cell", number), i, row + 1);
            }
        }
        if (table.caption().isEmpty()) {
            return grid;
        }
        return new VBox(PlanParts.sentence(table.caption(), "section-title"), grid);
    }

    private static Label cell(String text, String style, boolean number) {
        Label cell = PlanParts.sentence(text, style);
        cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        if (number) {
            cell.getStyleClass().add("number");
        }
        return cell;
    }
}
