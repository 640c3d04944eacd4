package io.slicewise.usage.timeline;

/**
 * What a measure amounts to in a range, each value by the time for which it held. {@code NaN} where nothing has a figure.
 *
 * <p>Worked example: 0.5 for 10 minutes, 0.9 for 30, nothing for 20 have the mean {@code (10·0.5 + 30·0.9)/40 = 0.8}, the
 * median 0.9, and lie above 0.8 for 30 minutes.
 *
 * @param mean the time-weighted mean
 * @param median the least value that was not exceeded in half of the time
 * @param p95 the least value that was not exceeded in 95 % of the time
 * @param min the least
 * @param max the largest
 * @param known for how long there was a figure, in milliseconds
 * @param above for how long it was at the threshold or above, in milliseconds
 */
public record RangeStatistics(double mean, double median, double p95, double min, double max, long known, long above) {
    private static final RangeStatistics NOTHING =
            new RangeStatistics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

    static RangeStatistics of(Grid grid, double[] values, long from, long to, double threshold) {
        int first = grid.size() == 0 ? 0 : grid.cell(from, 0);
        int end = grid.size() == 0 ? 0 : Math.min(grid.size(), grid.cell(to, first) + 1);
        double[] found = new double[Math.max(0, end - first)];
        long[] lengths = new long[found.length];
        int count = 0;
        long known = 0;
        long above = 0;
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = first; i < end && grid.bound(i) < to; i++) {
            long length = Math.min(to, grid.bound(i + 1)) - Math.max(from, grid.bound(i));
            if (length > 0 && !Double.isNaN(values[i])) {
                found[count] = values[i];
                lengths[count++] = length;
                known += length;
                above += values[i] >= threshold ? length : 0;
                sum += length * values[i];
                min = Math.min(min, values[i]);
                max = Math.max(max, values[i]);
            }
        }
        if (count == 0) {
            return NOTHING;
        }
        Quantiles quantiles = new Quantiles(found, lengths, count);
        return new RangeStatistics(
                sum / known,
                quantiles.at((known + 1) / 2),
                quantiles.at(Math.ceilDiv(known * 19, 20L)),
                min,
                max,
                known,
                above);
    }

    /** The mean alone, to the last bit that of all of it: without what has to be sorted. */
    static double mean(Grid grid, double[] values, long from, long to) {
        long known = 0;
        double sum = 0;
        for (int i = grid.size() == 0 ? 0 : grid.cell(from, 0); i < grid.size() && grid.bound(i) < to; i++) {
            long length = Math.min(to, grid.bound(i + 1)) - Math.max(from, grid.bound(i));
            if (length > 0 && !Double.isNaN(values[i])) {
                known += length;
                sum += length * values[i];
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    /** The part of the time with a figure in which it was at the threshold or above, from 0 to 1. */
    public double aboveShare() {
        return known == 0 ? Double.NaN : (double) above / known;
    }
}
