package io.slicewise.usage.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one instance reported, in the order of time. Immutable; made by a {@link SamplesBuilder}.
 *
 * <p>Values take 8 bytes each. Times stand in blocks of at most {@value #BLOCK}: a block whose samples are equally far apart
 * keeps its first time and the step, any other as many bits more for each sample as it takes to say by how much longer
 * than the step it came after the one before ({@link Blocks}): 7 where scrapes are up to 60 ms late, 11 where they are a
 * second late.
 *
 * <p>A value of {@code NaN} is no sample: it marks that the instance was seen at that time, without a reading.
 */
public final class SampleColumns {
    /** Nothing was reported. */
    public static final SampleColumns NONE = new SamplesBuilder().build();

    static final int BLOCK = 1024;

    /** In {@link #offsets}: the samples of the block are a step apart. */
    static final int REGULAR = -1;

    private static final int OBJECT = 16;
    private static final int JUDGED = 64;

    private final int size;
    private final int marks;
    private final long last;
    private final double[][] values;
    private final long[] starts;
    private final long[] steps;
    private final int[] offsets;

    /**
     * At the offset of a block how many bits a delay has, then those of all its samples but the first, then those times
     * between two samples that do not fit into them.
     */
    private final byte[] delays;

    /** What a value is read as; applied while reading, so that millions of them are not copied. */
    private final DoubleUnaryOperator reading;

    SampleColumns(
            int size,
            int marks,
            long last,
            double[][] values,
            long[] starts,
            long[] steps,
            int[] offsets,
            byte[] delays) {
        this(size, marks, last, values, starts, steps, offsets, delays, InstanceTrack.UNCHANGED);
    }

    private SampleColumns(
            int size,
            int marks,
            long last,
            double[][] values,
            long[] starts,
            long[] steps,
            int[] offsets,
            byte[] delays,
            DoubleUnaryOperator reading) {
        this.size = size;
        this.marks = marks;
        this.last = last;
        this.values = values;
        this.starts = starts;
        this.steps = steps;
        this.offsets = offsets;
        this.delays = delays;
        this.reading = reading;
    }

    /** How many times there are, those of marks included. */
    int size() {
        return size;
    }

    /** How many samples there are. */
    public int count() {
        return size - marks;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The first time, in milliseconds since 1970 UTC. Only where it is not empty. */
    public long first() {
        return starts[0];
    }

    /** The last time. Only where it is not empty. */
    public long last() {
        return last;
    }

    /** The memory that this takes, in bytes, with the headers of its arrays. */
    public long bytes() {
        long sum = OBJECT * 6L + delays.length + starts.length * 24L;
        for (double[] block : values) {
            sum += OBJECT + 8L * block.length;
        }
        return sum;
    }

    /** How far most samples of a block are apart, judged by the first of them; 0 where it has one only. */
    long step(int block) {
        if (offsets[block] == REGULAR) {
            return steps[block];
        }
        long[] deltas = new long[Math.min(JUDGED, values[block].length)];
        int count = 0;
        Cursor cursor = cursor();
        cursor.seek(starts[block]);
        long before = Long.MIN_VALUE;
        for (int i = 0; i < deltas.length && cursor.next(); i++) {
            if (!Double.isNaN(cursor.value)) {
                if (before != Long.MIN_VALUE) {
                    deltas[count++] = cursor.time - before;
                }
                before = cursor.time;
            }
        }
        Arrays.sort(deltas, 0, count);
        return count == 0 ? 0 : deltas[count / 2];
    }

    /** Tells where samples and marks are further apart than so much. */
    void silences(long longest, Cursor.Silences into) {
        cursor().silences(longest, into);
    }

    int blocks() {
        return starts.length;
    }

    int blockSize(int block) {
        return values[block].length;
    }

    /** Puts new values into blocks that no one else has yet, and counts those that are none. */
    static int scale(double[][] blocks, DoubleUnaryOperator scale) {
        int marks = 0;
        for (double[] block : blocks) {
            for (int i = 0; i < block.length; i++) {
                double value = scale.applyAsDouble(block[i]);
                block[i] = value;
                marks += Double.isNaN(value) ? 1 : 0;
            }
        }
        return marks;
    }

    /**
     * The same times with other values.
     *
     * @param scale what becomes of a value; of a number another number, of none none
     */
    SampleColumns scaled(DoubleUnaryOperator scale) {
        return new SampleColumns(
                size,
                marks,
                last,
                values,
                starts,
                steps,
                offsets,
                delays,
                reading.equals(InstanceTrack.UNCHANGED) ? scale : reading.andThen(scale));
    }

    /** The value that all samples have; {@code NaN} where there are different ones, or none. */
    public double only() {
        double found = Double.NaN;
        Cursor cursor = cursor();
        while (cursor.next()) {
            if (!Double.isNaN(cursor.value)) {
                if (!Double.isNaN(found) && cursor.value != found) {
                    return Double.NaN;
                }
                found = cursor.value;
            }
        }
        return found;
    }

    /** Takes samples. */
    public interface Each {
        /**
         * One of them.
         *
         * @param millis when, in milliseconds since 1970 UTC
         * @param value what; {@code NaN} is a mark
         */
        void sample(long millis, double value);
    }

    /** Tells all samples and marks in the order of time. */
    public void each(Each into) {
        Cursor cursor = cursor();
        while (cursor.next()) {
            into.sample(cursor.time, cursor.value);
        }
    }

    /** Whether others were added in the same way: the same values at the same times. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SampleColumns samples
                && size == samples.size
                && last == samples.last
                && Arrays.equals(starts, samples.starts)
                && Arrays.equals(steps, samples.steps)
                && Arrays.equals(delays, samples.delays)
                && sameValues(samples);
    }

    private boolean sameValues(SampleColumns other) {
        if (reading.equals(other.reading)) {
            return Arrays.deepEquals(values, other.values);
        }
        Cursor mine = cursor();
        Cursor others = other.cursor();
        while (mine.next() && others.next()) {
            if (Double.compare(mine.value, others.value) != 0) {
                return false;
            }
        }
        return true;
    }

    /** By the times alone: equal ones have them in common. */
    @Override
    public int hashCode() {
        return Arrays.hashCode(starts) * 31 + size;
    }

    /** A reader that stands before the first sample. */
    Cursor cursor() {
        return new Cursor(values, starts, steps, offsets, delays, reading);
    }

    /**
     * The value that was reported last at or before a time, not older than a validity.
     *
     * @return {@code NaN} where there is none
     */
    double at(long time, long validity) {
        Cursor cursor = cursor();
        double value = Double.NaN;
        cursor.seek(time - validity + 1);
        while (cursor.next() && cursor.time <= time) {
            value = Double.isNaN(cursor.value) ? value : cursor.value;
        }
        return value;
    }

    /** The samples of several series as one; of two samples of one instant the larger one counts. */
    public static SampleColumns joined(List<SampleColumns> parts) {
        List<SampleColumns> filled = new ArrayList<>(parts);
        filled.removeIf(SampleColumns::isEmpty);
        if (filled.isEmpty()) {
            return NONE;
        }
        filled.sort(Comparator.comparingLong(SampleColumns::first));
        SampleColumns all = filled.getFirst();
        for (SampleColumns next : filled.subList(1, filled.size())) {
            all = merged(all, next);
        }
        return all;
    }

    /** The mean of several at each time, of those that have a sample then, each with its weight. */
    public static SampleColumns weighted(List<SampleColumns> parts, List<Integer> weights) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<Cursor> cursors = new ArrayList<>();
        TreeSet<Long> times = new TreeSet<>();
        for (SampleColumns part : parts) {
            part.each((time, _) -> times.add(time));
            cursors.add(part.cursor());
        }
        boolean[] more = new boolean[parts.size()];
        for (int i = 0; i < more.length; i++) {
            more[i] = cursors.get(i).next();
        }
        SamplesBuilder into = new SamplesBuilder();
        for (long time : times) {
            double sum = 0;
            int all = 0;
            for (int i = 0; i < more.length; i++) {
                Cursor cursor = cursors.get(i);
                if (more[i] && cursor.time == time) {
                    sum += Double.isNaN(cursor.value) ? 0 : cursor.value * weights.get(i);
                    all += Double.isNaN(cursor.value) ? 0 : weights.get(i);
                    more[i] = cursor.next();
                }
            }
            into.add(time, all == 0 ? Double.NaN : sum / all);
        }
        return into.build();
    }

    private static SampleColumns merged(SampleColumns one, SampleColumns other) {
        SamplesBuilder into = new SamplesBuilder();
        Cursor a = one.cursor();
        Cursor b = other.cursor();
        boolean hasA = a.next();
        boolean hasB = b.next();
        while (hasA || hasB) {
            if (!hasB || hasA && a.time <= b.time) {
                into.add(a.time, a.value);
                hasA = a.next();
            } else {
                into.add(b.time, b.value);
                hasB = b.next();
            }
        }
        return into.build();
    }
}
