package io.slicewise.usage.timeline;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Reads {@link SampleColumns} one after the other. */
final class Cursor {
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** So many bytes behind the last delay may be looked at. */
    static final int SLACK = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final double[][] values;
    private final long[] starts;
    private final long[] steps;
    private final int[] offsets;
    private final byte[] delays;
    private final DoubleUnaryOperator reading;

    /** When the sample was taken. */
    long time;

    /** What was reported; {@code NaN} for a mark. */
    double value;

    private int block = -1;
    private int index;
    private int length;
    private long step;
    private int offset;
    private int width;

    /** Where the next time stands that does not fit into a delay. */
    private int large;

    private double[] in = {};

    /** Where values are that are read as something else. */
    private final double[] own;

    Cursor(double[][] values, long[] starts, long[] steps, int[] offsets, byte[] delays, DoubleUnaryOperator reading) {
        this.values = values;
        this.starts = starts;
        this.steps = steps;
        this.offsets = offsets;
        this.delays = delays;
        this.reading = reading;
        own = new double[reading.equals(InstanceTrack.UNCHANGED) ? 0 : SampleColumns.BLOCK];
    }

    /** Goes on to the next sample. */
    boolean next() {
        index++;
        if (index >= length) {
            if (block + 1 >= starts.length) {
                index = length;
                return false;
            }
            enter(block + 1);
            index = 0;
            time = starts[block];
        } else {
            time += offset < 0 ? step : delta(index);
        }
        value = in[index];
        return true;
    }

    /**
     * How many samples follow this one a step apart, each of them with a reading.
     *
     * @param before they are before this time
     * @param longest the longest step that counts
     */
    int run(long before, long longest) {
        if (step <= 0 || step > longest) {
            return 0;
        }
        int most = (int) Math.min(length - 1L - index, (before - 1 - time) / step);
        most = offset < 0 ? most : punctual(most);
        for (int i = 1; i <= most; i++) {
            if (Double.isNaN(in[index + i])) {
                return i - 1;
            }
        }
        return most;
    }

    /** How many of so many that follow came without a delay: where a few are missing, that is nearly all of the others. */
    private int punctual(int most) {
        int bit = index * width;
        int end = bit + Math.max(0, most) * width;
        while (bit < end) {
            long ahead = (long) LONG.get(delays, offset + (bit >>> 3)) >>> (bit & 7);
            int known = Long.SIZE - (bit & 7);
            int zeros = Math.min(known, Long.numberOfTrailingZeros(ahead));
            // of a delay that begins in these bits and ends behind them nothing is known yet
            int whole = zeros / width * width;
            bit += whole;
            if (zeros < known) {
                break;
            }
        }
        return Math.min(bit, end) / width - index;
    }

    /** Tells a run as pieces, and stands at its last sample, which is not told. */
    void tell(int run, InstanceTrack.Pieces into) {
        into.run(time, step, in, index, run);
        index += run;
        time += run * step;
        value = in[index];
    }

    /** Goes to where the next sample is the first one at or after a time. */
    void seek(long from) {
        int found = Arrays.binarySearch(starts, from);
        int at = found >= 0 ? found : -found - 2;
        if (at < 0 || found >= 0) {
            // before the block, whose first sample is the next one
            block = found >= 0 ? at - 1 : -1;
            length = 0;
            index = 0;
            return;
        }
        enter(at);
        if (offset >= 0) {
            skipTo(from);
            return;
        }
        long ahead = step == 0 ? 1 : Math.ceilDiv(from - starts[at], step);
        index = (int) Math.min(ahead, length) - 1;
        time = starts[at] + index * step;
    }

    /** Takes silences. */
    interface Silences {
        /** From one sample or mark to the next one. */
        void silence(long from, long to);
    }

    /** Tells where samples are further apart than so much, from the beginning; blocks a step apart are not walked. */
    void silences(long longest, Silences into) {
        for (int next = 0; next < starts.length; next++) {
            if (next > 0 && starts[next] - time > longest) {
                into.silence(time, starts[next]);
            }
            enter(next);
            index = 0;
            time = starts[next];
            if (offset < 0 && step <= longest) {
                time += step * (length - 1);
                continue;
            }
            while (index + 1 < length) {
                long before = time;
                next();
                if (time - before > longest) {
                    into.silence(before, time);
                }
            }
        }
    }

    /** Within a block without rule, which can only be read from its beginning. */
    private void skipTo(long from) {
        index = -1;
        long nextTime = starts[block];
        while (nextTime < from) {
            index++;
            time = nextTime;
            if (index + 1 >= length) {
                return;
            }
            int before = large;
            nextTime = time + delta(index + 1);
            if (nextTime >= from) {
                large = before;
            }
        }
    }

    /** How many bytes the delays of a block take. */
    static int packed(int size, int width) {
        return Math.ceilDiv((size - 1) * width, Byte.SIZE);
    }

    private void enter(int which) {
        block = which;
        in = reading.equals(InstanceTrack.UNCHANGED) ? values[which] : read(values[which]);
        length = values[which].length;
        step = steps[which];
        offset = offsets[which];
        if (offset >= 0) {
            width = delays[offset++];
            large = offset + packed(length, width);
        }
    }

    /** The values of a block as they are read; of one block at a time. */
    private double[] read(double[] reported) {
        double[] into = own;
        for (int i = 0; i < reported.length; i++) {
            into[i] = reading.applyAsDouble(reported[i]);
        }
        return into;
    }

    /** How long sample {@code i} of a block without rule came after the one before; for one after the other. */
    private long delta(int i) {
        int bit = (i - 1) * width;
        int all = (1 << width) - 1;
        int delay = (int) ((long) LONG.get(delays, offset + (bit >>> 3)) >>> (bit & 7)) & all;
        if (delay < all) {
            return step + delay;
        }
        large += Integer.BYTES;
        return (int) INT.get(delays, large - Integer.BYTES);
    }
}
