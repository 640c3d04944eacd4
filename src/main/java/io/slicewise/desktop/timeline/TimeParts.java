package io.slicewise.desktop.timeline;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.chart.ChartView;
import io.slicewise.desktop.control.AlertField;
import io.slicewise.desktop.control.SearchField;
import io.slicewise.desktop.look.Icon;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pieces that screens over time have in common. */
record TimeParts(TimeModel model, Words words) {
    private static final double ZOOM = 0.5;
    private static final double ROW = 19;
    private static final double CHART_SHARE = 0.56;
    private static final double NAMES = 200;

    /** A field for words that rows must have. */
    TextField filter(String key) {
        TextField filter = new SearchField(words, key, key);
        filter.setPrefColumnCount(22);
        filter.setMinWidth(90);
        return filter;
    }

    /** The bar: these at the left, then the clocks, nearer, farther, all of it, and these. */
    HBox bar(List<? extends Node> left, List<? extends Node> right) {
        ZoneChoice zone = new ZoneChoice(model.zoneProperty());
        zone.accessibleTextProperty().bind(words.of("timeline.zone"));
        Tooltips.on(zone, () -> words.now("timeline.zone"));
        zone.setPrefWidth(170);
        Button nearer = icon(Icon.PLUS, "timeline.nearer", () -> model.zoom(ZOOM));
        Button farther = icon(Icon.MINUS, "timeline.farther", () -> model.zoom(1 / ZOOM));
        Button all = button(
                "timeline.whole",
                () -> model.stretchProperty().set(model.stretch().whole()));
        all.disableProperty().bind(model.stretchProperty().map(Stretch::isWhole));
        for (Region fixed : List.of(zone, nearer, farther)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox bar = new HBox();
        bar.getChildren().addAll(left);
        bar.getChildren().addAll(List.of(zone, nearer, farther, all));
        bar.getChildren().addAll(right);
        bar.getStyleClass().add("timeline-bar");
        return bar;
    }

    /** A sentence that takes what room there is. */
    Label between(ObservableValue<String> text) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.textProperty().bind(text);
        label.setMinWidth(0);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    Button button(String key, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(words.of(key));
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /**
     * What is on show, as figures or as a picture.
     *
     * @param figures writes the figures as text
     * @param workbook writes them as a workbook
     */
    MenuButton export(Runnable figures, Runnable workbook, ChartView chart, ChartActions charts) {
        MenuButton button = new MenuButton(
                "",
                null,
                entry("timeline.export.csv", figures),
                entry("timeline.export.xlsx", workbook),
                entry("chart.png.save", () -> chart.shown().ifPresent(charts::savePng)),
                entry("chart.svg.save", () -> chart.shown().ifPresent(charts::saveSvg)));
        button.textProperty().bind(words.of("timeline.export"));
        button.accessibleTextProperty().bind(words.of("timeline.export"));
        button.disableProperty().bind(model.curvesProperty().map(_ -> false).orElse(true));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private MenuItem entry(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(words.of(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Button icon(Icon icon, String key, Runnable action) {
        Button button = new Button();
        button.setGraphic(icon.node());
        button.accessibleTextProperty().bind(words.of(key));
        Tooltips.on(button, () -> words.now(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /**
     * A heading.
     *
     * @param term the style class of the term that it stands for
     */
    Label section(String key, String term) {
        Label label = new Label();
        label.getStyleClass().addAll("section-title", term);
        label.textProperty().bind(words.of(key));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** The field for the alert threshold. */
    Node threshold() {
        return new AlertField(model.alert(), words);
    }

    /**
     * The curves above, strips of rows below; the names of the rows have room at the left of both.
     *
     * @param name the message key of what the rows are, for a screen reader
     * @param cell makes a cell whose strip is as wide as the curves
     * @param below what the rows stand in
     */
    <R> SplitPane time(
            TimelineChartPane chart,
            ListView<R> rows,
            String name,
            Function<ObservableValue<HeatRow.Span>, HeatRow<R>> cell,
            Node below) {
        Region names = new Region();
        names.setMinWidth(NAMES);
        HBox curves = new HBox(names, chart);
        HBox.setHgrow(chart, Priority.ALWAYS);
        curves.getStyleClass().add("timeline-curves");
        ObservableValue<HeatRow.Span> span = chart.spanProperty()
                .flatMap(at -> chart.layoutXProperty()
                        .map(x -> new HeatRow.Span(at.left() + x.doubleValue(), at.right() + x.doubleValue())));
        rows.getStyleClass().addAll("flat", "heat");
        rows.setFixedCellSize(ROW);
        rows.setCellFactory(_ -> cell.apply(span));
        rows.accessibleTextProperty().bind(words.of(name));
        rows.setMinHeight(0);
        SplitPane split = new SplitPane(curves, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(CHART_SHARE);
        return split;
    }

    /** What stands at the right, under each other. */
    static ScrollPane aside(Node... parts) {
        VBox box = new VBox(parts);
        box.getStyleClass().add("timeline-aside");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("timeline-aside-scroll");
        return scroll;
    }
}
