package io.slicewise.promql.query;

/** What can be asked for. */
public enum QueryFigure {
    /** {@code S = Σu_i / n}. */
    INSTANCE_AVERAGE("instance-average", "utilization:avg"),
    /** {@code W = Σw_i·u_i / Σw_i}. */
    WEIGHTED_AVERAGE("weighted-average", "utilization:weighted_avg"),
    /** {@code G = A·W}. */
    WHOLE_GPU("whole-gpu", "whole_gpu_utilization:ratio"),
    /** {@code A = Σw_i / T}. */
    ALLOCATED("allocated", "allocated:ratio"),
    /** {@code W − S} over the instances that have a weight. */
    GAP("gap", "gap:difference"),
    /** How many instances there are. */
    INSTANCES("instances", "instances:count"),
    /** How many of them have a reading. */
    REPORTED("reported", "instances_reported:count"),
    /** How many have no weight, because their model or profile is not known. */
    UNWEIGHED("unweighed", "instances_unweighed:count"),
    /** Power in watts, once a GPU. */
    POWER("power", "power_watts:sum");

    private final String id;
    private final String recorded;

    QueryFigure(String id, String recorded) {
        this.id = id;
        this.recorded = recorded;
    }

    /** The persistent name. */
    public String id() {
        return id;
    }

    /** Its part of the name of a recorded series. */
    String recorded() {
        return recorded;
    }

    /** Whether it is a ratio that can be shown in percent. */
    public boolean isRatio() {
        return this == INSTANCE_AVERAGE || this == WEIGHTED_AVERAGE || this == WHOLE_GPU || this == ALLOCATED;
    }
}
