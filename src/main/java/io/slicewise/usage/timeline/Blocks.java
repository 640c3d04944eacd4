package io.slicewise.usage.timeline;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Makes blocks of {@link SampleColumns}. All delays of a block have the same number of bits, so that one that is missing, or late
 * by seconds, would make all of them long: what the bits do not hold stands behind them, 32 bits each, where all bits of the
 * delay are set. How many bits is what takes least.
 *
 * <p>Worked example: 1024 samples a minute apart and up to 60 ms late, of which one is missing. The times between two of
 * them lie from 59,940 to 60,060 ms, and one is 120,000. The step is 59,940, the delays have 7 bits, and the one that is not
 * below 127 stands behind them: 1 + 896 + 4 bytes.
 */
final class Blocks {
    private static final int LARGE = Integer.BYTES;

    /** A time between two samples that is shorter than most by so many times the mean deviation is no step. */
    private static final int FAR = 4;

    private int count;
    private double[][] values = new double[1][];
    private long[] starts = new long[1];
    private long[] steps = new long[1];
    private int[] offsets = new int[1];
    private byte[] delays = {};
    private int delayEnd;

    /**
     * Adds samples.
     *
     * @param start the first time
     * @param block the values, which are a block's from now on where all of the array is filled
     * @param deltas for each but the first how long it came after the one before
     * @param size how many of both are filled; at least 1
     */
    void add(long start, double[] block, int[] deltas, int size) {
        if (count == values.length) {
            int more = 2 * count;
            values = Arrays.copyOf(values, more);
            starts = Arrays.copyOf(starts, more);
            steps = Arrays.copyOf(steps, more);
            offsets = Arrays.copyOf(offsets, more);
        }
        values[count] = size == block.length ? block : Arrays.copyOf(block, size);
        starts[count] = start;
        if (isRegular(deltas, size)) {
            steps[count] = size == 1 ? 0 : deltas[1];
            offsets[count] = SampleColumns.REGULAR;
        } else {
            int step = step(deltas, size);
            steps[count] = step;
            offsets[count] = delayEnd;
            pack(deltas, size, step);
        }
        count++;
    }

    private static boolean isRegular(int[] deltas, int size) {
        for (int i = 2; i < size; i++) {
            if (deltas[i] != deltas[1]) {
                return false;
            }
        }
        return true;
    }

    /** The shortest time between two samples that is not far from the others. */
    private static int step(int[] deltas, int size) {
        long sum = 0;
        for (int i = 1; i < size; i++) {
            sum += deltas[i];
        }
        long mean = sum / (size - 1);
        long deviations = 0;
        for (int i = 1; i < size; i++) {
            deviations += Math.abs(deltas[i] - mean);
        }
        long least = mean - FAR * (deviations / (size - 1) + 1);
        int step = Integer.MAX_VALUE;
        for (int i = 1; i < size; i++) {
            step = deltas[i] < least ? step : Math.min(step, deltas[i]);
        }
        return step;
    }

    /** With how many bits a delay the block takes least. */
    private static int width(int[] deltas, int size, int step) {
        // by how many bits a delay needs so that not all of them are set; those before the step are too large for any
        int[] needs = new int[Integer.SIZE + 1];
        for (int i = 1; i < size; i++) {
            needs[
                    deltas[i] < step
                            ? Integer.SIZE
                            : Integer.SIZE - Integer.numberOfLeadingZeros(deltas[i] - step + 1)]++;
        }
        int best = Integer.SIZE - 1;
        int least = Integer.MAX_VALUE;
        int large = needs[Integer.SIZE];
        for (int width = Integer.SIZE - 1; width > 0; width--) {
            int bits = width * (size - 1) + Byte.SIZE * LARGE * large;
            if (bits < least) {
                least = bits;
                best = width;
            }
            large += needs[width];
        }
        return best;
    }

    private void pack(int[] deltas, int size, int step) {
        int width = width(deltas, size, step);
        int all = (1 << width) - 1;
        room(1 + Cursor.packed(size, width));
        delays[delayEnd++] = (byte) width;
        int[] large = new int[size];
        int larges = 0;
        long open = 0;
        int filled = 0;
        for (int i = 1; i < size; i++) {
            int delay = deltas[i] - step;
            if (delay < 0 || delay >= all) {
                large[larges++] = deltas[i];
                delay = all;
            }
            open |= (long) delay << filled;
            filled += width;
            for (; filled >= Byte.SIZE; filled -= Byte.SIZE) {
                delays[delayEnd++] = (byte) open;
                open >>>= Byte.SIZE;
            }
        }
        if (filled > 0) {
            delays[delayEnd++] = (byte) open;
        }
        room(larges * LARGE);
        for (int i = 0; i < larges; i++) {
            Cursor.INT.set(delays, delayEnd, large[i]);
            delayEnd += LARGE;
        }
    }

    private void room(int more) {
        if (delayEnd + more > delays.length) {
            delays = Arrays.copyOf(delays, delayEnd + Math.max(more, delayEnd / 4));
        }
    }

    /** Puts new values in the place of those that were added, and counts those that are none. */
    int scale(DoubleUnaryOperator scale) {
        return SampleColumns.scale(Arrays.copyOf(values, count), scale);
    }

    /**
     * The blocks as samples.
     *
     * @param size how many there are
     * @param marks how many of them are none
     * @param last the last time
     */
    SampleColumns seal(int size, int marks, long last) {
        return new SampleColumns(
                size,
                marks,
                last,
                Arrays.copyOf(values, count),
                Arrays.copyOf(starts, count),
                Arrays.copyOf(steps, count),
                Arrays.copyOf(offsets, count),
                Arrays.copyOf(delays, delayEnd == 0 ? 0 : delayEnd + Cursor.SLACK));
    }
}
