package io.slicewise.desktop.fleet;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.control.Segmented;
import io.slicewise.desktop.control.SharedPane;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.FleetExhibits;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.survey.Comparison;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A document beside another one: the figures of both, and what became of each GPU. */
final class ComparisonView extends VBox {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ComparisonModel model;
    private final Words words;
    private final FleetActions actions;
    private final Document other;
    private final Runnable back;
    private final ComparisonTable table;
    private final ObservableValue<Comparison> comparison;

    ComparisonView(
            Document document,
            Document other,
            Words words,
            Look look,
            ChartActions charts,
            FleetActions actions,
            Runnable back) {
        model = new ComparisonModel(document, other, actions);
        this.words = words;
        this.actions = actions;
        this.other = other;
        this.back = back;
        comparison = model.comparisonProperty().map(made -> made);
        table = new ComparisonTable(words, look);
        getStyleClass().add("comparison");
        SplitPane split = new SharedPane(table, figures(look, charts), 0.68);
        setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(head(), bar(), split);
        comparison.subscribe(this::show);
        model.shownProperty().subscribe(_ -> show(comparison.getValue()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                back.run();
                event.consume();
            } else if (COPY.match(event)) {
                actions.copy(table.toTsv());
                event.consume();
            }
        });
    }

    /** Puts the keyboard where one goes on from. */
    void focus() {
        table.requestFocus();
    }

    private void show(Comparison made) {
        if (made != null) {
            table.show(ComparisonModel.rows(made, model.shownProperty().get()));
        }
    }

    private ObservableValue<String> name(boolean before) {
        return words.languageProperty()
                .flatMap(language -> model.swappedProperty()
                        .flatMap(_ -> (before ? model.before() : model.after())
                                .scenarioProperty()
                                .map(scenario -> scenario.name().in(language))));
    }

    private Node head() {
        Button away = new Button();
        away.getStyleClass().add("comparison-back");
        away.textProperty().bind(words.of("fleet.compare.back"));
        away.setMinWidth(Region.USE_PREF_SIZE);
        away.setOnAction(_ -> back.run());
        Button swap = new Button("⇄");
        swap.getStyleClass().add("quiet");
        swap.setMinWidth(Region.USE_PREF_SIZE);
        swap.accessibleTextProperty().bind(words.of("fleet.compare.swap"));
        Tooltips.on(swap, () -> words.now("fleet.compare.swap"));
        swap.setOnAction(
                _ -> model.swappedProperty().set(!model.swappedProperty().get()));
        Button steps = new Button();
        steps.textProperty().bind(words.of("fleet.compare.steps"));
        steps.setMinWidth(Region.USE_PREF_SIZE);
        steps.setOnAction(_ -> actions.change(other, model.before().equals(other)));
        Button plans = new Button();
        plans.textProperty().bind(words.of("fleet.compare.plans"));
        plans.setMinWidth(Region.USE_PREF_SIZE);
        plans.setOnAction(_ -> actions.comparePlans(other));
        plans.visibleProperty()
                .bind(model.before()
                        .scenarioProperty()
                        .flatMap(one ->
                                model.after().scenarioProperty().map(two -> one.plan() != null && two.plan() != null)));
        plans.managedProperty().bind(plans.visibleProperty());
        HBox head = new HBox(
                away,
                title("fleet.compare.before", name(true)),
                swap,
                title("fleet.compare.after", name(false)),
                steps,
                plans);
        head.getStyleClass().add("comparison-head");
        return head;
    }

    private Node title(String key, ObservableValue<String> name) {
        Label role = new Label();
        role.getStyleClass().add("caption");
        role.textProperty().bind(words.of(key));
        Label title = new Label();
        title.getStyleClass().add("section-title");
        title.textProperty().bind(name);
        return new VBox(role, title);
    }

    private Node bar() {
        HBox shown = new Segmented<>(
                List.of(ComparisonModel.Shown.values()),
                model.shownProperty(),
                model.shownProperty()::set,
                which -> words.of(key(which)));
        Label summary = new Label();
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.textProperty().bind(words.of(comparison.map(ComparisonModel::summary)));
        FlowPane bar = new FlowPane(shown, summary);
        bar.getStyleClass().add("fleet-asks");
        return bar;
    }

    private static String key(ComparisonModel.Shown which) {
        return switch (which) {
            case ALL -> "fleet.compare.shown.all";
            case DIFFERENT -> "fleet.compare.shown.different";
            case LAYOUT -> "fleet.compare.shown.layout";
        };
    }

    private Node figures(Look look, ChartActions charts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("comparison-figures");
        heading(grid, 1, "fleet.compare.before");
        heading(grid, 2, "fleet.compare.after");
        heading(grid, 3, "fleet.compare.difference");
        row(grid, 1, "exhibit.instanceAverage", "term-instance-average", "instance-average", Averages::instanceAverage);
        row(grid, 2, "exhibit.weightedAverage", "term-weighted", "weighted", Averages::weightedAverage);
        row(grid, 3, "exhibit.wholeGpu", "term-whole-gpu", "whole-gpu", Averages::wholeGpu);
        row(grid, 4, "fleet.column.allocated", "term-allocated", "muted", Averages::allocatedShare);
        counts(
                grid,
                5,
                "fleet.kind.gpus",
                made -> made.before().gpus().size(),
                made -> made.after().gpus().size());
        counts(
                grid,
                6,
                "fleet.kind.instances",
                made -> made.before().total().instances(),
                made -> made.after().total().instances());
        Node chart = ChartsPane.card(
                words.languageProperty()
                        .flatMap(language -> comparison.flatMap(made -> name(true)
                                .flatMap(before -> name(false)
                                        .map(after -> new FleetExhibits(Messages.in(language))
                                                .comparison(made, before, after))))),
                340,
                words,
                look,
                charts);
        VBox box = new VBox(grid, chart);
        box.getStyleClass().add("fleet-charts");
        VBox.setVgrow(chart, Priority.ALWAYS);
        box.setMinWidth(320);
        return box;
    }

    private void heading(GridPane grid, int column, String key) {
        Label label = new Label();
        label.getStyleClass().add("caption");
        label.textProperty().bind(words.of(key));
        grid.add(label, column, 0);
        GridPane.setHalignment(label, HPos.RIGHT);
    }

    private void row(GridPane grid, int row, String key, String term, String hue, ToDoubleFunction<Averages> figure) {
        name(grid, row, key).getStyleClass().add(term);
        figure(
                grid,
                1,
                row,
                hue,
                (made, language) ->
                        Numbers.percent(figure.applyAsDouble(made.before().total()), language));
        figure(
                grid,
                2,
                row,
                hue,
                (made, language) ->
                        Numbers.percent(figure.applyAsDouble(made.after().total()), language));
        figure(
                grid,
                3,
                row,
                "muted",
                (made, language) -> Numbers.points(
                        figure.applyAsDouble(made.after().total())
                                - figure.applyAsDouble(made.before().total()),
                        language));
    }

    private void counts(
            GridPane grid, int row, String key, ToIntFunction<Comparison> before, ToIntFunction<Comparison> after) {
        name(grid, row, key);
        figure(grid, 1, row, "muted", (made, _) -> words.now("fleet.count", before.applyAsInt(made)));
        figure(grid, 2, row, "muted", (made, _) -> words.now("fleet.count", after.applyAsInt(made)));
        figure(grid, 3, row, "muted", (made, _) -> {
            int more = after.applyAsInt(made) - before.applyAsInt(made);
            return words.now(more == 0 ? "fleet.count" : "fleet.count.difference", more);
        });
    }

    private Label name(GridPane grid, int row, String key) {
        Label label = new Label();
        label.textProperty().bind(words.of(Text.of(key)));
        GridPane.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        grid.add(label, 0, row);
        return label;
    }

    private interface Said {
        String of(Comparison comparison, Language language);
    }

    private void figure(GridPane grid, int column, int row, String hue, Said said) {
        Label label = new Label();
        label.getStyleClass().addAll("comparison-figure", hue);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty()
                .bind(words.languageProperty().flatMap(language -> comparison.map(made -> said.of(made, language))));
        GridPane.setHalignment(label, HPos.RIGHT);
        grid.add(label, column, row);
    }
}
