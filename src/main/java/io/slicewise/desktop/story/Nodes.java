package io.slicewise.desktop.story;

import io.slicewise.desktop.look.Tip;
import io.slicewise.desktop.story.Passage.Tag;
import io.slicewise.story.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

/** Passages as nodes. They hold finished words: what changes is built anew. */
final class Nodes {
    private static final double TITLE_SHARE = 30;
    private static final double THIRD = 100.0 / 3;

    private final Function<Figure, String> meaning;
    private final Consumer<String> openSample;
    private final Supplier<String> open;

    /**
     * @param meaning what a figure is, shown on hover
     * @param openSample opens the sample of a case
     * @param open what is written on the link that does
     */
    Nodes(Function<Figure, String> meaning, Consumer<String> openSample, Supplier<String> open) {
        this.meaning = meaning;
        this.openSample = openSample;
        this.open = open;
    }

    Node of(Passage passage) {
        return switch (passage) {
            case Passage.Prose prose -> prose(prose);
            case Passage.Trio trio -> trio(trio);
            case Passage.Entry entry -> entry(entry);
            case Passage.Choice choice -> entry(choice.entry());
            case Passage.Grid grid -> grid(grid);
            case Passage.Sum sum -> sum(sum);
            case Passage.Product product -> product(product);
            case Passage.Case useCase -> useCase(useCase);
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

    private static Node prose(Passage.Prose prose) {
        return label(
                prose.words(),
                switch (prose.tone()) {
                    case LEAD -> "explain-lead";
                    case BODY -> "explain-body";
                    case MUTED -> "explain-aside";
                    case HEADING -> "section-title";
                });
    }

    private Node trio(Passage.Trio trio) {
        GridPane box = columns(THIRD, THIRD);
        box.getStyleClass().add("explain-trio");
        for (Passage.Value value : trio.values()) {
            Region bar = new Region();
            bar.getStyleClass().add("explain-bar");
            Label number = label(value.tag().value(), "figure-value");
            number.setMinWidth(Region.USE_PREF_SIZE);
            VBox column = new VBox(
                    bar,
                    label(value.tag().name(), "figure-name"),
                    number,
                    label(value.question(), "caption"),
                    label(value.formula(), "formula"));
            column.getStyleClass().addAll("explain-figure", hue(value.tag().figure()));
            column.setFocusTraversable(true);
            column.setAccessibleRole(AccessibleRole.TEXT);
            column.setAccessibleText(value.tag().text() + ". " + value.question() + " " + value.formula());
            Tip.on(column, () -> meaning.apply(value.tag().figure()));
            box.add(column, box.getChildren().size(), 0);
        }
        return box;
    }

    /** A figure as it is named in a sentence or row: its hue, its name, its value. */
    Node tag(Tag tag) {
        Region dot = new Region();
        dot.getStyleClass().add("explain-dot");
        Label name = label(tag.name(), "explain-tag-name");
        Label value = label(tag.value(), "explain-tag-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(dot, name, value);
        box.getStyleClass().addAll("explain-tag", hue(tag.figure()));
        Tip.on(box, () -> meaning.apply(tag.figure()));
        return box;
    }

    Node tags(List<Tag> tags) {
        FlowPane flow = new FlowPane();
        flow.getStyleClass().add("explain-tags");
        tags.forEach(tag -> flow.getChildren().add(tag(tag)));
        return flow;
    }

    /** The title at the left, what is said at the right; without a title all at the left. */
    private Node entry(Passage.Entry entry) {
        VBox said = new VBox();
        said.getStyleClass().add("explain-said");
        if (!entry.tags().isEmpty()) {
            said.getChildren().add(tags(entry.tags()));
        }
        add(said, entry.words(), "explain-body");
        add(said, entry.note(), "explain-aside");
        if (entry.title().isEmpty()) {
            return said;
        }
        GridPane row = columns(TITLE_SHARE);
        row.getStyleClass().add("explain-entry");
        row(row, label(entry.title(), "explain-entry-title"), said);
        return row;
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

    private static Node grid(Passage.Grid grid) {
        int count = grid.head().size();
        double[] shares = new double[count - 1];
        Arrays.fill(shares, 100.0 / count);
        GridPane table = columns(shares);
        table.getStyleClass().add("explain-grid");
        for (int i = 0; i < count; i++) {
            Label head = label(grid.head().get(i), "explain-grid-head");
            Figure figure = grid.figures().get(i);
            if (figure != null) {
                head.getStyleClass().add(hue(figure));
            }
            table.add(stretched(head), i, 0);
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int i = 0; i < count; i++) {
                Label cell = label(grid.rows().get(row).get(i), "explain-grid-cell");
                if (i == 0) {
                    cell.getStyleClass().add("explain-grid-name");
                }
                table.add(stretched(cell), i, row + 1);
            }
        }
        return table;
    }

    private static Label stretched(Label label) {
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    private static Node sum(Passage.Sum sum) {
        Label number = label(String.valueOf(sum.number()), "explain-step-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        VBox lines = new VBox();
        lines.getStyleClass().add("explain-lines");
        sum.lines().forEach(line -> lines.getChildren().add(label(line, "explain-line")));
        Figure figure = sum.figure();
        if (figure != null) {
            lines.getStyleClass().addAll("explain-result", hue(figure));
        }
        VBox body = new VBox(label(sum.title(), "explain-body"), lines);
        body.getStyleClass().add("explain-said");
        HBox.setHgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        HBox row = new HBox(number, body);
        row.getStyleClass().add("explain-step");
        return row;
    }

    private Node product(Passage.Product product) {
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

    private Node useCase(Passage.Case useCase) {
        VBox points = new VBox();
        points.getStyleClass().add("explain-said");
        useCase.points().forEach(point -> points.getChildren().add(label(point, "explain-body")));
        Hyperlink link = new Hyperlink(open.get());
        link.setOnAction(_ -> openSample.accept(useCase.sample()));
        points.getChildren().add(link);
        GridPane row = columns(TITLE_SHARE);
        row.getStyleClass().add("explain-entry");
        row(row, label(useCase.title(), "explain-entry-title"), points);
        return row;
    }
}
