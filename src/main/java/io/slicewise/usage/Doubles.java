package io.slicewise.usage;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Numbers as a list, which are objects only while somebody looks at them. */
final class Doubles extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    /** @param values which nobody changes any more */
    Doubles(double[] values) {
        this.values = values;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Double get(int index) {
        return values[index];
    }

    double at(int index) {
        return values[index];
    }
}
