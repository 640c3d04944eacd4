package io.slicewise.usage.timeline;

/** What has a curve. All are ratios. */
public enum Measure {
    /** S. */
    INSTANCE_AVERAGE,
    /** W. */
    WEIGHTED_AVERAGE,
    /** G. */
    WHOLE_GPU,
    /** A. */
    ALLOCATED_SHARE,
    /** How many of the instances that exist have a reading. */
    COVERAGE
}
