package io.slicewise.planning.trend;

import java.util.Arrays;
import java.util.List;

/** What sorting tells. */
final class Quantile {
    private static final double HALF = 0.5;

    private Quantile() {}

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return of(sorted, HALF);
    }

    static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Between two values in proportion. */
    static double of(double[] sorted, double quantile) {
        double at = (sorted.length - 1) * quantile;
        int below = (int) at;
        double low = sorted[below];
        return at == below ? low : low + (at - below) * (sorted[below + 1] - low);
    }
}
