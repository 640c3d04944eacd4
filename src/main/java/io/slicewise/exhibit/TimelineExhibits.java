package io.slicewise.exhibit;

import io.slicewise.chart.Axis;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Reference;
import io.slicewise.chart.TimeAxis;
import io.slicewise.chart.TimelineChart;
import io.slicewise.chart.Unit;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.Layouts;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Reconfiguration;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.usage.timeline.Window;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chart of the figures over time, in one language.
 *
 * @param words the language
 */
public record TimelineExhibits(Messages words) {
    /** The three figures in their order, each with its colour. */
    public static final Map<Measure, ColorRole> FIGURES = figures();

    /** Decimals of kilowatt-hours. */
    private static final int KWH = 1;

    /** More marks on the clock than that are one colour; the list beside the chart has them all. */
    private static final int MOST_EVENTS = 60;

    private static Map<Measure, ColorRole> figures() {
        Map<Measure, ColorRole> figures = new LinkedHashMap<>();
        figures.put(Measure.INSTANCE_AVERAGE, ColorRole.INSTANCE_AVERAGE);
        figures.put(Measure.WEIGHTED_AVERAGE, ColorRole.WEIGHTED);
        figures.put(Measure.WHOLE_GPU, ColorRole.WHOLE_GPU);
        return Collections.unmodifiableMap(figures);
    }

    /**
     * What is looked at.
     *
     * @param from the first instant, in milliseconds since 1970 UTC
     * @param to the instant after the last
     * @param zone whose clocks
     * @param parts into how many parts the time is cut
     * @param alert from which ratio on an alert is due
     * @param cursor the moment that is looked at; {@code null} for none
     */
    public record Shown(
            long from,
            long to,
            ZoneId zone,
            int parts,
            double alert,
            @Nullable Long cursor) {
        /** All of a timeline. */
        public static Shown whole(Timeline timeline, ZoneId zone, int parts, double alert) {
            return new Shown(timeline.start(), timeline.end(), zone, parts, alert, null);
        }
    }

    /** The chart before the figures are worked out. */
    public TimelineChart working(Shown shown) {
        return new TimelineChart(
                heading("timeline.working"),
                time(shown),
                values(ReadingKind.ENGINE),
                List.of(),
                null,
                List.of(),
                null,
                List.of());
    }

    /**
     * The chart.
     *
     * @param timeline what was recorded; its reconfigurations are marked
     * @param curves its figures
     */
    public TimelineChart chart(Timeline timeline, Curves curves, Shown shown) {
        return chart(events(timeline, shown), curves, shown);
    }

    /**
     * The chart of figures, whatever worked them out.
     *
     * @param events what is marked on the clock
     */
    public TimelineChart chart(List<TimelineChart.Event> events, Curves curves, Shown shown) {
        Window window = curves.window(shown.from(), shown.to(), shown.parts());
        Long cursor = shown.cursor();
        return new TimelineChart(
                heading("timeline.nothing").withSummary(summary(curves, shown)),
                time(shown),
                values(curves.weights().reading()),
                FIGURES.keySet().stream()
                        .map(measure -> curve(curves, window, measure, cursor))
                        .toList(),
                new TimelineChart.Coverage(
                        words.say("timeline.coverage"),
                        new TimelineChart.Values(window.curve(Measure.COVERAGE).means())),
                events,
                cursor == null
                        ? null
                        : new TimelineChart.Cursor(cursor, time(shown).moment(cursor)),
                List.of(new Reference(
                        words.say("timeline.alert", new Percent(shown.alert())), shown.alert(), ColorRole.CEILING)));
    }

    private TimeAxis time(Shown shown) {
        return new TimeAxis(shown.from(), shown.to(), shown.zone(), words.language());
    }

    /**
     * What GPUs drew over time, in watts.
     *
     * @param events what is marked on the clock
     */
    public TimelineChart power(List<TimelineChart.Event> events, PowerCurve power, Shown shown) {
        Window.Curve curve = power.window(shown.from(), shown.to(), shown.parts());
        RangeStatistics all = power.statistics(shown.from(), shown.to());
        Long cursor = shown.cursor();
        return new TimelineChart(
                ChartHeading.of(words.say("timeline.power.chart", power.gpus()), words.say("timeline.nothing"))
                        .withSummary(words.say(
                                "timeline.power.summary",
                                time(shown).days(),
                                new Decimal(all.mean(), 0),
                                new Decimal(all.max(), 0),
                                new Decimal(power.kilowattHours(shown.from(), shown.to()), KWH))),
                time(shown),
                Axis.of(words.say("timeline.power.axis"), Unit.number("W")).between(0, Double.NaN),
                List.of(new TimelineChart.Curve(
                        words.say("timeline.power.axis"),
                        ColorRole.SERIES_1,
                        new TimelineChart.Values(curve.means()),
                        new TimelineChart.Values(curve.lows()),
                        new TimelineChart.Values(curve.highs()),
                        cursor == null ? Double.NaN : power.at(cursor))),
                null,
                events,
                cursor == null
                        ? null
                        : new TimelineChart.Cursor(cursor, time(shown).moment(cursor)),
                List.of());
    }

    private Axis values(ReadingKind reading) {
        String title = reading == ReadingKind.ENGINE ? "timeline.axis" : "usage.reading." + reading.id();
        return Axis.of(words.say(title), Unit.percent(words.language())).between(0, 1);
    }

    private ChartHeading heading(String whenEmpty) {
        return ChartHeading.of(words.say("timeline.chart"), words.say(whenEmpty));
    }

    private String summary(Curves curves, Shown shown) {
        List<Object> means = new ArrayList<>();
        for (Measure measure : FIGURES.keySet()) {
            means.add(new Percent(curves.mean(measure, shown.from(), shown.to())));
        }
        return words.say("timeline.summary", time(shown).days(), means.get(0), means.get(1), means.get(2));
    }

    private TimelineChart.Curve curve(Curves curves, Window window, Measure measure, @Nullable Long cursor) {
        Window.Curve curve = window.curve(measure);
        return new TimelineChart.Curve(
                words.say(key(measure)),
                FIGURES.getOrDefault(measure, ColorRole.NEUTRAL),
                new TimelineChart.Values(curve.means()),
                new TimelineChart.Values(curve.lows()),
                new TimelineChart.Values(curve.highs()),
                cursor == null ? Double.NaN : curves.at(measure, cursor));
    }

    /** The reconfigurations in what is looked at, the first ones of very many. */
    public List<TimelineChart.Event> events(Timeline timeline, Shown shown) {
        Naming naming = timeline.naming();
        return timeline.reconfigurations().stream()
                .filter(event -> event.time() >= shown.from() && event.time() < shown.to())
                .limit(MOST_EVENTS)
                .map(event -> new TimelineChart.Event(
                        event.time(),
                        words.say("timeline.reconfigured", naming.gpu(event.gpu())),
                        List.of(change(event))))
                .toList();
    }

    /** The message key of what a figure is called. */
    public static String key(Measure measure) {
        return switch (measure) {
            case INSTANCE_AVERAGE -> "figures.average.name";
            case WEIGHTED_AVERAGE -> "figures.weighted.name";
            case WHOLE_GPU -> "figures.whole.name";
            case ALLOCATED_SHARE -> "timeline.allocated";
            case COVERAGE -> "timeline.coverage";
        };
    }

    /** {@code 7 × 1g.10gb → 3g.40gb + 4g.40gb}. */
    public static String change(Reconfiguration event) {
        return Layouts.describe(event.before()) + " → " + Layouts.describe(event.after());
    }
}
