package io.slicewise.cli;

import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code averages} says of files that tell of more than one instant: the figures over that time. */
final class Ranges {
    /** From where on an instance average or a weighted average is worth an alert. */
    static final double THRESHOLD = 0.9;

    private static final double SECOND = 1000;
    private static final List<Measure> MEASURES =
            List.of(Measure.INSTANCE_AVERAGE, Measure.WEIGHTED_AVERAGE, Measure.WHOLE_GPU);

    private final @Nullable Instant from;
    private final @Nullable Instant to;
    /** Whether the figures above are those at the end of the files. */
    private final boolean atEnd;

    private final List<Range> ranges = new ArrayList<>();

    private record Range(String file, Timeline timeline) {}

    /** A part of a file's time with its curves. */
    private record Part(String file, Timeline timeline, Curves curves, long from, long to) {
        RangeStatistics statistics(Measure measure) {
            return curves.statistics(measure, from, to, THRESHOLD);
        }

        long changes() {
            return timeline.reconfigurations().stream()
                    .filter(one -> one.time() >= from && one.time() < to)
                    .count();
        }

        static String time(long millis) {
            return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }

    private Ranges(@Nullable Instant from, @Nullable Instant to, boolean atEnd) {
        this.atEnd = atEnd;
        this.from = from;
        this.to = to;
    }

    /** @throws UsageException where a time is none, or the end is not after the beginning */
    static Ranges of(ParseResult command) {
        Instant from = time(command, CommandOptions.FROM);
        Instant to = time(command, CommandOptions.TO);
        if (from != null && to != null && !to.isAfter(from)) {
            throw new UsageException(Text.of("cli.usage.order", CommandOptions.FROM, CommandOptions.TO));
        }
        return new Ranges(from, to, !command.hasMatchedOption(CommandOptions.AT));
    }

    private static @Nullable Instant time(ParseResult command, String option) {
        String text = command.matchedOptionValue(option, (String) null);
        if (text == null) {
            return null;
        }
        return Times.instant(option, text, InstantSource.system().instant(), ZoneId.systemDefault());
    }

    void add(String file, @Nullable Timeline timeline) {
        if (timeline != null) {
            ranges.add(new Range(file, timeline));
        }
    }

    private List<Part> parts(Weights weights) {
        List<Part> parts = new ArrayList<>();
        for (Range range : ranges) {
            Timeline timeline = range.timeline();
            long begin = from == null ? timeline.start() : Math.max(timeline.start(), from.toEpochMilli());
            long end = to == null ? timeline.end() : Math.min(timeline.end(), to.toEpochMilli());
            parts.add(new Part(range.file(), timeline, Curves.of(timeline, weights), begin, Math.max(begin, end)));
        }
        return parts;
    }

    /** For people: a table for each file. */
    List<String> lines(Weights weights, Messages words) {
        List<String> lines = new ArrayList<>();
        for (Part part : parts(weights)) {
            lines.add("");
            lines.add(words.say("cli.range.heading", part.file(), Part.time(part.from()), Part.time(part.to())));
            if (atEnd) {
                lines.add(words.say(
                        "cli.range.end",
                        Part.time(part.timeline().end() - part.timeline().step())));
            }
            if (part.changes() > 0) {
                lines.add(words.say("cli.range.changes", part.changes()));
            }
            lines.add("");
            lines.addAll(table(part, weights, words).lines());
            RangeStatistics coverage = part.statistics(Measure.COVERAGE);
            if (coverage.min() < 1) {
                lines.add(words.say("cli.range.coverage", new Percent(coverage.mean())));
            }
            lines.addAll(RangePower.lines(RangePower.of(part.timeline(), part.from(), part.to()), words));
        }
        return lines;
    }

    private static TextTable table(Part part, Weights weights, Messages words) {
        TextTable table = new TextTable(List.of(
                TextTable.text(""),
                TextTable.number(words.say("cli.range.mean")),
                TextTable.number(words.say("cli.range.median")),
                TextTable.number(words.say("cli.range.p95")),
                TextTable.number(words.say("cli.range.max")),
                TextTable.number(words.say("cli.range.above", new Percent(THRESHOLD)))));
        boolean slices = weights.basis() == WeightBasis.Hardware.SLICES;
        for (Measure measure : MEASURES) {
            RangeStatistics all = part.statistics(measure);
            String name = switch (measure) {
                case INSTANCE_AVERAGE -> "cli.column.instanceAverage";
                case WEIGHTED_AVERAGE -> slices ? "cli.column.sliceWeighted" : "cli.column.weighted";
                default -> "cli.column.wholeGpu";
            };
            table.row(List.of(
                    words.say(name),
                    Numbers.percent(all.mean(), words.language()),
                    Numbers.percent(all.median(), words.language()),
                    Numbers.percent(all.p95(), words.language()),
                    Numbers.percent(all.max(), words.language()),
                    Numbers.percent(all.aboveShare(), words.language())));
        }
        return table;
    }

    /** For programs; nothing where no file tells of a range. */
    void put(ObjectNode root, Weights weights) {
        if (ranges.isEmpty()) {
            return;
        }
        ArrayNode all = root.putArray("ranges");
        for (Part part : parts(weights)) {
            ObjectNode node = all.addObject();
            node.put("file", part.file());
            node.put("from", Instant.ofEpochMilli(part.from()).toString());
            node.put("to", Instant.ofEpochMilli(part.to()).toString());
            node.put("stepSeconds", part.timeline().step() / SECOND);
            node.put("samples", part.timeline().samples());
            node.put("reconfigurations", part.changes());
            node.put("threshold", THRESHOLD);
            put(node.putObject("instanceAverage"), part.statistics(Measure.INSTANCE_AVERAGE));
            put(node.putObject("sliceWeightedAverage"), part.statistics(Measure.WEIGHTED_AVERAGE));
            put(node.putObject("wholeGpuUtilization"), part.statistics(Measure.WHOLE_GPU));
            put(node.putObject("allocatedShare"), part.statistics(Measure.ALLOCATED_SHARE));
            put(node.putObject("coverage"), part.statistics(Measure.COVERAGE));
            RangePower.put(node, RangePower.of(part.timeline(), part.from(), part.to()));
        }
    }

    private static void put(ObjectNode node, RangeStatistics all) {
        Json.put(node, "mean", all.mean());
        Json.put(node, "median", all.median());
        Json.put(node, "p95", all.p95());
        Json.put(node, "min", all.min());
        Json.put(node, "max", all.max());
        node.put("knownSeconds", all.known() / SECOND);
        node.put("aboveSeconds", all.above() / SECOND);
    }
}
