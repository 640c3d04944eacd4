package io.slicewise.cli;

import io.slicewise.cli.OpenedFiles.Part;
import io.slicewise.document.AppFolders;
import io.slicewise.planning.trend.DailyValues;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.planning.trend.Forecast.Direction;
import io.slicewise.planning.trend.Forecast.Refused;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.text.Decimal;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/** {@code forecast RANGE --capacity 0.8 | --slices 56}: when a capacity is reached. Days are those of UTC. */
record ForecastCommand(Terminal terminal, AppFolders folders, Messages words) {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int DECIMALS = 4;

    int run(ParseResult command) {
        String capacity = command.matchedOptionValue(Commands.CAPACITY, (String) null);
        String slices = command.matchedOptionValue(Commands.SLICES, (String) null);
        if ((capacity == null) == (slices == null)) {
            throw new UsageException(Text.of("cli.usage.either", Commands.CAPACITY, Commands.SLICES));
        }
        boolean requested = command.hasMatchedOption(Commands.REQUESTED);
        double goal = capacity != null
                ? Ratios.ratio(Commands.CAPACITY, capacity)
                : Ratios.amount(Commands.SLICES, String.valueOf(slices)).doubleValue();
        OpenedFiles opened = OpenedFiles.of(command, terminal, folders);
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return Cli.FAILED;
        }
        List<Part> ranges = opened.ranges();
        Timeline timeline = ranges.size() == 1 ? ranges.getFirst().timeline() : null;
        if (timeline == null) {
            terminal.err().println(words.say(ranges.isEmpty() ? "worth.noRange" : "worth.oneRange"));
            return Cli.IMPOSSIBLE;
        }
        if (slices != null && models(timeline) > 1) {
            throw new UsageException(Text.of("worth.usage.slices", Commands.SLICES, Commands.CAPACITY));
        }
        Curves curves = Curves.of(timeline, Weights.DEFAULT);
        Measure measure = requested ? Measure.ALLOCATED_SHARE : Measure.WHOLE_GPU;
        DailyValues values = daily(timeline, curves, measure, slices != null);
        double ceiling = requested ? Double.NaN : ceiling(timeline, curves, slices != null);
        return print(command.hasMatchedOption(Commands.JSON), Forecast.of(values, goal, ceiling));
    }

    private static long models(Timeline timeline) {
        return timeline.gpus().stream().map(gpu -> gpu.gpu().model()).distinct().count();
    }

    /** One value a day that is known for half of it at least. */
    private static DailyValues daily(Timeline timeline, Curves curves, Measure measure, boolean inSlices) {
        long first = Math.floorDiv(timeline.start(), DAY);
        long last = Math.floorDiv(timeline.end() - 1, DAY);
        long[] days = new long[(int) (last - first + 1)];
        double[] values = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = first + i;
            long from = days[i] * DAY;
            RangeStatistics all = curves.statistics(measure, from, from + DAY, 1);
            double factor = inSlices ? slices(timeline, from + DAY / 2) : 1;
            values[i] = 2 * all.known() >= DAY ? all.mean() * factor : Double.NaN;
        }
        return DailyValues.of(days, values);
    }

    /** What the figure cannot exceed: the allocated share at the end. */
    private static double ceiling(Timeline timeline, Curves curves, boolean inSlices) {
        long end = timeline.end() - 1;
        return curves.at(Measure.ALLOCATED_SHARE, end) * (inSlices ? slices(timeline, end) : 1);
    }

    private static double slices(Timeline timeline, long time) {
        double sum = 0;
        for (GpuTrack gpu : timeline.gpus()) {
            if (gpu.span().contains(time)) {
                sum += gpu.gpu().model() == null
                        ? Double.NaN
                        : gpu.gpu().model().computeSlices();
            }
        }
        return sum;
    }

    private int print(boolean json, Forecast forecast) {
        Text refusal = refusal(forecast);
        if (json) {
            Json.print(json(forecast), terminal.out());
        } else if (forecast instanceof Seen seen) {
            lines(seen, refusal == null).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        if (refusal != null) {
            terminal.err().println(words.say(refusal));
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }

    /** Why no date is given. */
    private static @Nullable Text refusal(Forecast forecast) {
        return switch (forecast) {
            case Refused refused
            when refused.why() == Forecast.Refusal.TOO_SHORT ->
                Text.of("worth.forecast.tooShort", refused.span(), Forecast.LEAST_DAYS, Forecast.LEAST_VALUES);
            case Refused refused -> Text.of("worth.forecast.gaps", new Percent(refused.coverage()));
            case Seen seen
            when seen.atCeiling() -> Text.of("worth.forecast.ceiling", Commands.SLICES, Commands.REQUESTED);
            case Seen seen when seen.direction() == Direction.OPEN -> Text.of("worth.forecast.noTrend");
            case Seen _ -> null;
        };
    }

    private List<String> lines(Seen seen, boolean withDays) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("worth.forecast.days", seen.span(), new Percent(seen.coverage())));
        lines.add(words.say(
                "worth.forecast.slope",
                new Decimal(seen.line().slope(), DECIMALS),
                new Decimal(seen.line().low(), DECIMALS),
                new Decimal(seen.line().high(), DECIMALS)));
        if (withDays) {
            lines.add(words.say("worth.forecast.earliest", day(seen, seen.days().earliest())));
            lines.add(words.say("worth.forecast.expected", day(seen, expected(seen))));
            lines.add(words.say("worth.forecast.latest", day(seen, seen.days().latest())));
        }
        if (!seen.isTrusted()) {
            lines.add(words.say(
                    "worth.forecast.caution",
                    new Decimal(seen.backtest().trend(), DECIMALS),
                    new Decimal(seen.backtest().lastWeek(), DECIMALS)));
        }
        lines.add(words.say("worth.forecast.atBest"));
        return lines;
    }

    /** Where repeating the last week would have been nearer, nothing is expected by the line. */
    private static OptionalInt expected(Seen seen) {
        return seen.isTrusted() ? seen.days().expected() : OptionalInt.empty();
    }

    private static String day(Seen seen, OptionalInt after) {
        return after.isEmpty()
                ? Numbers.NONE
                : LocalDate.ofEpochDay(seen.band().day(after.getAsInt())).toString();
    }

    private static ObjectNode json(Forecast forecast) {
        ObjectNode root = Json.document();
        Text refusal = refusal(forecast);
        root.put(
                "refusal",
                refusal == null ? null : refusal.key().substring(refusal.key().lastIndexOf('.') + 1));
        root.put("days", forecast.span());
        root.put("coverage", forecast.coverage());
        if (forecast instanceof Seen seen) {
            root.put("horizon", seen.band().horizon());
            root.put("slopePerDay", seen.line().slope());
            root.putArray("slopeInterval")
                    .add(seen.line().low())
                    .add(seen.line().high());
            put(root, "earliest", seen, refusal == null ? seen.days().earliest() : OptionalInt.empty());
            put(root, "expected", seen, refusal == null ? expected(seen) : OptionalInt.empty());
            put(root, "latest", seen, refusal == null ? seen.days().latest() : OptionalInt.empty());
            root.put("caution", !seen.isTrusted());
            root.put("atCeiling", seen.atCeiling());
            root.put("errorOfTrend", seen.backtest().trend());
            root.put("errorOfLastWeek", seen.backtest().lastWeek());
        }
        return root;
    }

    private static void put(ObjectNode root, String field, Seen seen, OptionalInt after) {
        if (after.isEmpty()) {
            root.putNull(field);
        } else {
            root.putObject(field).put("inDays", after.getAsInt()).put("date", day(seen, after));
        }
    }
}
