package io.slicewise.usage.timeline;

import java.util.List;

/**
 * The curves of a range, cut into parts of equal length.
 *
 * @param from the first instant, in milliseconds since 1970 UTC
 * @param to the instant after the last
 * @param curves one for each {@link Measure}, in its order
 */
public record Window(long from, long to, List<Curve> curves) {
    public Window {
        curves = List.copyOf(curves);
    }

    /** The curve of a measure. */
    public Curve curve(Measure measure) {
        return curves.get(measure.ordinal());
    }

    /** How many parts there are. */
    public int size() {
        return curves.getFirst().means().length;
    }

    /** The first instant of a part; of the part after the last, the end. */
    public long time(int part) {
        return from + (to - from) * part / size();
    }

    /**
     * One measure in each part. {@code NaN} where nothing in the part has a figure.
     *
     * @param means the time-weighted mean of what has a figure
     * @param lows the least value
     * @param highs the largest value
     */
    @SuppressWarnings("ArrayRecordComponent") // made for one drawing, and forgotten
    public record Curve(double[] means, double[] lows, double[] highs) {
        static Curve of(Grid parts, Grid cells, double[] values) {
            int points = parts.size();
            Curve curve = new Curve(new double[points], new double[points], new double[points]);
            int first = 0;
            for (int part = 0; part < points; part++) {
                first = cells.size() == 0 ? 0 : cells.cell(parts.bound(part), first);
                curve.part(part, parts.bound(part), parts.bound(part + 1), cells, values, first);
            }
            return curve;
        }

        private void part(int part, long from, long to, Grid cells, double[] values, int first) {
            double sum = 0;
            long time = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = first; i < cells.size() && cells.bound(i) < to; i++) {
                double value = values[i];
                long length = Math.min(to, cells.bound(i + 1)) - Math.max(from, cells.bound(i));
                if (length > 0 && !Double.isNaN(value)) {
                    sum += length * value;
                    time += length;
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
            // a part within one cell has its very value
            means[part] = time == 0 ? Double.NaN : low == high ? low : sum / time;
            lows[part] = time == 0 ? Double.NaN : low;
            highs[part] = time == 0 ? Double.NaN : high;
        }
    }
}
