package io.slicewise.desktop.plan;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.DailySeries;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Timeline;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * When a recorded range reaches a target: a figure from day to day, and a target that somebody can move. Needs no toolkit; for one
 * thread.
 */
final class WhenModel {
    private final PurchaseModel purchase;
    private final List<DailyFigure> figures;
    private final Stoppable work;
    private final Stoppable ahead;
    private final Timeline timeline;
    private final ObjectProperty<DailyFigure> figure;
    private final Map<DailyFigure, Double> targets = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Map<DailyFigure, DailySeries>> series =
            new ReadOnlyObjectWrapper<>(this, "series");
    private final ReadOnlyObjectWrapper<@Nullable Ahead> shown = new ReadOnlyObjectWrapper<>(this, "shown");

    /**
     * What is to come.
     *
     * @param series the figure from day to day
     * @param capacity what must not be reached
     * @param forecast when it is
     */
    record Ahead(DailySeries series, double capacity, Forecast forecast) {}

    WhenModel(Timeline timeline, PurchaseModel purchase, PlanActions actions) {
        this.timeline = timeline;
        this.purchase = purchase;
        work = new Stoppable(actions);
        ahead = new Stoppable(actions);
        figures = offered(timeline);
        figure = new SimpleObjectProperty<>(this, "figure", figures.getFirst());
        figure.subscribe((_, _) -> look());
        series.subscribe((_, _) -> look());
        compute();
    }

    /** The allocated share stands for requested slices where slices of several models do not add up. */
    private static List<DailyFigure> offered(Timeline timeline) {
        List<DailyFigure> all = DailyFigure.of(timeline);
        return all.stream()
                .filter(one -> one != DailyFigure.ALLOCATED || !all.contains(DailyFigure.SLICES_REQUESTED))
                .toList();
    }

    /** What can be looked at, of this range. */
    List<DailyFigure> figures() {
        return figures;
    }

    /** What is looked at. */
    ObjectProperty<DailyFigure> figureProperty() {
        return figure;
    }

    Stoppable work() {
        return work;
    }

    /** What is to come; {@code null} before the first time. */
    ReadOnlyObjectProperty<@Nullable Ahead> aheadProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Moves the target of the figure that is looked at. */
    void setTarget(double capacity) {
        targets.put(figure.get(), capacity);
        look();
    }

    /** What all GPUs of the plan have of the figure; empty where there is no plan, or it is no number of theirs. */
    OptionalDouble planned() {
        PurchasePlan plan = purchase.pool();
        if (plan == null || plan.models().isEmpty() || figure.get().isRatio()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (ModelPlan one : plan.models()) {
            GpuModel model = one.offer().model();
            Double gib = model.memoryGib();
            double each = figure.get() == DailyFigure.MEMORY ? gib == null ? Double.NaN : gib : model.computeSlices();
            sum += one.installed() * each;
        }
        return Double.isNaN(sum) ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** Works out the days anew. */
    void compute() {
        work.ask(
                cancel -> {
                    Curves curves = Curves.of(timeline, Weights.DEFAULT, _ -> true, cancel);
                    Map<DailyFigure, DailySeries> all = new EnumMap<>(DailyFigure.class);
                    for (DailyFigure one : figures) {
                        cancel.check();
                        all.put(one, DailySeries.of(timeline, curves, one));
                    }
                    return all;
                },
                series::set);
    }

    private void look() {
        Map<DailyFigure, DailySeries> all = series.get();
        DailySeries now = all == null ? null : all.get(figure.get());
        if (now != null) {
            double capacity = targets.getOrDefault(now.figure(), now.usualCapacity());
            ahead.ask(_ -> new Ahead(now, capacity, now.forecast(capacity)), shown::set);
        }
    }
}
