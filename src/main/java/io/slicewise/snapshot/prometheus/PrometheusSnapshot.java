package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.exposition.ExpositionReader;
import io.slicewise.snapshot.exposition.ExpositionSummary;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.json.JsonTokens;
import io.slicewise.snapshot.json.JsonTokens.Broken;
import io.slicewise.snapshot.json.Tally;
import io.slicewise.snapshot.json.WatchedStream;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads answers of Prometheus' HTTP API, what promtool prints of them, and lines of VictoriaMetrics' export, as snapshots. */
public final class PrometheusSnapshot {
    /** An answer, whole or what {@code jq} left of it, by its first field. */
    private static final Pattern ANSWER = Pattern.compile("\\{\\s*\"(?:status|data|result|resultType|isPartial|error"
            + "|errorType|warnings|infos|stats|trace)\"|\\[\\s*\\{\\s*\"metric\"");

    private static final Pattern SERIES_LINE = Pattern.compile("\\{ *\"metric\"");

    private final String name;
    private final NewestSamples newest;
    private final Envelope envelope;
    private final Tally tally = new Tally();
    private final LongFunction<Where> where;
    private @Nullable Broken broken;

    private PrometheusSnapshot(SnapshotBuilder builder, String name, LongFunction<Where> where) {
        this.name = name;
        this.where = where;
        builder.part(name, where);
        newest = new NewestSamples(builder);
        envelope = new Envelope(name);
    }

    /** Answers of {@code /api/v1/query} and {@code /api/v1/query_range}, one or several one after the other. */
    public static SnapshotFormat answers() {
        return SnapshotFormat.of(
                "prometheus",
                beginning -> ANSWER.matcher(beginning.text()).lookingAt(),
                (builder, name, in, watch) -> new PrometheusSnapshot(
                                builder, name, place -> AnswerReader.where(name, place))
                        .answers(in, watch));
    }

    /** A series in each line, as VictoriaMetrics exports them. */
    public static SnapshotFormat lines() {
        return SnapshotFormat.of(
                "series-lines",
                beginning -> SERIES_LINE.matcher(beginning.text()).lookingAt(),
                (builder, name, in, watch) -> ofLines(builder, name).lines(in, watch));
    }

    private static PrometheusSnapshot ofLines(SnapshotBuilder builder, String name) {
        return new PrometheusSnapshot(builder, name, line -> line > 0 ? Where.line(name, line) : Where.file(name));
    }

    /** What {@code promtool query} prints; line numbers are those of the text. */
    public static SnapshotFormat printed() {
        return SnapshotFormat.of(
                "promtool",
                PromtoolLines::recognises,
                (builder, name, in, watch) -> ofLines(builder, name).printed(in, watch));
    }

    private SnapshotFormat.Understood answers(InputStream in, ReadWatch watch) throws IOException {
        WatchedStream watched = new WatchedStream(in, watch);
        SampleFeed feed = new SampleFeed(watched);
        AnswerReader reader = new AnswerReader(newest, envelope, tally, where, feed);
        try (JsonParser p = JsonTokens.of(feed)) {
            for (JsonToken token = p.nextToken(); token != null; token = p.nextToken()) {
                reader.read(p);
            }
        } catch (JacksonException e) {
            Broken seen = JsonTokens.broken(e);
            broken = new Broken(seen.line(), seen.column() + feed.hidden(), seen.reason());
        }
        return understood(watched.cancelled());
    }

    private SnapshotFormat.Understood lines(InputStream in, ReadWatch watch) throws IOException {
        WatchedStream watched = new WatchedStream(in, watch);
        newest.joinEqualSeries();
        new SeriesLines(new SeriesReader(newest, tally, where), tally, where).read(watched);
        newest.endAnswer(true);
        return understood(watched.cancelled());
    }

    private SnapshotFormat.Understood printed(InputStream in, ReadWatch watch) throws IOException {
        String text = WholeText.text(in);
        if (text == null) {
            return WholeText.tooLarge();
        }
        String lines = PromtoolLines.exposition(text);
        newest.joinEqualSeries();
        PrintedSeries series = new PrintedSeries(newest);
        ExpositionSummary summary = ExpositionReader.read(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), name, series, watch);
        series.end();
        newest.endAnswer(true);
        SnapshotFormat.Understood understood = understood(summary.cancelled());
        List<Problem> problems = new ArrayList<>(summary.problems());
        problems.addAll(understood.problems());
        return new SnapshotFormat.Understood(problems, understood.nothing(), understood.cancelled());
    }

    private SnapshotFormat.Understood understood(boolean cancelled) {
        List<Problem> problems = new ArrayList<>(envelope.remarks());
        problems.addAll(tally.problems());
        Broken fault = broken;
        if (fault != null && newest.seriesCount() > 0) {
            problems.add(Problem.warning(
                    Where.line(name, fault.line()), Text.of("snapshot.json.broken", fault.column(), fault.reason())));
        }
        if (newest.seriesCount() > 0) {
            remarks(problems);
        }
        return new SnapshotFormat.Understood(problems, nothing(), cancelled);
    }

    private void remarks(List<Problem> problems) {
        if (newest.unnamed() > 0) {
            problems.add(Problem.warning(Where.file(name), Text.of("snapshot.prometheus.unnamed", newest.unnamed())));
        }
        if (newest.aggregated() > 0) {
            problems.add(Problem.warning(
                    Where.file(name), Text.of("snapshot.prometheus.someAggregated", newest.aggregated())));
        }
        if (newest.isRange()) {
            problems.add(Problem.info(
                    Where.file(name),
                    Text.of("snapshot.prometheus.range", newest.samples(), time(newest.first()), time(newest.last()))));
        }
        if (newest.stale() > 0) {
            problems.add(Problem.warning(
                    where.apply(newest.stalePlace()),
                    Text.of("snapshot.prometheus.stale", newest.stale(), newest.seriesCount())));
        }
    }

    private Text nothing() {
        Text instead = envelope.insteadOfSeries();
        Broken fault = broken;
        if (instead != null) {
            return instead;
        }
        if (newest.aggregated() > 0) {
            return Text.of("snapshot.prometheus.aggregated", newest.aggregated());
        }
        if (newest.samples() > 0) {
            return Text.of("snapshot.none.noGpu", newest.samples());
        }
        if (newest.others() > 0) {
            return Text.of("snapshot.none.noDcgm", newest.others(), new Listing(newest.otherNames()));
        }
        if (fault != null) {
            return Text.of("snapshot.json.notJson", fault.line(), fault.column(), fault.reason());
        }
        return Text.of(tally.isEmpty() ? "snapshot.prometheus.empty" : "snapshot.prometheus.notSeries");
    }

    /** In UTC, to the second; what lies beyond the calendar as a number. */
    private static String time(long millis) {
        return Math.abs(millis) < 253_402_300_800_000L
                ? Instant.ofEpochSecond(Math.floorDiv(millis, 1000)).toString()
                : String.valueOf(millis);
    }
}
