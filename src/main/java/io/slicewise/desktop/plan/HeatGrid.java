package io.slicewise.desktop.plan;

import io.slicewise.desktop.look.Load;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.planning.goal.GoalGrid;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/**
 * A figure over two inputs as a map of heat, with its values in it: from the left to the right one input from 0 to 100 %, from the
 * bottom to the top the other. A line stands where the figure is exactly what is wanted.
 */
final class HeatGrid extends Pane {
    /** Each input in tenths, both ends included. */
    static final int POINTS = 11;

    private static final double CELL_WIDTH = 4.2;
    private static final double CELL_HEIGHT = 2.1;

    private final Words words;
    private final Label[][] cells = new Label[POINTS][POINTS];
    private final Label[] across = new Label[POINTS];
    private final Label[] down = new Label[POINTS];
    private final Line line = new Line();
    private @Nullable GoalGrid grid;
    private double threshold = Double.NaN;

    HeatGrid(Words words) {
        this.words = words;
        getStyleClass().add("heat-grid");
        for (int row = 0; row < POINTS; row++) {
            for (int column = 0; column < POINTS; column++) {
                Label cell = new Label();
                int x = column;
                int y = row;
                Tooltips.on(cell, () -> tip(x, y));
                cells[row][column] = cell;
                getChildren().add(cell);
            }
            across[row] = head();
            down[row] = head();
        }
        line.getStyleClass().add("heat-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
        getChildren().add(line);
    }

    private Label head() {
        Label head = new Label();
        head.getStyleClass().add("heat-head");
        getChildren().add(head);
        return head;
    }

    /** What a point says. */
    private String tip(int x, int y) {
        GoalGrid shown = grid;
        return shown == null
                ? ""
                : words.now(
                        "goal.grid.tip", new Percent(at(x)), new Percent(at(y)), new Percent(shown.at(at(x), at(y))));
    }

    private static double at(int point) {
        return point / (POINTS - 1.0);
    }

    void show(@Nullable GoalGrid now, double wanted) {
        grid = now;
        threshold = wanted;
        for (int row = 0; row < POINTS; row++) {
            String ratio = words.now(Text.of("money.value", new Percent(at(row))));
            across[row].setText(ratio);
            down[row].setText(ratio);
            for (int column = 0; column < POINTS; column++) {
                double value = now == null ? Double.NaN : now.at(at(column), at(row));
                Label cell = cells[row][column];
                cell.setText(Double.isNaN(value) ? Numbers.NONE : Numbers.percentNumber(value));
                cell.getStyleClass().setAll("heat-cell", Load.styleClass(Math.clamp(value, 0, 1)));
            }
        }
        requestLayout();
    }

    private double em() {
        return Math.max(1, across[0].getFont().getSize());
    }

    private double width() {
        return em() * CELL_WIDTH;
    }

    private double height() {
        return em() * CELL_HEIGHT;
    }

    @Override
    protected double computePrefWidth(double forHeight) {
        return (POINTS + 1) * width();
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        return (POINTS + 1) * height();
    }

    @Override
    protected double computeMinWidth(double forHeight) {
        return computePrefWidth(forHeight);
    }

    @Override
    protected double computeMinHeight(double forWidth) {
        return computePrefHeight(forWidth);
    }

    @Override
    protected void layoutChildren() {
        double width = width();
        double height = height();
        for (int i = 0; i < POINTS; i++) {
            double top = (POINTS - 1 - i) * height;
            down[i].resizeRelocate(0, top, width, height);
            across[i].resizeRelocate((i + 1) * width, POINTS * height, width, height);
            for (int column = 0; column < POINTS; column++) {
                cells[i][column].resizeRelocate((column + 1) * width, top, width, height);
            }
        }
        GoalGrid shown = grid;
        List<GoalGrid.Point> ends = shown == null || Double.isNaN(threshold) ? List.of() : shown.contour(threshold);
        line.setVisible(ends.size() == 2);
        if (ends.size() == 2) {
            line.setStartX(x(ends.getFirst().x()));
            line.setStartY(y(ends.getFirst().y()));
            line.setEndX(x(ends.getLast().x()));
            line.setEndY(y(ends.getLast().y()));
        }
    }

    /** A cell stands for the point in its middle. */
    private double x(double ratio) {
        return width() * (1.5 + ratio * (POINTS - 1));
    }

    private double y(double ratio) {
        return height() * (POINTS - 0.5 - ratio * (POINTS - 1));
    }

    /** The same as a table: a row for each step of the second input, from the top down, full precision. */
    static String table(GoalGrid grid, String corner) {
        StringBuilder text = new StringBuilder(corner);
        for (int column = 0; column < POINTS; column++) {
            text.append('\t').append(at(column));
        }
        for (int row = POINTS - 1; row >= 0; row--) {
            text.append('\n').append(at(row));
            for (int column = 0; column < POINTS; column++) {
                text.append('\t').append(grid.at(at(column), at(row)));
            }
        }
        return text.append('\n').toString();
    }
}
