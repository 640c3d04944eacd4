package io.slicewise.desktop.timeline;

import io.slicewise.chart.Axis;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Reference;
import io.slicewise.chart.TimeAxis;
import io.slicewise.chart.TimelineChart;
import io.slicewise.chart.Unit;
import io.slicewise.mig.Layouts;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Reconfiguration;
import io.slicewise.usage.timeline.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chart of what is looked at, in a language.
 *
 * @param said the language
 */
record TimelineSpec(Messages said) {
    /** The three figures in their order, each with its colour. */
    static final Map<Measure, ColorRole> FIGURES = figures();

    private static Map<Measure, ColorRole> figures() {
        Map<Measure, ColorRole> figures = new LinkedHashMap<>();
        figures.put(Measure.INSTANCE_AVERAGE, ColorRole.INSTANCE_AVERAGE);
        figures.put(Measure.WEIGHTED_AVERAGE, ColorRole.WEIGHTED);
        figures.put(Measure.WHOLE_GPU, ColorRole.WHOLE_GPU);
        return Collections.unmodifiableMap(figures);
    }

    /** More marks on the clock than that are one colour; the list beside the chart has them all. */
    private static final int MOST_EVENTS = 60;

    /**
     * The chart.
     *
     * @param curves {@code null} while they are worked out
     * @param parts into how many parts the time is cut
     */
    TimelineChart chart(TimeModel model, @Nullable Curves curves, int parts) {
        Stretch shown = model.stretch();
        TimeAxis time =
                new TimeAxis(shown.from(), shown.to(), model.zoneProperty().get(), said.language());
        Axis values = Axis.of(said.say("timeline.axis"), Unit.percent(said.language()))
                .between(0, 1);
        if (curves == null) {
            return new TimelineChart(
                    heading("timeline.working"), time, values, List.of(), null, List.of(), null, List.of());
        }
        Window window = curves.window(shown.from(), shown.to(), parts);
        double alert = model.thresholdProperty().get();
        return new TimelineChart(
                heading("timeline.nothing").withSummary(summary(model, curves, time)),
                time,
                values,
                List.of(
                        curve(model, curves, window, Measure.INSTANCE_AVERAGE),
                        curve(model, curves, window, Measure.WEIGHTED_AVERAGE),
                        curve(model, curves, window, Measure.WHOLE_GPU)),
                new TimelineChart.Coverage(
                        said.say("timeline.coverage"),
                        new TimelineChart.Values(window.curve(Measure.COVERAGE).means())),
                model.events(said),
                model.cursor()
                        .map(at -> new TimelineChart.Cursor(at, time.moment(at)))
                        .orElse(null),
                List.of(new Reference(said.say("timeline.alert", new Percent(alert)), alert, ColorRole.CEILING)));
    }

    private ChartHeading heading(String whenEmpty) {
        return ChartHeading.of(said.say("timeline.chart"), said.say(whenEmpty));
    }

    private String summary(TimeModel model, Curves curves, TimeAxis time) {
        Stretch shown = model.stretch();
        List<Object> means = new ArrayList<>();
        for (Measure measure : FIGURES.keySet()) {
            means.add(new Percent(
                    curves.statistics(measure, shown.from(), shown.to(), 1).mean()));
        }
        return said.say("timeline.summary", time.days(), means.get(0), means.get(1), means.get(2));
    }

    /** What a figure is called. */
    static String key(Measure measure) {
        return switch (measure) {
            case INSTANCE_AVERAGE -> "figures.average.name";
            case WEIGHTED_AVERAGE -> "figures.weighted.name";
            case WHOLE_GPU -> "figures.whole.name";
            case ALLOCATED_SHARE -> "timeline.allocated";
            case COVERAGE -> "timeline.coverage";
        };
    }

    private TimelineChart.Curve curve(TimeModel model, Curves curves, Window window, Measure measure) {
        Window.Curve curve = window.curve(measure);
        return new TimelineChart.Curve(
                said.say(key(measure)),
                FIGURES.getOrDefault(measure, ColorRole.NEUTRAL),
                new TimelineChart.Values(curve.means()),
                new TimelineChart.Values(curve.lows()),
                new TimelineChart.Values(curve.highs()),
                model.cursor().map(at -> curves.at(measure, at)).orElse(Double.NaN));
    }

    /** Where GPUs were partitioned anew. */
    List<TimelineChart.Event> events(TimelineModel model) {
        return model.choiceProperty().get().timeline().reconfigurations().stream()
                .filter(r -> r.time() >= model.stretch().from()
                        && r.time() < model.stretch().to())
                .limit(MOST_EVENTS)
                .map(r -> new TimelineChart.Event(
                        r.time(), said.say("timeline.reconfigured", gpuName(model, r)), List.of(change(r))))
                .toList();
    }

    /** What people call the GPU that was partitioned anew. */
    static String gpuName(TimelineModel model, Reconfiguration event) {
        return model.timeline().gpus().stream()
                .filter(gpu -> gpu.gpu().id().equals(event.gpu()))
                .findFirst()
                .map(gpu -> gpu.gpu().host().isEmpty()
                        ? gpu.gpu().name()
                        : gpu.gpu().host() + " · " + gpu.gpu().name())
                .orElse(event.gpu());
    }

    /** {@code 7 × 1g.10gb → 3g.40gb + 4g.40gb}. */
    static String change(Reconfiguration event) {
        return Layouts.describe(event.before()) + " → " + Layouts.describe(event.after());
    }
}
