package io.slicewise.cli;

import io.slicewise.report.text.RangeCsv;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

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

    /**
     * Adds what a file tells over time.
     *
     * @param problems gets an error where the period that was asked for is not in it, a warning where it has one moment only
     * @return whether something of that period is in it
     */
    boolean add(String file, @Nullable Timeline timeline, List<Problem> problems) {
        boolean asked = from != null || to != null;
        if (timeline == null || timeline.isEmpty()) {
            if (asked) {
                problems.add(Problem.warning(Where.file(file), Text.of("cli.range.single")));
            }
            return true;
        }
        boolean before = to != null && to.toEpochMilli() <= timeline.start();
        boolean after = from != null && from.toEpochMilli() >= timeline.end();
        if (before || after) {
            problems.add(Problem.error(
                    Where.file(file),
                    Text.of(
                            "cli.range.outside",
                            from == null ? "…" : Part.time(from.toEpochMilli()),
                            to == null ? "…" : Part.time(to.toEpochMilli()),
                            Part.time(timeline.start()),
                            Part.time(timeline.end() - timeline.step()))));
            return false;
        }
        ranges.add(new Range(file, timeline));
        return true;
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

    /** For spreadsheets: the figures over time, of several files with the name of each; empty where no file tells of a range. */
    String csv(Weights weights) {
        Map<String, RangeCsv.Part> rows = new LinkedHashMap<>();
        for (Part part : parts(weights)) {
            Timeline timeline = part.timeline();
            PowerCurve power = timeline.power().isEmpty() ? null : PowerCurve.of(timeline);
            rows.put(part.file(), new RangeCsv.Part(part.curves().rows(part.from(), part.to()), power));
        }
        return rows.isEmpty() ? "" : RangeCsv.write(rows.size() > 1 ? "file" : "", rows);
    }

    /** For programs; nothing where no file tells of a range. */
    void write(JsonGenerator json, Weights weights) {
        if (ranges.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("ranges");
        for (Part part : parts(weights)) {
            json.writeStartObject();
            json.writeStringProperty("file", part.file());
            json.writeStringProperty("from", Instant.ofEpochMilli(part.from()).toString());
            json.writeStringProperty("to", Instant.ofEpochMilli(part.to()).toString());
            json.writeNumberProperty("stepSeconds", part.timeline().step() / SECOND);
            json.writeNumberProperty("samples", part.timeline().samples());
            json.writeNumberProperty("reconfigurations", part.changes());
            json.writeNumberProperty("threshold", THRESHOLD);
            write(json, "instanceAverage", part.statistics(Measure.INSTANCE_AVERAGE));
            write(json, "sliceWeightedAverage", part.statistics(Measure.WEIGHTED_AVERAGE));
            write(json, "wholeGpuUtilization", part.statistics(Measure.WHOLE_GPU));
            write(json, "allocatedShare", part.statistics(Measure.ALLOCATED_SHARE));
            write(json, "coverage", part.statistics(Measure.COVERAGE));
            RangePower.write(json, RangePower.of(part.timeline(), part.from(), part.to()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String field, RangeStatistics all) {
        json.writeObjectPropertyStart(field);
        Json.put(json, "mean", all.mean());
        Json.put(json, "median", all.median());
        Json.put(json, "p95", all.p95());
        Json.put(json, "min", all.min());
        Json.put(json, "max", all.max());
        json.writeNumberProperty("knownSeconds", all.known() / SECOND);
        json.writeNumberProperty("aboveSeconds", all.above() / SECOND);
        json.writeEndObject();
    }
}
