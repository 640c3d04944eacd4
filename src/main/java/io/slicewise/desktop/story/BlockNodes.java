package io.slicewise.desktop.story;

import io.slicewise.chart.ColorRole;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.page.Block;
import io.slicewise.page.Block.Calculation;
import io.slicewise.page.Block.Chart;
import io.slicewise.page.Block.Code;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Kind;
import io.slicewise.page.Block.Notices;
import io.slicewise.page.Block.Paragraph;
import io.slicewise.page.Block.Point;
import io.slicewise.page.Block.Points;
import io.slicewise.page.Block.Product;
import io.slicewise.page.Block.Step;
import io.slicewise.page.Block.Table;
import io.slicewise.page.Block.Tile;
import io.slicewise.page.Block.Tiles;
import io.slicewise.page.Block.Value;
import io.slicewise.story.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Blocks as nodes. They hold finished words: what changes is built anew. */
final class BlockNodes {
    private static final double TITLE_SHARE = 30;
    private static final double THIRD = 100.0 / 3;

    private final Function<Figure, String> meaning;
    private final Consumer<String> openSample;
    private final Supplier<String> open;
    private final Function<Chart, ChartCard> charts;

    /**
     * @param meaning what a figure is, shown on hover
     * @param openSample opens the sample of a case
     * @param open what is written on the link that does
     * @param charts makes the card of a chart
     */
    BlockNodes(
            Function<Figure, String> meaning,
            Consumer<String> openSample,
            Supplier<String> open,
            Function<Chart, ChartCard> charts) {
        this.meaning = meaning;
        this.openSample = openSample;
        this.open = open;
        this.charts = charts;
    }

    Node of(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph(paragraph);
            case Tiles tiles -> tiles(tiles);
            case Points points -> points(points);
            case Table table -> table(table);
            case Chart chart -> charts.apply(chart);
            case Notices notices -> notices(notices);
            case Calculation calculation -> calculation(calculation);
            case Product product -> product(product);
            case Code code -> label(code.caption() + "\n" + code.text(), "explain-code");
        };
    }

    static Label label(String words, @Nullable String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (style != null) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    static String hue(Figure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> "instance-average";
            case WEIGHTED -> "weighted";
            case WHOLE_GPU -> "whole-gpu";
        };
    }

    /** The style class of a colour; empty for one that is no figure's. */
    private static String hue(@Nullable ColorRole role) {
        return Stream.of(Figure.values())
                .filter(figure -> Block.role(figure) == role)
                .map(BlockNodes::hue)
                .findFirst()
                .orElse("");
    }

    private static Node paragraph(Paragraph paragraph) {
        return label(
                paragraph.text(),
                switch (paragraph.style()) {
                    case VERDICT -> "explain-lead";
                    case LEAD, BODY -> "explain-body";
                    case NOTE -> "explain-aside";
                    case HEADING -> "section-title";
                });
    }

    private Node tiles(Tiles tiles) {
        GridPane box = columns(THIRD, THIRD);
        box.getStyleClass().add("explain-trio");
        for (Tile tile : tiles.tiles()) {
            Region bar = new Region();
            bar.getStyleClass().add("explain-bar");
            Label number = label(tile.value(), "figure-value");
            number.setMinWidth(Region.USE_PREF_SIZE);
            VBox column = new VBox(bar, label(tile.name(), "figure-name"), number, label(tile.caption(), "caption"));
            add(column, tile.formula(), "formula");
            column.getStyleClass().addAll("explain-figure", hue(tile.figure()));
            if (!tile.first()) {
                column.getStyleClass().add("second");
            }
            column.setFocusTraversable(true);
            column.setAccessibleRole(AccessibleRole.TEXT);
            column.setAccessibleText((tile.named().text() + ". " + tile.caption() + " " + tile.formula()).strip());
            Tooltips.on(column, () -> meaning.apply(tile.figure()));
            box.add(column, box.getChildren().size(), 0);
        }
        return box;
    }

    /** A figure as it is named in a sentence or row: its hue, its name, its value. */
    Node tag(Value tag) {
        Region dot = new Region();
        dot.getStyleClass().add("explain-dot");
        Label name = label(tag.name(), "explain-tag-name");
        Label value = label(tag.value(), "explain-tag-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(dot, name, value);
        box.getStyleClass().addAll("explain-tag", hue(tag.figure()));
        Tooltips.on(box, () -> meaning.apply(tag.figure()));
        return box;
    }

    Node tags(List<Value> tags) {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("explain-tags");
        tags.forEach(tag -> flow.getChildren().add(tag(tag)));
        return flow;
    }

    private Node points(Points points) {
        VBox box = new VBox();
        box.getStyleClass().add("explain-points");
        points.points().forEach(point -> box.getChildren().add(point(point)));
        return box;
    }

    /** The term at the left, what is said at the right; without a term all at the left. */
    private Node point(Point point) {
        VBox said = new VBox();
        said.getStyleClass().add("explain-said");
        if (!point.values().isEmpty()) {
            said.getChildren().add(tags(point.values()));
        }
        add(said, point.text(), "explain-body");
        add(said, point.note(), "explain-aside");
        if (!point.about().isEmpty()) {
            Hyperlink link = new Hyperlink(open.get());
            link.setOnAction(_ -> openSample.accept(point.about()));
            said.getChildren().add(link);
        }
        if (point.term().isEmpty()) {
            return said;
        }
        GridPane row = columns(TITLE_SHARE);
        row.getStyleClass().add("explain-entry");
        row(row, label(point.term(), "explain-entry-title"), said);
        return row;
    }

    private static Node notices(Notices notices) {
        VBox box = new VBox();
        box.getStyleClass().add("explain-points");
        notices.notices().forEach(notice -> {
            VBox said = new VBox(label(notice.message(), "explain-body"), label(notice.advice(), "explain-aside"));
            said.getStyleClass().add("explain-said");
            box.getChildren().add(said);
        });
        return box;
    }

    private static void add(VBox box, String words, String style) {
        if (!words.isEmpty()) {
            box.getChildren().add(label(words, style));
        }
    }

    /** Columns whose first ones have these shares of the width, and the last one the rest. */
    static GridPane columns(double... shares) {
        GridPane grid = new GridPane();
        double rest = 100;
        for (double share : shares) {
            rest -= share;
            grid.getColumnConstraints().add(column(share));
        }
        grid.getColumnConstraints().add(column(rest));
        return grid;
    }

    private static ColumnConstraints column(double share) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(share);
        return column;
    }

    /** A row whose cells begin at the same height. */
    static GridPane row(GridPane grid, Node... cells) {
        grid.addRow(0, cells);
        for (Node cell : cells) {
            GridPane.setValignment(cell, VPos.TOP);
        }
        return grid;
    }

    private static Node table(Table table) {
        int count = table.columns().size();
        double[] shares = new double[count - 1];
        Arrays.fill(shares, 100.0 / count);
        GridPane grid = columns(shares);
        grid.getStyleClass().add("explain-grid");
        for (int i = 0; i < count; i++) {
            Column column = table.columns().get(i);
            Label head = label(column.title(), "explain-grid-head");
            String hue = hue(column.role());
            if (!hue.isEmpty()) {
                head.getStyleClass().add(hue);
            }
            grid.add(stretched(head), i, 0);
            for (int row = 0; row < table.rows().size(); row++) {
                Label cell = label(table.rows().get(row).get(i), "explain-grid-cell");
                if (column.kind() == Kind.NAME) {
                    cell.getStyleClass().add("explain-grid-name");
                }
                grid.add(stretched(cell), i, row + 1);
            }
        }
        return grid;
    }

    private static Label stretched(Label label) {
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    private static Node calculation(Calculation calculation) {
        VBox box = new VBox();
        box.getStyleClass().add("explain-steps");
        for (Step step : calculation.steps()) {
            box.getChildren().add(step(step, box.getChildren().size() + 1));
        }
        return box;
    }

    private static Node step(Step step, int place) {
        Label number = label(String.valueOf(place), "explain-step-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        VBox lines = new VBox();
        lines.getStyleClass().add("explain-lines");
        step.lines().forEach(line -> lines.getChildren().add(label(line, "explain-line")));
        String hue = hue(step.role());
        if (!hue.isEmpty()) {
            lines.getStyleClass().addAll("explain-result", hue);
        }
        VBox body = new VBox(label(step.title(), "explain-body"), lines);
        body.getStyleClass().add("explain-said");
        HBox.setHgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        HBox row = new HBox(number, body);
        row.getStyleClass().add("explain-step");
        return row;
    }

    private Node product(Product product) {
        FlowPane flow = new FlowPane(
                factor(product.weighted().name(), product.weighted().value(), hue(Figure.WEIGHTED)),
                label("·", "explain-sign"),
                factor(product.share(), product.value(), null),
                label("=", "explain-sign"),
                factor(product.whole().name(), product.whole().value(), hue(Figure.WHOLE_GPU)));
        flow.getStyleClass().add("explain-product");
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(product.text());
        return flow;
    }

    private static Node factor(String name, String value, @Nullable String hue) {
        VBox box = new VBox(label(value, "figure-value"), label(name, "caption"));
        box.getStyleClass().add("explain-factor");
        if (hue != null) {
            box.getStyleClass().add(hue);
        }
        return box;
    }
}
