package io.slicewise.promql.query;

/** What is added up of the instances that have a weight, and of the GPUs that they are on. */
enum WeighedTotal {
    /** Each reading times the weight of its instance. */
    LOAD("host_model:mig_load:sum"),
    /** The weight of the instances with a reading. */
    REPORTED_WEIGHT("host_model:mig_reported_weight:sum"),
    /** The weight of all instances. */
    ALLOCATED_WEIGHT("host_model:mig_allocated_weight:sum"),
    /** The weight of the GPUs. */
    CAPACITY("host_model:mig_capacity:sum"),
    /** The readings, each as it is. */
    READINGS("host_model:mig_weighed_readings:sum"),
    /** How many instances have a reading. */
    REPORTED("host_model:mig_weighed_readings:count"),
    /** How many instances there are. */
    INSTANCES("host_model:mig_weighed_instances:count");

    private final String rule;

    WeighedTotal(String rule) {
        this.rule = rule;
    }

    /** The name of its recording rule. */
    String rule() {
        return rule;
    }
}
