package io.slicewise.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines over a numeric axis. A sample without a value is a gap, and a gap stays a gap.
 *
 * @param heading the words around it
 * @param along the axis to the right
 * @param values the axis upwards
 * @param series the lines
 * @param marker the place on the lower axis where things stand now; {@code null} for none
 * @param references lines across the chart
 */
public record LinesChart(
        ChartHeading heading,
        Axis along,
        Axis values,
        List<Series> series,
        @Nullable Marker marker,
        List<Reference> references)
        implements ChartSpec {
    public LinesChart {
        series = List.copyOf(series);
        references = List.copyOf(references);
    }

    @Override
    public boolean isEmpty() {
        return series.stream().flatMap(line -> line.samples().stream()).noneMatch(Sample::isFigure);
    }

    /**
     * A line.
     *
     * @param name what stands at its end
     * @param role its colour
     * @param samples its points, with {@code x} not falling
     */
    public record Series(String name, ColorRole role, List<Sample> samples) {
        public Series {
            samples = List.copyOf(samples);
        }

        /**
         * The value at {@code x}, on the straight line between the two samples around it; {@code NaN} outside of the
         * samples and in a gap.
         */
        public double at(double x) {
            int after = firstAfter(x);
            if (after == 0) {
                return Double.NaN;
            }
            Sample before = samples.get(after - 1);
            if (before.x() == x) {
                return before.y();
            }
            return after == samples.size() ? Double.NaN : between(before, samples.get(after), x);
        }

        /** The index of the first sample beyond {@code x}, by halving. */
        private int firstAfter(double x) {
            int low = 0;
            int high = samples.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (samples.get(middle).x() > x) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        private static double between(Sample before, Sample after, double x) {
            double part = (x - before.x()) / (after.x() - before.x());
            return before.y() + part * (after.y() - before.y());
        }
    }

    /**
     * A point of a line.
     *
     * @param x where it lies on the lower axis
     * @param y its value; {@code NaN} begins a gap
     */
    public record Sample(double x, double y) {
        boolean isFigure() {
            return Double.isFinite(x) && Double.isFinite(y);
        }
    }

    /**
     * A vertical line with a dot on every series.
     *
     * @param x where it stands
     * @param label the finished label above it: {@code now 30.0%}
     */
    public record Marker(double x, String label) {}
}
