package io.slicewise.planning.program;

/** What came of solving a program. */
public sealed interface Outcome {
    /**
     * A solution.
     *
     * @param x how many of each unknown
     * @param cost what they cost
     * @param bound no solution costs less; equal to the cost where that is proven
     */
    record Found(Amounts x, long cost, long bound) implements Outcome {
        public boolean isProven() {
            return cost == bound;
        }
    }

    /** There is no solution; proven. */
    record Impossible() implements Outcome {}

    /**
     * The search was stopped before it found one.
     *
     * @param bound no solution costs less
     */
    record Stopped(long bound) implements Outcome {}

    /** Whole numbers that do not change. */
    final class Amounts {
        private final long[] values;

        Amounts(long[] values) {
            this.values = values.clone();
        }

        public long at(int column) {
            return values[column];
        }
    }
}
