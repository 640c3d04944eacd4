package io.slicewise.snapshot;

import io.slicewise.text.Text;

/**
 * How utilization was read, decided from all values of the file.
 *
 * @param unit ratio or percent
 * @param why for a person
 * @param certain whether the values leave no doubt
 */
public record UnitDecision(Unit unit, Text why, boolean certain) {
    /** What 100 % is written as. */
    public enum Unit {
        /** 1.0 is 100 %, as DCGM has it. */
        RATIO(1),
        /** 100 is 100 %. */
        PERCENT(100);

        /** A reading so far above 100 % is a rounding of the counters; one further above is none at all. */
        static final double LITTLE_ABOVE = 1.1;

        private final double whole;

        Unit(double whole) {
            this.whole = whole;
        }

        /** Whether a value can be a utilization in this unit, one a little above 100 % included. */
        public boolean holds(double value) {
            return value >= 0 && value <= whole * LITTLE_ABOVE;
        }

        /** The value of 100 %. */
        public double whole() {
            return whole;
        }

        /** The value as a ratio, not clamped. */
        public double ratio(double value) {
            return value / whole;
        }
    }
}
