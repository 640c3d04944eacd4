package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.RawSource;

/** Takes the series of an answer, one after the other, each with all its samples. */
interface SeriesSink {
    /**
     * What a series is.
     *
     * @param metric the name; empty where a function or an aggregation dropped it
     * @param source who reports
     * @param labels all labels, so that equal text means the same series
     * @param place where it stands
     */
    record Head(String metric, RawSource source, String labels, long place) {}

    /**
     * A series begins.
     *
     * @return whether its samples are wanted
     */
    boolean begin(Head head);

    /**
     * Samples of the series that began last, in the order of the file; called as often as there are more.
     *
     * @param millis milliseconds since 1970 UTC
     * @param values NaN and infinities are passed on as they stand
     * @param count how many of both are samples; the rest is nothing
     */
    void samples(long[] millis, double[] values, int count);

    /** The series that began last is complete, or the file ends in it. */
    void end();
}
