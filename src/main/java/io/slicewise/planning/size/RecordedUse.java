package io.slicewise.planning.size;

import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.Arrays;

/**
 * What was recorded of an instance.
 *
 * @param quantile the quantile of its readings that has to be served; {@code NaN} without a reading
 * @param highest the highest reading
 * @param nearLow the share of the readings that are near {@code 1/c} or above: within a tenth of it
 * @param memoryMib the most memory that it used in MiB; {@code NaN} where it was not reported
 * @param millis how long it was recorded
 */
public record RecordedUse(double quantile, double highest, double nearLow, double memoryMib, long millis) {
    private static final double NEAR = 0.9;

    /** What was recorded of an instance of a timeline. */
    public static RecordedUse of(Timeline timeline, InstanceTrack track, double quantile) {
        double[] readings = new double[track.samples().count()];
        int[] next = {0};
        track.samples().each((_, value) -> {
            if (!Double.isNaN(value)) {
                readings[next[0]++] = value;
            }
        });
        long recorded = readings.length == 0
                ? 0
                : track.samples().last() - track.samples().first() + timeline.step();
        return of(readings, track.instance().profile().computeSlices(), quantile, track.mostMemoryMib(), recorded);
    }

    /**
     * From readings at equal distances. A quantile lies between two readings in proportion, as servers have it.
     *
     * @param readings ratios, sorted by this; none without a reading
     * @param slices compute slices of the instance
     */
    public static RecordedUse of(double[] readings, int slices, double quantile, double memoryMib, long millis) {
        if (readings.length == 0) {
            return new RecordedUse(Double.NaN, Double.NaN, Double.NaN, memoryMib, millis);
        }
        Arrays.sort(readings);
        double at = (readings.length - 1) * quantile;
        int below = (int) at;
        double low = readings[below];
        double high = readings[Math.min(below + 1, readings.length - 1)];
        long near = Arrays.stream(readings).filter(u -> u * slices >= NEAR).count();
        return new RecordedUse(
                low + (at - below) * (high - low),
                readings[readings.length - 1],
                (double) near / readings.length,
                memoryMib,
                millis);
    }
}
