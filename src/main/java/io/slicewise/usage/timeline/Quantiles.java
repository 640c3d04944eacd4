package io.slicewise.usage.timeline;

/** Values with weights, of which the one is sought below which so much weight lies. Changes the arrays that it is given. */
final class Quantiles {
    private final double[] values;
    private final long[] weights;

    Quantiles(double[] values, long[] weights) {
        this.values = values;
        this.weights = weights;
    }

    /**
     * The least value so that it and the smaller ones weigh at least so much: a quickselect by weight.
     *
     * @param weight from 1 to the sum of all
     */
    double at(long weight) {
        int from = 0;
        int to = values.length;
        long below = weight;
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
