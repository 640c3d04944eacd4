package io.slicewise.promql.query;

/** What can be asked for. */
public enum QueryFigure {
    /** {@code S = Σu_i / n}. */
    INSTANCE_AVERAGE("instance-average", "mig_utilization:avg"),
    /** {@code W = Σw_i·u_i / Σw_i}. */
    WEIGHTED_AVERAGE("weighted-average", "mig_utilization:weighted_avg"),
    /** {@code G = A·W}. */
    WHOLE_GPU("whole-gpu", "mig_whole_gpu_utilization:ratio"),
    /** {@code A = Σw_i / T}. */
    ALLOCATED("allocated", "mig_allocated:ratio"),
    /** {@code W − S} over the instances that have a weight. */
    GAP("gap", "mig_gap:difference"),
    /** How many instances there are. */
    INSTANCES("instances", "mig_instances:count"),
    /** How many of them have a reading. */
    REPORTED("reported", "mig_instances_reported:count"),
    /** How many have no weight, because their model or profile is not known. */
    UNWEIGHED("unweighed", "mig_instances_unweighed:count"),
    /** Power in watts, once a GPU. */
    POWER("power", "mig_power_watts:sum");

    private final String id;
    private final String rule;

    QueryFigure(String id, String rule) {
        this.id = id;
        this.rule = rule;
    }

    /** The persistent name. */
    public String id() {
        return id;
    }

    /** The name of its recording rule: {@code level:metric:operations}. */
    public String rule(Level level) {
        return level.id() + ":" + rule;
    }

    /** Whether it is a ratio that can be shown in percent. */
    public boolean isRatio() {
        return this == INSTANCE_AVERAGE || this == WEIGHTED_AVERAGE || this == WHOLE_GPU || this == ALLOCATED;
    }
}
