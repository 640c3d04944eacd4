package io.slicewise.snapshot.collect;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.UnitDecision;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.unit.Units;

/**
 * What series reported before their newest values: no reading any more, but part of the timeline, and it helps to tell the
 * unit. Got from the builder.
 */
public final class EarlierValues {
    private final Units units;
    private long blanks;

    EarlierValues(Units units) {
        this.units = units;
    }

    /**
     * A value.
     *
     * @param time milliseconds since 1970 UTC, or {@link SampleHandler#NO_TIMESTAMP}
     */
    public void add(Series series, MetricKind kind, double value, long time) {
        ReadingKind reading = kind.reading();
        if (reading == null) {
            series.seenAt(time);
            if (kind == MetricKind.POWER) {
                series.gpu().wattsBefore(time, value);
            }
        } else if (reading != ReadingKind.ENGINE) {
            beside(series, reading, kind, value, time);
        } else if (UnitDecision.Unit.PERCENT.holds(value)) {
            units.add(value);
            past(series, kind, value, time);
        } else {
            blanks++;
            series.blanksBefore(1);
            past(series, kind, Double.NaN, time);
        }
    }

    /**
     * As {@link #add(Series, MetricKind, double, long)}, for the first of many samples: what is the same for all of them is
     * looked up once.
     *
     * @param millis in the order of time, in milliseconds since 1970 UTC
     * @param values as many
     * @param count how many of both are meant
     */
    public void add(Series series, MetricKind kind, long[] millis, double[] values, int count) {
        ReadingKind reading = kind.reading();
        if (reading == null) {
            series.seenAt(millis[0]);
            for (int i = 0; i < count && kind == MetricKind.POWER; i++) {
                series.gpu().wattsBefore(millis[i], values[i]);
            }
            return;
        }
        if (reading != ReadingKind.ENGINE) {
            for (int i = 0; i < count && kind.isRatio(); i++) {
                vote(reading, kind, values[i]);
            }
            if (!series.isAside()) {
                series.past(reading, kind, millis, values, count);
            }
            return;
        }
        int none = units.add(values, count);
        blanks += none;
        series.blanksBefore(none);
        if (!series.isAside()) {
            series.past(millis, values, count);
        }
    }

    /** As {@link #add(Series, MetricKind, double, long)}, for values that say nothing about the unit of the others. */
    public void past(Series series, MetricKind kind, double value, long time) {
        ReadingKind reading = kind.reading();
        if (series.isAside() || reading == null) {
            return;
        }
        if (reading == ReadingKind.ENGINE) {
            series.past(time, value);
        } else {
            series.past(reading, time, value);
        }
    }

    private void beside(Series series, ReadingKind reading, MetricKind kind, double value, long time) {
        vote(reading, kind, value);
        if (!series.isAside()) {
            series.past(reading, time, kind.holds(value) ? value : Double.NaN);
        }
    }

    /** A value beside the utilization helps to tell its unit. */
    void vote(ReadingKind reading, MetricKind kind, double value) {
        if (kind.isRatio() && kind.holds(value)) {
            units.add(reading, value);
        }
    }

    /** How many were no reading. */
    long blanks() {
        return blanks;
    }
}
