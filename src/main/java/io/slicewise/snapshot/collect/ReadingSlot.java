package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.exposition.SampleHandler;
import java.util.List;

/** The one reading of an instance or of a GPU, out of all rows that have one. */
public final class ReadingSlot {
    /** Of what no row reads. */
    static final ReadingSlot EMPTY = new ReadingSlot();

    private double value = Double.NaN;
    private long time;
    private int scrape;
    private MetricKind kind = MetricKind.UTILIZATION;
    private long place;
    private int valid;
    private boolean older;
    private boolean contradictory;

    /** Takes a row: a newer one replaces, one of the same moment is the same reading again. */
    public void take(double newValue, MetricKind newKind, long newTime, int newScrape, long newPlace) {
        valid++;
        if (valid == 1) {
            set(newValue, newKind, newTime, newScrape, newPlace);
            return;
        }
        int order = order(newKind, newTime, newScrape);
        if (newKind != kind) {
            valid--;
        } else if (newValue != value) {
            older |= order != 0;
            contradictory |= order == 0;
        }
        // of two readings of one moment the larger, so that the order of rows does not matter
        if (order > 0 || (order == 0 && newValue > value)) {
            set(newValue, newKind, newTime, newScrape, newPlace);
        }
    }

    private int order(MetricKind newKind, long newTime, int newScrape) {
        if (newTime != time) {
            return Long.compare(newTime, time);
        }
        if (newScrape != scrape) {
            return Integer.compare(newScrape, scrape);
        }
        return newKind.compareTo(kind);
    }

    private void set(double newValue, MetricKind newKind, long newTime, int newScrape, long newPlace) {
        value = newValue;
        kind = newKind;
        time = newTime;
        scrape = newScrape;
        place = newPlace;
    }

    public void take(ReadingSlot other) {
        if (other.valid > 0) {
            take(other.value, other.kind, other.time, other.scrape, other.place);
            valid += other.valid - 1;
            older |= other.older;
            contradictory |= other.contradictory;
        }
    }

    /** The mean of readings of one kind, each with its weight: as new as the newest of them. */
    static ReadingSlot weighted(List<ReadingSlot> slots, List<Integer> weights) {
        ReadingSlot mean = new ReadingSlot();
        double sum = 0;
        long all = 0;
        for (int i = 0; i < slots.size(); i++) {
            sum += slots.get(i).value * weights.get(i);
            all += weights.get(i);
            mean.take(slots.get(i));
        }
        if (slots.size() > 1) {
            mean.value = sum / all;
            mean.valid = 1;
            mean.older = false;
            mean.contradictory = false;
        }
        return mean;
    }

    public boolean isEmpty() {
        return valid == 0;
    }

    /** The value as it was printed. */
    public double value() {
        return value;
    }

    public long place() {
        return place;
    }

    /** Whether it has a time, and that is earlier than another one. */
    public boolean isBefore(long other) {
        return time != SampleHandler.NO_TIMESTAMP && time < other;
    }

    /** Rows beyond the first. */
    public int repeated() {
        return Math.max(0, valid - 1);
    }

    /** Whether rows of different moments had different values. */
    public boolean hasOlder() {
        return older;
    }

    /** Whether rows of one moment had different values. */
    public boolean isContradictory() {
        return contradictory;
    }

    /** Whether the value is above 100 % by so little that it is taken as 100 %. */
    public boolean isClamped(Unit unit) {
        return unit.holds(value) && unit.ratio(value) > 1;
    }

    /** The reading as a ratio from 0 to 1; {@code NaN} where there is none. */
    public double ratio(Unit unit) {
        return unit.holds(value) ? Math.min(1, unit.ratio(value)) : Double.NaN;
    }
}
