package io.slicewise.desktop.plan;

import io.slicewise.desktop.control.VariableChoice;
import io.slicewise.desktop.words.Words;
import io.slicewise.planning.goal.GoalFigure;
import io.slicewise.planning.goal.GoalGrid;
import io.slicewise.planning.goal.GoalVariable;
import io.slicewise.text.Text;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a figure would be if two groups of instances were used otherwise: a map of heat with a line at the threshold. */
final class WhatIfPane extends VBox {
    private static final int FIELD = 5;

    private final PlanDesk desk;
    private final GridModel model;
    private final Words words;
    private final PlanParts parts;
    private final HeatGrid map;
    private final Label said = PlanParts.sentence("", "muted");

    WhatIfPane(PlanDesk desk, Words words) {
        this.desk = desk;
        this.words = words;
        model = new GridModel(desk.document());
        parts = new PlanParts(words);
        map = new HeatGrid(words);
        ScrollPane wide = new ScrollPane(map);
        wide.setFitToHeight(true);
        wide.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        wide.getStyleClass().addAll("edge-to-edge", "plan-scroll");
        getStyleClass().add("plan-section");
        getChildren().addAll(parts.title("goal.grid.title"), choices(), said, wide);
        model.gridProperty().subscribe(_ -> show());
        model.thresholdProperty().subscribe(_ -> show());
        words.languageProperty().subscribe((_, _) -> show());
    }

    private Node choices() {
        LiveField threshold = new LiveField(
                () -> Typed.shownPercent(model.thresholdProperty().get()) + "%",
                typed -> {
                    OptionalDouble ratio = Typed.percent(typed);
                    boolean fits = ratio.isPresent() && ratio.getAsDouble() <= 1;
                    if (fits) {
                        model.thresholdProperty().set(ratio.getAsDouble());
                    }
                    return fits;
                },
                () -> {},
                () -> Text.of("goal.expected"),
                words);
        threshold.setPrefColumnCount(FIELD);
        threshold.show();
        Button copy = parts.button("goal.grid.copy", this::copy);
        copy.disableProperty().bind(model.gridProperty().isNull());
        FlowPane row = new FlowPane(
                parts.field(
                        Text.of("goal.grid.figure"),
                        parts.segments(
                                List.of(GoalFigure.values()),
                                figure -> Text.of("goal.figure." + figure.id()),
                                model.figureProperty(),
                                model.figureProperty()::set)),
                parts.field(Text.of("goal.grid.across"), choice(model.acrossProperty(), model.downProperty())),
                parts.field(Text.of("goal.grid.down"), choice(model.downProperty(), model.acrossProperty())),
                parts.field(Text.of("goal.grid.threshold"), threshold),
                copy);
        row.getStyleClass().addAll("plan-ways", "plan-question");
        return row;
    }

    private VariableChoice choice(
            ObjectProperty<@Nullable GoalVariable> chosen, ObjectProperty<@Nullable GoalVariable> other) {
        return new VariableChoice(() -> model.besides(other.get()), chosen, chosen::set, words);
    }

    private void show() {
        GoalGrid grid = model.gridProperty().get();
        map.show(grid, model.thresholdProperty().get());
        map.setVisible(grid != null);
        map.setManaged(grid != null);
        said.setText(words.now(grid == null ? "goal.grid.none" : "goal.grid.how"));
    }

    private void copy() {
        GoalGrid grid = model.gridProperty().get();
        if (grid != null) {
            desk.actions()
                    .copy(HeatGrid.table(
                            grid,
                            words.now("goal.figure."
                                    + model.figureProperty().get().id())));
        }
    }
}
