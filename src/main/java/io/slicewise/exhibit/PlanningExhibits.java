package io.slicewise.exhibit;

import io.slicewise.chart.Axis;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Reference;
import io.slicewise.chart.TimeAxis;
import io.slicewise.chart.TimelineChart;
import io.slicewise.chart.Unit;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.DailySeries;
import io.slicewise.planning.trend.DailyValues;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.planning.trend.Forecast.Band;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TargetForecast;
import io.slicewise.planning.trend.TrendSentences;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.usage.timeline.Window;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The charts of what a recorded range tells a planner, in one language.
 *
 * @param words the language
 */
public record PlanningExhibits(Messages words) {
    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Above the highest value of a number, so that its line and words have room. */
    private static final double HEADROOM = 1.12;

    /** A figure as it was recorded, and as it would have been in another layout. */
    public TimelineChart replay(
            Timeline timeline, Curves before, Curves after, Measure measure, ZoneId zone, int parts) {
        String name = words.say(TimelineExhibits.key(measure));
        double mean = before.mean(measure, timeline.start(), timeline.end());
        double then = after.mean(measure, timeline.start(), timeline.end());
        return new TimelineChart(
                ChartHeading.of(words.say("sizing.chart.title", name), words.say("timeline.nothing"))
                        .withSummary(words.say("sizing.chart.summary", name, new Percent(mean), new Percent(then))),
                new TimeAxis(timeline.start(), timeline.end(), zone, words.language()),
                Axis.of(words.say("timeline.axis"), Unit.percent(words.language()))
                        .between(0, Double.NaN),
                List.of(
                        curve("sizing.chart.recorded", name, ColorRole.NEUTRAL, timeline, before, measure, parts),
                        curve("sizing.chart.replayed", name, role(measure), timeline, after, measure, parts)),
                null,
                List.of(),
                null,
                List.of());
    }

    private TimelineChart.Curve curve(
            String key, String name, ColorRole role, Timeline timeline, Curves curves, Measure measure, int parts) {
        Window.Curve curve =
                curves.window(timeline.start(), timeline.end(), parts).curve(measure);
        TimelineChart.Values means = new TimelineChart.Values(curve.means());
        return new TimelineChart.Curve(words.say(key, name), role, means, means, means, Double.NaN);
    }

    private static ColorRole role(Measure measure) {
        return TimelineExhibits.FIGURES.getOrDefault(measure, ColorRole.SERIES_1);
    }

    /** A figure from day to day, what is to come of it, and what must not be reached. */
    public TimelineChart forecast(DailySeries series, Forecast forecast, double capacity) {
        DailyValues values = series.values();
        String name = words.say(series.figure().title());
        Band band = forecast instanceof Seen seen ? seen.band() : null;
        int span = Math.max(1, values.span());
        int ahead = band == null ? 0 : band.horizon();
        long first = values.size() == 0 ? 0 : values.day(0);
        double[] past = gaps(span + ahead);
        double[] middle = gaps(span + ahead);
        double[] low = gaps(span + ahead);
        double[] high = gaps(span + ahead);
        for (int i = 0; i < values.size(); i++) {
            past[(int) (values.day(i) - first)] = values.value(i);
        }
        for (int after = 1; band != null && after <= ahead; after++) {
            put(band, band.day(after), most(series), span - 1 + after, middle, low, high);
        }
        ColorRole role = role(series.figure());
        List<TimelineChart.Curve> curves = new ArrayList<>();
        curves.add(curve(words.say("trend.chart.recorded"), role, past, past, past));
        if (band != null) {
            curves.add(curve(words.say("trend.chart.forecast"), ColorRole.ACCENT, middle, low, high));
        }
        Text refusal = TrendSentences.refusal(forecast);
        return new TimelineChart(
                ChartHeading.of(words.say("trend.chart.title", name), words.say("trend.chart.none"))
                        .withSummary(summary(series, forecast, capacity)),
                new TimeAxis(first * DAY, (first + span + ahead) * DAY, ZoneId.of("UTC"), words.language()),
                axis(series, capacity, past, high),
                curves,
                null,
                forecast instanceof Seen seen && refusal == null ? dates(seen) : List.of(),
                null,
                List.of(target(series.figure(), capacity)));
    }

    /**
     * Curves that go on to what is to come of a figure, on the clock and the axis that they have. A figure that is no ratio has an
     * axis of its own, and stands there alone.
     *
     * @param recorded the curves, on a stretch of time that may end after them
     * @param isDrawn whether one of the curves is the figure; else its daily means stand beside them
     */
    public TimelineChart ahead(TimelineChart recorded, TargetForecast ahead, boolean isDrawn) {
        DailySeries series = ahead.series();
        boolean isRatio = series.figure().isRatio();
        int parts = recorded.parts();
        double[] past = gaps(parts);
        double[] middle = gaps(parts);
        double[] low = gaps(parts);
        double[] high = gaps(parts);
        for (int part = 0; part < parts; part++) {
            long day = Math.floorDiv((recorded.timeOf(part) + recorded.timeOf(part + 1)) / 2, DAY);
            past[part] = series.values().at(day);
            if (ahead.forecast() instanceof Seen seen) {
                put(seen.band(), day, most(series), part, middle, low, high);
            }
        }
        List<TimelineChart.Curve> curves = new ArrayList<>(isRatio ? recorded.curves() : List.of());
        if (!isDrawn) {
            String name = words.say(series.figure().title());
            curves.add(curve(words.say("trend.chart.daily", name), role(series.figure()), past, past, past));
        }
        if (ahead.forecast() instanceof Seen) {
            curves.add(curve(words.say("trend.chart.forecast"), ColorRole.ACCENT, middle, low, high));
        }
        List<TimelineChart.Event> events = new ArrayList<>(recorded.events());
        if (ahead.forecast() instanceof Seen seen && TrendSentences.refusal(seen) == null) {
            events.addAll(dates(seen));
        }
        List<Reference> references = new ArrayList<>(isRatio ? recorded.references() : List.of());
        references.add(target(series.figure(), ahead.capacity()));
        String summary = summary(series, ahead.forecast(), ahead.capacity());
        return new TimelineChart(
                recorded.heading().withSummary(recorded.heading().summary() + " " + summary),
                recorded.time(),
                isRatio ? recorded.values() : axis(series, ahead.capacity(), past, high),
                curves,
                recorded.coverage(),
                events,
                recorded.cursor(),
                references);
    }

    /** What is to come of a day, where it is one of those to come. */
    private static void put(Band band, long day, double most, int at, double[] middle, double[] low, double[] high) {
        long after = day - band.day(0);
        if (after >= 1 && after <= band.horizon()) {
            middle[at] = Math.clamp(band.middle((int) after), 0, most);
            low[at] = Math.clamp(band.low((int) after), 0, most);
            high[at] = Math.clamp(band.high((int) after), 0, most);
        }
    }

    private static double most(DailySeries series) {
        return series.figure().isRatio() ? 1 : Double.POSITIVE_INFINITY;
    }

    private String summary(DailySeries series, Forecast forecast, double capacity) {
        Text refusal = TrendSentences.refusal(forecast);
        return refusal == null ? sentence(series, (Seen) forecast, capacity) : words.say(refusal);
    }

    private Reference target(DailyFigure figure, double capacity) {
        return new Reference(words.say("trend.chart.target", amount(figure, capacity)), capacity, ColorRole.CEILING);
    }

    private static double[] gaps(int length) {
        double[] gaps = new double[length];
        Arrays.fill(gaps, Double.NaN);
        return gaps;
    }

    private static TimelineChart.Curve curve(
            String name, ColorRole role, double[] means, double[] lows, double[] highs) {
        return new TimelineChart.Curve(
                name,
                role,
                new TimelineChart.Values(means),
                new TimelineChart.Values(lows),
                new TimelineChart.Values(highs),
                Double.NaN);
    }

    private static ColorRole role(DailyFigure figure) {
        return switch (figure) {
            case WHOLE_GPU, SLICES_IN_USE -> ColorRole.WHOLE_GPU;
            case ALLOCATED, SLICES_REQUESTED -> ColorRole.SERIES_1;
            case MEMORY -> ColorRole.SERIES_2;
        };
    }

    private Axis axis(DailySeries series, double capacity, double[] past, double[] high) {
        if (series.figure().isRatio()) {
            return Axis.of(words.say("trend.chart.axis"), Unit.percent(words.language()))
                    .between(0, 1);
        }
        double top = Double.isFinite(capacity) ? capacity : 0;
        for (double[] values : List.of(past, high)) {
            top = Arrays.stream(values).filter(Double::isFinite).reduce(top, Math::max);
        }
        double most = Double.isFinite(series.hardware()) ? Math.max(top, series.hardware()) : top;
        return Axis.of(words.say("trend.chart.axis"), unit(series.figure())).between(0, most * HEADROOM);
    }

    private Unit unit(DailyFigure figure) {
        return figure.isRatio()
                ? Unit.percent(words.language())
                : Unit.number(figure == DailyFigure.MEMORY ? "GiB" : "");
    }

    /** A value of a figure with its unit: {@code 80.0%}, {@code 56}, {@code 640 GiB}. */
    public String amount(DailyFigure figure, double value) {
        return unit(figure).withSymbol(value);
    }

    /** What each weekday differs from the mean of a week, name and value in turn, from Monday on; none where that is not told. */
    public Map<String, String> weekdays(DailyFigure figure, Seen seen) {
        Locale locale = words.language().locale();
        Unit unit = figure.isRatio() ? Unit.points(words.language()) : unit(figure);
        Map<String, String> weekdays = new LinkedHashMap<>();
        TrendSentences.weekdays(seen)
                .forEach((day, value) -> weekdays.put(
                        day.getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                        figure.isRatio() || value <= 0 ? unit.withSymbol(value) : "+" + unit.withSymbol(value)));
        return weekdays;
    }

    /** The three dates in a sentence. */
    public String sentence(DailySeries series, Seen seen, double capacity) {
        if (seen.days().earliest().isEmpty()) {
            return words.say(
                    "trend.sentence.never",
                    series.figure().title(),
                    amount(series.figure(), capacity),
                    seen.band().horizon());
        }
        return words.say(
                "trend.sentence",
                series.figure().title(),
                amount(series.figure(), capacity),
                TrendSentences.expected(seen),
                TrendSentences.day(seen, seen.days().earliest()),
                TrendSentences.day(seen, seen.days().latest()));
    }

    private List<TimelineChart.Event> dates(Seen seen) {
        List<TimelineChart.Event> events = new ArrayList<>();
        mark(events, seen, "trend.earliest", seen.days().earliest());
        mark(events, seen, "trend.expected", seen.expected());
        mark(events, seen, "trend.latest", seen.days().latest());
        return events;
    }

    private void mark(List<TimelineChart.Event> events, Seen seen, String key, OptionalInt after) {
        if (after.isPresent()) {
            long day = seen.band().day(after.getAsInt());
            events.add(new TimelineChart.Event(
                    day * DAY + DAY / 2, words.say(key), List.of(words.say(TrendSentences.day(seen, after)))));
        }
    }
}
