package io.slicewise.usage.timeline;

/**
 * Values with weights, of which the one is sought below which so much weight lies. Changes the arrays that it is given, and
 * goes on from what it sorted for the question before: the median is half of the way to the 95th percentile.
 */
final class Quantiles {
    private final double[] values;
    private final long[] weights;
    private final int count;

    /** Before this index stand the values up to the last answer, and weigh so much. */
    private int done;

    private long doneWeight;

    /** @param count how many of both are meant; those behind are nothing */
    Quantiles(double[] values, long[] weights, int count) {
        this.values = values;
        this.weights = weights;
        this.count = count;
    }

    /**
     * The least value so that it and the smaller ones weigh at least so much: a quickselect by weight.
     *
     * @param weight from 1 to the sum of all, and not less than the one before
     */
    double at(long weight) {
        if (weight <= doneWeight) {
            return values[done - 1];
        }
        int from = done;
        int to = count;
        long below = weight - doneWeight;
        while (true) {
            double pivot = middle(values[from], values[(from + to) >>> 1], values[to - 1]);
            int less = from;
            int more = to;
            long lessWeight = 0;
            long equalWeight = 0;
            for (int i = from; i < more; ) {
                if (values[i] < pivot) {
                    lessWeight += weights[i];
                    swap(i++, less++);
                } else if (values[i] > pivot) {
                    swap(i, --more);
                } else {
                    equalWeight += weights[i++];
                }
            }
            if (below <= lessWeight) {
                to = less;
            } else if (below <= lessWeight + equalWeight) {
                doneWeight = weight - below + lessWeight + equalWeight;
                done = more;
                return pivot;
            } else {
                below -= lessWeight + equalWeight;
                from = more;
            }
        }
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
        long weight = weights[i];
        weights[i] = weights[j];
        weights[j] = weight;
    }
}
