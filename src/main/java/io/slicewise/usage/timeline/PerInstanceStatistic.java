package io.slicewise.usage.timeline;

/** What the readings of an instance over a range come to, as one figure. */
public enum PerInstanceStatistic {
    /** The mean, each reading for as long as it held. */
    MEAN,
    /** The least reading so that it and the smaller ones held for 95 % of the time. */
    P95,
    /** The largest reading. */
    PEAK
}
