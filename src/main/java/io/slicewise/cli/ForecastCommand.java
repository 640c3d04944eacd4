package io.slicewise.cli;

import io.slicewise.cli.OpenedFiles.Part;
import io.slicewise.document.AppFolders;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.DailySeries;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TrendSentences;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/** {@code forecast RANGE --capacity 0.8 | --slices 56}: when a capacity is reached. Days are those of UTC. */
record ForecastCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    @Override
    public String name() {
        return "forecast";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.worth(name(), "worth.help.forecast")
                .addOption(options.string(CommandOptions.CAPACITY, "RATIO", "worth.help.capacity"))
                .addOption(options.string(CommandOptions.SLICES, "NUMBER", "worth.help.slices"))
                .addOption(options.flag(CommandOptions.REQUESTED, "worth.help.requested"));
    }

    @Override
    public int run(ParseResult command) {
        String capacity = command.matchedOptionValue(CommandOptions.CAPACITY, (String) null);
        String slices = command.matchedOptionValue(CommandOptions.SLICES, (String) null);
        if ((capacity == null) == (slices == null)) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.CAPACITY, CommandOptions.SLICES));
        }
        boolean requested = command.hasMatchedOption(CommandOptions.REQUESTED);
        double goal = capacity != null
                ? Ratios.ratio(CommandOptions.CAPACITY, capacity)
                : Ratios.amount(CommandOptions.SLICES, String.valueOf(slices)).doubleValue();
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
        DailyFigure figure = capacity != null
                ? requested ? DailyFigure.ALLOCATED : DailyFigure.WHOLE_GPU
                : requested ? DailyFigure.SLICES_REQUESTED : DailyFigure.SLICES_IN_USE;
        if (!DailyFigure.of(timeline).contains(figure)) {
            throw new UsageException(Text.of("worth.usage.slices", CommandOptions.SLICES, CommandOptions.CAPACITY));
        }
        DailySeries series = DailySeries.of(timeline, Curves.of(timeline, Weights.DEFAULT), figure);
        return print(command.hasMatchedOption(CommandOptions.JSON), figure, series.forecast(goal));
    }

    private int print(boolean json, DailyFigure figure, Forecast forecast) {
        Text refusal = TrendSentences.refusal(forecast);
        if (json) {
            Json.print(json(forecast), terminal.out());
        } else if (forecast instanceof Seen seen) {
            lines(figure, seen, refusal == null).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        if (refusal != null) {
            terminal.err().println(words.say(refusal));
            if (forecast instanceof Seen seen && seen.atCeiling()) {
                terminal.err()
                        .println(
                                words.say("worth.forecast.requested", CommandOptions.SLICES, CommandOptions.REQUESTED));
            }
            return Cli.IMPOSSIBLE;
        }
        return Cli.OK;
    }

    private List<String> lines(DailyFigure figure, Seen seen, boolean withDays) {
        List<String> lines = new ArrayList<>();
        if (withDays) {
            lines.add(words.say(
                    "worth.forecast.earliest",
                    TrendSentences.day(seen, seen.days().earliest())));
            lines.add(words.say("worth.forecast.expected", TrendSentences.expected(seen)));
            lines.add(words.say(
                    "worth.forecast.latest",
                    TrendSentences.day(seen, seen.days().latest())));
        }
        TrendSentences.grounds(figure, seen).forEach(ground -> lines.add(words.say(ground)));
        return lines;
    }

    private static ObjectNode json(Forecast forecast) {
        ObjectNode root = Json.document();
        Text refusal = TrendSentences.refusal(forecast);
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
            put(root, "expected", seen, refusal == null ? seen.expected() : OptionalInt.empty());
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
            root.putObject(field)
                    .put("inDays", after.getAsInt())
                    .put("date", TrendSentences.date(seen, after.getAsInt()).toString());
        }
    }
}
