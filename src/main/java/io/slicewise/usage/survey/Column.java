package io.slicewise.usage.survey;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.usage.Averages;

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
        POWER;

        /** The figure of a row; {@code NaN} where it has none, and in the columns that are not figures. */
        public double of(Row row) {
            Averages averages = row.averages();
            return switch (this) {
                case FLEET, INSTANCE -> Double.NaN;
                case INSTANCES -> averages.instances();
                case SLICES -> row.waste().slices() - row.waste().free();
                case AVERAGE -> averages.instanceAverage();
                case WEIGHTED -> averages.weightedAverage();
                case WHOLE -> averages.wholeGpu();
                case GAP -> averages.gap();
                case ALLOCATED -> averages.allocatedShare();
                case COVERAGE -> averages.coverage();
                case IDLE -> row.waste().idle();
                case FREE -> row.waste().free();
                case SM -> row.reading(ReadingKind.SM);
                case OCCUPANCY -> row.reading(ReadingKind.OCCUPANCY);
                case TENSOR -> row.reading(ReadingKind.TENSOR);
                case BANDWIDTH -> row.reading(ReadingKind.BANDWIDTH);
                case MEMORY -> row.memoryShare();
                case POWER -> row.powerWatts();
            };
        }
    }

    /**
     * An attribute's values, numbers in them by their size.
     *
     * @param attribute which
     */
    record Of(Attribute attribute) implements Column {}
}
