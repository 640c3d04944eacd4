package io.slicewise.promql.query;

/** What decides when an alert fires. */
public enum Limit {
    /** The weighted average of a host from which on it is full. */
    WEIGHTED_HIGH("weighted-high", Unit.PERCENT, 90),
    /** How long it must be that full. */
    HIGH_FOR("high-for", Unit.MINUTES, 10),
    /** The whole-GPU utilization below which a GPU is wasted. */
    WHOLE_LOW("whole-low", Unit.PERCENT, 20),
    /** Over how long its mean must be that low. */
    LOW_FOR("low-for", Unit.DAYS, 3),
    /** The share of a host's instances with a reading below which readings are missing; 100 for any that is. */
    COVERAGE("coverage", Unit.PERCENT, 100),
    /** How long they must be missing. */
    COVERAGE_FOR("coverage-for", Unit.MINUTES, 15),
    /** The memory in use of an instance from which on it is nearly full. */
    MEMORY_HIGH("memory-high", Unit.PERCENT, 90),
    /** How long a host, or everything, must have no data at all. */
    SILENT_FOR("silent-for", Unit.MINUTES, 10);

    /** What a limit is counted in. */
    public enum Unit {
        PERCENT(0.1, 100, 0),
        /** At most a week. */
        MINUTES(1, 10_080, 60),
        /** No longer than servers usually keep samples. */
        DAYS(1, 90, 86_400);

        private final double least;
        private final double most;
        private final int seconds;

        Unit(double least, double most, int seconds) {
            this.least = least;
            this.most = most;
            this.seconds = seconds;
        }

        /** The smallest limit. */
        public double least() {
            return least;
        }

        /** The largest limit. */
        public double most() {
            return most;
        }

        /** How long one of it is; 0 for what is no time. */
        public int seconds() {
            return seconds;
        }
    }

    private final String id;
    private final Unit unit;
    private final double usual;

    Limit(String id, Unit unit, double usual) {
        this.id = id;
        this.unit = unit;
        this.usual = usual;
    }

    /** The persistent name. */
    public String id() {
        return id;
    }

    public Unit unit() {
        return unit;
    }

    /** What it is unless it is said otherwise: the source document's 90 %, a fifth of a GPU over three days. */
    public double usual() {
        return usual;
    }

    /** Whether it can be set to a value: percents as they are, times in whole numbers. */
    public boolean takes(double value) {
        return value >= unit.least && value <= unit.most && (unit == Unit.PERCENT || value == Math.rint(value));
    }
}
