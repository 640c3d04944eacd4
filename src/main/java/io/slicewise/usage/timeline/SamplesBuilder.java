package io.slicewise.usage.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Collects what one instance reports. Samples may come in any order; those that come in the order of time cost least.
 * Of two samples of one instant the larger one counts, so that their order does not matter.
 *
 * <p>Not for several threads.
 */
public final class SamplesBuilder {
    private static final int FIRST = 4;
    private static final int LONGEST_DEVIATION = 10;

    private final List<Samples> earlier = new ArrayList<>(0);
    private int blocks;
    private double[][] values = new double[1][];
    private long[] starts = new long[1];
    private long[] steps = new long[1];
    private int[] offsets = new int[1];
    private byte[] deviations = {};
    private int deviationEnd;

    /** The block that is being filled. */
    private double[] block = new double[FIRST];

    private int inBlock;
    private int size;
    private long last;
    private long lastDelta;
    private boolean deltaTwice;

    /** How many times were added, marks included. */
    public int size() {
        int sum = size;
        for (Samples part : earlier) {
            sum += part.size();
        }
        return sum;
    }

    /** The instance was seen without a reading. */
    public void mark(long millis) {
        add(millis, Double.NaN);
    }

    /**
     * Adds a sample.
     *
     * @param millis when, in milliseconds since 1970 UTC
     * @param value what; {@code NaN} is a mark
     */
    public void add(long millis, double value) {
        if (size > 0 && millis <= last) {
            if (millis == last) {
                double there = block[inBlock - 1];
                block[inBlock - 1] = Double.isNaN(there) || value > there ? value : there;
                return;
            }
            earlier.add(sealed(DoubleUnaryOperator.identity()));
            reset();
        }
        if (inBlock == Samples.BLOCK) {
            endBlock();
        }
        if (inBlock == block.length) {
            block = Arrays.copyOf(block, Math.min(Samples.BLOCK, 4 * inBlock));
        }
        time(millis);
        block[inBlock++] = value;
        last = millis;
        size++;
    }

    private void time(long millis) {
        if (inBlock == 0) {
            starts[blocks] = millis;
            steps[blocks] = blocks == 0 ? 0 : deltaTwice ? lastDelta : steps[blocks - 1];
            offsets[blocks] = Samples.REGULAR;
            delta(blocks == 0 ? 0 : millis - last);
            return;
        }
        long delta = millis - last;
        if (inBlock == 1 && steps[blocks] == 0) {
            steps[blocks] = delta;
        }
        delta(delta);
        long deviation = delta - steps[blocks];
        if (offsets[blocks] == Samples.REGULAR) {
            if (deviation == 0) {
                return;
            }
            room(inBlock);
            offsets[blocks] = deviationEnd;
            // those before were where they should be: a zero each
            Arrays.fill(deviations, deviationEnd, deviationEnd + inBlock - 1, (byte) 0);
            deviationEnd += inBlock - 1;
        }
        write(deviation);
    }

    private void delta(long delta) {
        deltaTwice = delta == lastDelta && delta > 0;
        lastDelta = delta;
    }

    private void write(long deviation) {
        room(LONGEST_DEVIATION);
        long zigzag = deviation << 1 ^ deviation >> 63;
        while ((zigzag & ~0x7fL) != 0) {
            deviations[deviationEnd++] = (byte) (zigzag | 0x80);
            zigzag >>>= 7;
        }
        deviations[deviationEnd++] = (byte) zigzag;
    }

    private void room(int more) {
        if (deviationEnd + more > deviations.length) {
            deviations = Arrays.copyOf(deviations, Math.max(64, deviationEnd + Math.max(more, deviationEnd / 4)));
        }
    }

    private void endBlock() {
        values[blocks] = inBlock == block.length ? block : Arrays.copyOf(block, inBlock);
        blocks++;
        if (blocks == values.length) {
            int more = 2 * blocks;
            values = Arrays.copyOf(values, more);
            starts = Arrays.copyOf(starts, more);
            steps = Arrays.copyOf(steps, more);
            offsets = Arrays.copyOf(offsets, more);
        }
        block = new double[Samples.BLOCK];
        inBlock = 0;
    }

    private void reset() {
        blocks = 0;
        values = new double[1][];
        starts = new long[1];
        steps = new long[1];
        offsets = new int[1];
        deviations = new byte[0];
        deviationEnd = 0;
        block = new double[FIRST];
        inBlock = 0;
        size = 0;
        lastDelta = 0;
        deltaTwice = false;
    }

    /** All samples. The builder is empty afterwards. */
    public Samples build() {
        return build(DoubleUnaryOperator.identity());
    }

    /**
     * All samples, each value as a function makes it of what was added; {@code NaN} makes a mark of a sample. The builder
     * is empty afterwards.
     */
    public Samples build(DoubleUnaryOperator scale) {
        Samples newest = sealed(scale);
        reset();
        if (earlier.isEmpty()) {
            return newest;
        }
        List<Samples> all = new ArrayList<>(earlier.size() + 1);
        for (Samples part : earlier) {
            all.add(part.scaled(scale));
        }
        all.add(newest);
        earlier.clear();
        return Samples.joined(all);
    }

    private Samples sealed(DoubleUnaryOperator scale) {
        int count = blocks + (inBlock > 0 ? 1 : 0);
        double[][] sealed = Arrays.copyOf(values, count);
        if (inBlock > 0) {
            sealed[blocks] = inBlock == block.length ? block : Arrays.copyOf(block, inBlock);
        }
        int marks = Samples.scale(sealed, scale);
        return new Samples(
                size,
                marks,
                last,
                sealed,
                Arrays.copyOf(starts, count),
                Arrays.copyOf(steps, count),
                Arrays.copyOf(offsets, count),
                deviationEnd == deviations.length ? deviations : Arrays.copyOf(deviations, deviationEnd));
    }
}
