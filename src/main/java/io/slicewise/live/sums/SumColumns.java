package io.slicewise.live.sums;

import java.util.Collection;

/** What a server summed up at each time of a grid, in columns: 8 bytes a number. */
public final class SumColumns {
    private final int count;
    private final double[][] columns = new double[Sum.values().length][];

    /** @param count how many times there are */
    SumColumns(int count) {
        this.count = count;
    }

    /** Others together. */
    static SumColumns together(int count, Collection<SumColumns> others) {
        SumColumns all = new SumColumns(count);
        for (SumColumns one : others) {
            for (Sum sum : Sum.values()) {
                double[] column = one.columns[sum.ordinal()];
                for (int i = 0; column != null && i < count; i++) {
                    all.add(sum, i, column[i]);
                }
            }
        }
        return all;
    }

    void add(Sum sum, int index, double value) {
        double[] column = columns[sum.ordinal()];
        if (column == null) {
            column = new double[count];
            columns[sum.ordinal()] = column;
        }
        column[index] += value;
    }

    /** How many times there are. */
    public int count() {
        return count;
    }

    /** The sums at a time; {@link Sums#NONE} where the server had nothing. */
    public Sums at(int index) {
        return new Sums(
                value(Sum.INSTANCES, index),
                value(Sum.REPORTED, index),
                value(Sum.LOAD, index),
                value(Sum.WEIGHT, index),
                value(Sum.REPORTED_WEIGHT, index),
                value(Sum.WEIGHTED_LOAD, index),
                value(Sum.HARDWARE, index),
                value(Sum.UNWEIGHED, index));
    }

    private double value(Sum sum, int index) {
        double[] column = columns[sum.ordinal()];
        return column == null ? 0 : column[index];
    }
}
