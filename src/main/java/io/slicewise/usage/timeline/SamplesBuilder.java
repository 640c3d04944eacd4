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

    private final List<SampleColumns> earlier = new ArrayList<>(0);
    private Blocks blocks = new Blocks();

    /** The values that are no block yet. */
    private double[] block = new double[FIRST];

    /** How long each of them came after the one before. */
    private int[] deltas = new int[FIRST];

    private int inBlock;
    private long start;
    private int size;
    private int marks;
    private long last;

    /** How many times were added, marks included. */
    public int size() {
        int sum = size;
        for (SampleColumns part : earlier) {
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
                again(value);
                return;
            }
            earlier.add(sealed());
            reset();
        }
        if (inBlock == SampleColumns.BLOCK || inBlock > 0 && millis - last != (int) (millis - last)) {
            endBlock();
        }
        if (inBlock == block.length) {
            block = Arrays.copyOf(block, Math.min(SampleColumns.BLOCK, 4 * inBlock));
            deltas = Arrays.copyOf(deltas, block.length);
        }
        if (inBlock == 0) {
            start = millis;
        } else {
            deltas[inBlock] = (int) (millis - last);
        }
        marks += Double.isNaN(value) ? 1 : 0;
        block[inBlock++] = value;
        last = millis;
        size++;
    }

    /** Another sample of the last instant. */
    private void again(double value) {
        double there = block[inBlock - 1];
        if (Double.isNaN(there) || value > there) {
            marks -= Double.isNaN(there) && !Double.isNaN(value) ? 1 : 0;
            block[inBlock - 1] = value;
        }
    }

    private void endBlock() {
        if (inBlock > 0) {
            blocks.add(start, block, deltas, inBlock);
            // the array is part of a block now, unless it was too long for it
            block = new double[Math.min(SampleColumns.BLOCK, Math.max(FIRST, block.length))];
            inBlock = 0;
        }
    }

    private void reset() {
        blocks = new Blocks();
        block = new double[FIRST];
        deltas = new int[FIRST];
        inBlock = 0;
        size = 0;
        marks = 0;
    }

    /** All samples. The builder is empty afterwards. */
    public SampleColumns build() {
        SampleColumns newest = sealed();
        reset();
        if (earlier.isEmpty()) {
            return newest;
        }
        List<SampleColumns> all = new ArrayList<>(earlier);
        all.add(newest);
        earlier.clear();
        return SampleColumns.joined(all);
    }

    /**
     * All samples, each value as a function makes it of what was added; {@code NaN} makes a mark of a sample. The builder
     * is empty afterwards.
     */
    public SampleColumns build(DoubleUnaryOperator scale) {
        endBlock();
        marks = blocks.scale(scale);
        SampleColumns newest = sealed();
        reset();
        if (earlier.isEmpty()) {
            return newest;
        }
        List<SampleColumns> all = new ArrayList<>(earlier.size() + 1);
        for (SampleColumns part : earlier) {
            all.add(part.scaled(scale));
        }
        all.add(newest);
        earlier.clear();
        return SampleColumns.joined(all);
    }

    private SampleColumns sealed() {
        endBlock();
        return blocks.seal(size, marks, last);
    }
}
