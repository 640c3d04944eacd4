package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.planning.goal.GoalFigure;
import io.slicewise.planning.goal.GoalGrid;
import io.slicewise.planning.goal.GoalVariable;
import io.slicewise.scenario.Scenario;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A figure over two inputs, each the common utilization of some instances. Needs no toolkit; for one thread. */
final class GridModel {
    private static final double USUAL_THRESHOLD = 0.7;

    private final Document document;
    private final ObjectProperty<GoalFigure> figure = new SimpleObjectProperty<>(this, "figure", GoalFigure.WEIGHTED);
    private final ObjectProperty<@Nullable GoalVariable> across = new SimpleObjectProperty<>(this, "across");
    private final ObjectProperty<@Nullable GoalVariable> down = new SimpleObjectProperty<>(this, "down");
    private final DoubleProperty threshold = new SimpleDoubleProperty(this, "threshold", USUAL_THRESHOLD);
    private final ReadOnlyObjectWrapper<@Nullable GoalGrid> grid = new ReadOnlyObjectWrapper<>();

    GridModel(Document document) {
        this.document = document;
        document.scenarioProperty().subscribe(this::follow);
        figure.subscribe((_, _) -> compute());
        across.subscribe((_, _) -> compute());
        down.subscribe((_, _) -> compute());
    }

    /** Which figure. */
    ObjectProperty<GoalFigure> figureProperty() {
        return figure;
    }

    /** What changes from the left to the right. */
    ObjectProperty<@Nullable GoalVariable> acrossProperty() {
        return across;
    }

    /** What changes from the bottom to the top. */
    ObjectProperty<@Nullable GoalVariable> downProperty() {
        return down;
    }

    /** From where on it is enough, a ratio. */
    DoubleProperty thresholdProperty() {
        return threshold;
    }

    /** The figure; {@code null} where no two inputs are chosen that have nothing in common. */
    ReadOnlyObjectProperty<@Nullable GoalGrid> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    /** What can change. */
    List<GoalVariable> variables() {
        return GoalVariable.of(document.scenario().fleet());
    }

    /** What can change while another does: what has nothing in common with it. */
    List<GoalVariable> besides(@Nullable GoalVariable other) {
        return variables().stream()
                .filter(one -> other == null || Collections.disjoint(one.instances(), other.instances()))
                .toList();
    }

    /** What is chosen stays as long as it is there; else two that go together are. */
    private void follow(Scenario scenario) {
        List<GoalVariable> all = GoalVariable.of(scenario.fleet());
        across.set(same(all, across.get())
                .or(() -> all.stream()
                        .filter(one -> one.kind() != GoalVariable.Kind.ALL)
                        .findFirst())
                .orElse(null));
        down.set(same(all, down.get())
                .or(() -> besides(across.get()).stream().findFirst())
                .orElse(null));
        compute();
    }

    private static Optional<GoalVariable> same(List<GoalVariable> all, @Nullable GoalVariable chosen) {
        return all.stream().filter(one -> one.equals(chosen)).findFirst();
    }

    private void compute() {
        GoalVariable x = across.get();
        GoalVariable y = down.get();
        Scenario now = document.scenario();
        boolean fits = x != null && y != null && Collections.disjoint(x.instances(), y.instances());
        grid.set(
                fits && x != null && y != null
                        ? GoalGrid.of(now.fleet(), now.weights(), figure.get(), x.instances(), y.instances())
                        : null);
    }
}
