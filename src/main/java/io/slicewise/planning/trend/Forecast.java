package io.slicewise.planning.trend;

import java.util.OptionalInt;
import java.util.function.LongToDoubleFunction;

/** When a capacity is reached. */
public sealed interface Forecast {
    /** From the first value to the last, in days. */
    int span();

    /** The share of these days that have a value. */
    double coverage();

    /** Why nothing is said. */
    enum Refusal {
        /** Less than two weeks, or less than ten days. */
        TOO_SHORT,
        /** More than 30 % of the days have no value. */
        GAPS
    }

    /** Nothing can be said. */
    record Refused(Refusal why, int span, double coverage) implements Forecast {}

    /** Which way it goes. */
    enum Direction {
        RISING,
        FALLING,
        /** The interval of the slope holds 0: there is no date. */
        OPEN
    }

    /**
     * What can be said.
     *
     * @param direction which way it goes
     * @param line the line through the days, without the weekdays
     * @param days when the capacity is reached
     * @param backtest how good it would have been
     * @param atCeiling whether the figure stands at its ceiling: what is wanted may be more than it can show
     * @param band a value for each day behind the last one, up to the horizon
     */
    record Seen(
            int span,
            double coverage,
            Direction direction,
            MedianSlope line,
            Reached days,
            Backtest backtest,
            boolean atCeiling,
            Band band)
            implements Forecast {
        /** In how many days the line reaches the capacity; empty too where repeating the last week would have been nearer. */
        public OptionalInt expected() {
            return isTrusted() ? days.expected() : OptionalInt.empty();
        }

        /** Whether its line can be taken for what is expected: repeating the last week would not have been nearer. */
        public boolean isTrusted() {
            return backtest.trend() <= backtest.lastWeek();
        }
    }

    /**
     * In how many days, counted from the last one with a value, the capacity is reached; empty where it is not within the horizon.
     *
     * @param earliest by the top of the band
     * @param expected by the line
     * @param latest by the bottom of the band
     */
    record Reached(OptionalInt earliest, OptionalInt expected, OptionalInt latest) {
        static final Reached NEVER = new Reached(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * The mean error over the last fifth of the days.
     *
     * @param trend of what the days before said
     * @param lastWeek of repeating the last week of them
     */
    record Backtest(double trend, double lastWeek) {}

    /** Values to come. The first is that of the day after the last one. */
    final class Band {
        private final TrendFit fit;
        private final long last;
        private final int horizon;

        private Band(TrendFit fit, long last, int horizon) {
            this.fit = fit;
            this.last = last;
            this.horizon = horizon;
        }

        /** How many days. */
        public int horizon() {
            return horizon;
        }

        /** The day after so many days, as it was numbered. */
        public long day(int after) {
            return last + after;
        }

        public double middle(int after) {
            return fit.middle(last + after);
        }

        public double low(int after) {
            return fit.bottom(last + after);
        }

        public double high(int after) {
            return fit.top(last + after);
        }

        /**
         * What each weekday differs from the mean of a week, by the remainder of its number by 7; none where the days are too few
         * to tell.
         */
        public double[] weekdays() {
            return fit.weekdays().profile();
        }

        private OptionalInt reaches(double capacity, LongToDoubleFunction curve) {
            for (int after = 1; after <= horizon; after++) {
                if (curve.applyAsDouble(last + after) >= capacity) {
                    return OptionalInt.of(after);
                }
            }
            return OptionalInt.empty();
        }
    }

    int LEAST_DAYS = 14;
    int LEAST_VALUES = 10;
    int LONGEST_HORIZON = 180;
    double LEAST_COVERAGE = 0.7;

    /**
     * Looks ahead.
     *
     * @param capacity what must not be reached
     * @param ceiling what the figure cannot exceed; {@code NaN} where there is nothing such
     */
    static Forecast of(DailyValues values, double capacity, double ceiling) {
        int span = values.span();
        double coverage = span == 0 ? 0 : (double) values.size() / span;
        if (span < LEAST_DAYS) {
            return new Refused(Refusal.TOO_SHORT, span, coverage);
        }
        if (coverage < LEAST_COVERAGE) {
            return new Refused(Refusal.GAPS, span, coverage);
        }
        if (values.size() < LEAST_VALUES) {
            return new Refused(Refusal.TOO_SHORT, span, coverage);
        }
        TrendFit fit = TrendFit.of(values);
        Band band = new Band(fit, values.last(), Math.min(span, LONGEST_HORIZON));
        boolean open = fit.line().isOpen();
        Reached days = open
                ? Reached.NEVER
                : new Reached(
                        band.reaches(capacity, fit::top),
                        band.reaches(capacity, fit::middle),
                        band.reaches(capacity, fit::bottom));
        Direction direction = open ? Direction.OPEN : fit.line().slope() > 0 ? Direction.RISING : Direction.FALLING;
        return new Seen(
                span,
                coverage,
                direction,
                fit.line(),
                days,
                Backtests.of(values),
                Backtests.isAtCeiling(values, ceiling),
                band);
    }
}
