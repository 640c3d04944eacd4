package io.slicewise.promql.query;

/** What is added up of the instances that have a weight, and of the GPUs that they are on. */
enum WeighedTotal {
    /** Each reading times the weight of its instance. */
    LOAD("load:sum"),
    /** The weight of the instances with a reading. */
    REPORTED_WEIGHT("reported_weight:sum"),
    /** The weight of all instances. */
    ALLOCATED_WEIGHT("allocated_weight:sum"),
    /** The weight of the GPUs. */
    CAPACITY("capacity:sum"),
    /** The readings, each as it is. */
    READINGS("weighed_readings:sum"),
    /** How many instances have a reading. */
    REPORTED("weighed_readings:count"),
    /** How many instances there are. */
    INSTANCES("weighed_instances:count");

    private final String recorded;

    WeighedTotal(String recorded) {
        this.recorded = recorded;
    }

    /** Its part of the name of a recorded series. */
    String recorded() {
        return recorded;
    }
}
