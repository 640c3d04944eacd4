package io.slicewise.usage.timeline;

/**
 * One instance over a time that is cut into equal parts.
 *
 * @param from the first instant
 * @param to the instant after the last
 * @param means its time-weighted mean reading in each part, {@code NaN} where it has none
 * @param existing in how much of each part it existed, from 0 to 1: without a reading, 0 means that it was not there
 */
@SuppressWarnings("ArrayRecordComponent") // made for one drawing, and forgotten
public record Strip(long from, long to, double[] means, double[] existing) {
    public int size() {
        return means.length;
    }
}
