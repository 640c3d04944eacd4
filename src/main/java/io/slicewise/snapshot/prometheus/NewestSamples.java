package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.json.Shown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the newest sample of each series as the reading; those before it are part of the timeline.
 *
 * <p>A sample is valid for five minutes, as Prometheus has it: a series of a range that ends earlier than that before
 * the range's end has no reading at its end. Its instance is there all the same, since something reported it.
 */
final class NewestSamples implements SeriesSink {
    /** Prometheus' lookback. */
    static final long VALID_MILLIS = Duration.ofMinutes(5).toMillis();

    private static final int NAMED = 3;

    private final SnapshotBuilder builder;
    private final Map<String, MetricKind> kinds = new HashMap<>();
    private final Map<String, Newest> bySeries = new HashMap<>();
    private final List<Newest> open = new ArrayList<>();
    private final List<Object> otherNames = new ArrayList<>();
    private boolean joinEqual;
    private @Nullable Newest current;
    private int answer;

    private long seriesCount;
    private long samples;
    private long unnamed;
    private long aggregated;
    private long others;
    private long stale;
    private long stalePlace;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean range;

    /** The newest sample of a series so far. */
    private static final class Newest {
        final Series series;
        final MetricKind kind;
        final long place;
        long time = Long.MIN_VALUE;
        double value = Double.NaN;

        Newest(Series series, MetricKind kind, long place) {
            this.series = series;
            this.kind = kind;
            this.place = place;
        }
    }

    NewestSamples(SnapshotBuilder builder) {
        this.builder = builder;
    }

    /** From now on series with equal labels are parts of one series, until the answer ends. */
    void joinEqualSeries() {
        joinEqual = true;
    }

    @Override
    public boolean begin(Head head) {
        current = null;
        MetricKind kind = kind(head);
        if (kind == MetricKind.UNRELATED) {
            return false;
        }
        seriesCount++;
        if (joinEqual) {
            current = bySeries.computeIfAbsent(head.labels(), first -> newest(head, kind));
        } else {
            current = newest(head, kind);
        }
        return true;
    }

    private Newest newest(Head head, MetricKind kind) {
        Newest made = new Newest(builder.series(head.source(), head.place()), kind, head.place());
        open.add(made);
        return made;
    }

    private MetricKind kind(Head head) {
        String name = head.metric();
        if (name.isEmpty()) {
            return ofNameless(head.source());
        }
        MetricKind kind = kinds.computeIfAbsent(name, MetricKind::of);
        if (kind == MetricKind.UNRELATED) {
            others++;
            if (otherNames.size() < NAMED && !otherNames.contains(Shown.of(name))) {
                otherNames.add(Shown.of(name));
            }
        }
        return kind;
    }

    /** Functions and aggregations drop the name; where labels still tell the GPU, it is the utilization of something. */
    private MetricKind ofNameless(RawSource source) {
        if (source.namesGpu()) {
            unnamed++;
            return MetricKind.UTILIZATION;
        }
        aggregated++;
        return MetricKind.UNRELATED;
    }

    @Override
    public void samples(long[] millis, double[] values, int count) {
        Newest series = current;
        if (series == null) {
            return;
        }
        samples += count;
        boolean timed = millis[0] != SampleHandler.NO_TIMESTAMP;
        if (timed && series.time <= millis[0] && isInOrder(millis, count)) {
            inOrder(series, millis, values, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            long time = millis[i];
            first = Math.min(first, time);
            last = Math.max(last, time);
            if (time < series.time) {
                builder.earlier().add(series.series, series.kind, values[i], time);
            } else {
                newer(series, time, values[i]);
            }
        }
    }

    private static boolean isInOrder(long[] millis, int count) {
        for (int i = 1; i < count; i++) {
            if (millis[i] < millis[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Samples as ranges have them: all but the last are earlier ones, and go on together. */
    private void inOrder(Newest series, long[] millis, double[] values, int count) {
        first = Math.min(first, millis[0]);
        last = Math.max(last, millis[count - 1]);
        newer(series, millis[0], values[0]);
        if (count > 1) {
            builder.earlier().add(series.series, series.kind, millis, values, count - 1);
            series.time = millis[count - 1];
            series.value = values[count - 1];
        }
    }

    private void newer(Newest series, long time, double value) {
        if (series.time != Long.MIN_VALUE) {
            builder.earlier().add(series.series, series.kind, series.value, series.time);
        }
        series.time = time;
        series.value = value;
    }

    @Override
    public void end() {
        current = null;
    }

    /**
     * An answer is complete: hands the readings at its end to the builder.
     *
     * @param isRange whether its series have several samples, so that one can have ended before the others
     */
    void endAnswer(boolean isRange) {
        answer++;
        range |= isRange;
        long end = Long.MIN_VALUE;
        for (Newest one : open) {
            end = Math.max(end, one.time);
        }
        for (Newest one : open) {
            if (one.time == Long.MIN_VALUE) {
                continue;
            }
            boolean old = isRange && one.time < end - VALID_MILLIS;
            if (old && one.kind.isUtilization()) {
                stale++;
                stalePlace = stalePlace == 0 ? one.place : stalePlace;
            }
            if (old) {
                builder.earlier().add(one.series, one.kind, one.value, one.time);
            }
            builder.add(one.series, old ? MetricKind.OTHER : one.kind, one.value, one.time, answer, one.place);
        }
        open.clear();
        bySeries.clear();
    }

    /** Series of DCGM, and of what may be its utilization. */
    long seriesCount() {
        return seriesCount;
    }

    /** Samples of those. */
    long samples() {
        return samples;
    }

    /** Whether some answer was a range with more than one sample of a series. */
    boolean isRange() {
        return range && samples > seriesCount;
    }

    /** The first time, milliseconds since 1970 UTC; only where there are {@link #samples}. */
    long first() {
        return first;
    }

    /** The last time. */
    long last() {
        return last;
    }

    /** Series without a name whose labels tell the GPU. */
    long unnamed() {
        return unnamed;
    }

    /** Series without a name and without a label that tells the GPU. */
    long aggregated() {
        return aggregated;
    }

    /** Series of metrics that are not from DCGM. */
    long others() {
        return others;
    }

    /** The first three of their names. */
    List<Object> otherNames() {
        return otherNames;
    }

    /** Utilizations that ended before the range did. */
    long stale() {
        return stale;
    }

    /** Where the first of those stands. */
    long stalePlace() {
        return stalePlace;
    }
}
