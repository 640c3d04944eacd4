package io.slicewise.usage.survey;

/** What rows are put in order by. */
public sealed interface Column {
    /** The fixed columns. */
    enum Fixed implements Column {
        /** The order of the fleet. */
        FLEET,
        /** The instance's name, or its id. */
        INSTANCE,
        /** How many instances. */
        INSTANCES,
        /** Compute slices of the instances. */
        SLICES,
        AVERAGE,
        WEIGHTED,
        WHOLE,
        GAP,
        ALLOCATED,
        COVERAGE,
        /** Slices that are allocated but idle. */
        IDLE,
        /** Slices that are not allocated. */
        FREE,
        SM,
        OCCUPANCY,
        TENSOR,
        BANDWIDTH,
        /** Memory in use, of what the profiles have. */
        MEMORY,
        /** What GPUs draw, in watts. */
        POWER
    }

    /**
     * An attribute's values, numbers in them by their size.
     *
     * @param attribute which
     */
    record Of(Attribute attribute) implements Column {}
}
