package io.slicewise.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Values to pixels, with round ticks.
 *
 * @param low the value at the beginning
 * @param high the value at the end, above {@code low}
 * @param step the distance of two ticks
 */
record Scale(double low, double high, double step) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /**
     * A scale that holds the values and ends on ticks, except where the axis sets its own ends.
     *
     * @param axis may fix the ends; data outside of them stretch it
     * @param min the least value of the data
     * @param max the greatest value of the data
     * @param ticks how many steps there is room for
     */
    static Scale of(Axis axis, double min, double max, int ticks) {
        double low = Double.isFinite(axis.from()) ? Math.min(axis.from(), min) : min;
        double high = Double.isFinite(axis.to()) ? Math.max(axis.to(), max) : max;
        if (high - low < 1e-12) {
            double room = axis.unit().isRatio() ? 0.1 : Math.max(1, Math.abs(high));
            high = low + room;
        }
        double step = step(high - low, Math.max(1, ticks), axis.unit().kind() == Unit.Kind.COUNT);
        boolean lowIsFixed = low == axis.from();
        boolean highIsFixed = high == axis.to();
        return new Scale(
                lowIsFixed ? low : Math.floor(low / step + 1e-9) * step,
                highIsFixed ? high : Math.ceil(high / step - 1e-9) * step,
                step);
    }

    /** The smallest round step of which at most {@code most} fit into the span; a whole one where it counts things. */
    private static double step(double span, int most, boolean whole) {
        double power = Math.pow(10, Math.floor(Math.log10(span / most)));
        for (double round : ROUND) {
            double step = round * power;
            if (span / step <= most + 1e-9 && (!whole || step == Math.rint(step))) {
                return step;
            }
        }
        return whole ? Math.max(1, 10 * power) : 10 * power;
    }

    /** The round values from {@code low} to {@code high}. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The pixel of a value on an axis that runs from pixel {@code from} to pixel {@code to}. */
    double at(double value, double from, double to) {
        return from + (value - low) / (high - low) * (to - from);
    }
}
