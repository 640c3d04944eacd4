package io.slicewise.snapshot.exposition;

/** Takes the samples of an exposition, in the order of the file. Called by the thread that reads, or behind a {@link SampleQueue}. */
public interface SampleHandler {
    /** Stands for a sample without a timestamp. */
    long NO_TIMESTAMP = Long.MIN_VALUE;

    /**
     * Whether samples of a metric are wanted. Asked once per name, when its first well-formed line was read; further
     * lines of a metric that is not wanted are skipped after the name, and faults in them go unnoticed.
     */
    default boolean wants(Metric metric) {
        return true;
    }

    /**
     * One sample.
     *
     * @param metric the metric
     * @param labels the labels; the same printed block is the same object throughout one reading
     * @param value the value; NaN and infinities are passed on as they stand
     * @param timestampMillis milliseconds since 1970 UTC, or {@link #NO_TIMESTAMP}
     * @param line the line, from 1
     */
    void sample(Metric metric, ExpositionLabels labels, double value, long timestampMillis, long line);

    /**
     * What a comment says about a metric. Called when it is new or differs from what was said before, whether the
     * metric is wanted or not, and usually before its first sample.
     *
     * @param kind what is said
     * @param metric the metric's name
     * @param text the help text, the type or the unit
     * @param line the line, from 1
     */
    default void header(Header kind, String metric, String text, long line) {}

    /** {@code # EOF}: an exposition is complete, and what follows is another one. */
    default void endOfExposition() {}

    /** Comments that carry meaning. */
    enum Header {
        HELP,
        TYPE,
        UNIT
    }
}
