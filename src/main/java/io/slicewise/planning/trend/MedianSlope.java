package io.slicewise.planning.trend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A line through values that a few odd ones do not turn (Theil–Sen).
 *
 * @param slope the median of the slopes between all pairs, a day
 * @param low where the interval of 90 % begins
 * @param high where it ends
 * @param day the median of the days
 * @param value the median of the values; the line goes through both
 */
public record MedianSlope(double slope, double low, double high, double day, double value) {
    /** Of the normal distribution: 90 % lie within so many deviations. */
    private static final double DEVIATIONS = 1.6448536269514722;

    static MedianSlope of(DailyValues values) {
        int n = values.size();
        double[] slopes = new double[n * (n - 1) / 2];
        double[] days = new double[n];
        double[] heights = new double[n];
        int next = 0;
        for (int j = 0; j < n; j++) {
            days[j] = values.day(j);
            heights[j] = values.value(j);
            for (int i = 0; i < j; i++) {
                slopes[next++] = (values.value(j) - values.value(i)) / (values.day(j) - values.day(i));
            }
        }
        Arrays.sort(slopes);
        double width = DEVIATIONS * Math.sqrt(variance(heights));
        // to the even number, as rint does it and scipy
        int high = (int) Math.min(Math.rint((slopes.length + width) / 2), slopes.length - 1.0);
        int low = (int) Math.max(Math.rint((slopes.length - width) / 2) - 1, 0);
        return new MedianSlope(
                Quantile.of(slopes, 0.5), slopes[low], slopes[high], Quantile.median(days), Quantile.median(heights));
    }

    /** Of Kendall's statistic, less what equal values take away. */
    private static double variance(double[] heights) {
        Map<Double, Long> equal = new HashMap<>();
        for (double height : heights) {
            equal.merge(height, 1L, Long::sum);
        }
        double ties = equal.values().stream().mapToDouble(MedianSlope::term).sum();
        return (term(heights.length) - ties) / 18;
    }

    private static double term(long n) {
        return n * (n - 1.0) * (2 * n + 5);
    }

    double at(long when, double itsSlope) {
        return value + itsSlope * (when - day);
    }

    /** Whether the data cannot tell that there is a slope at all. */
    boolean isOpen() {
        return low <= 0 && high >= 0;
    }
}
