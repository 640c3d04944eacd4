package io.slicewise.planning.trend;

/** How far the values themselves bear a forecast. */
final class Backtests {
    private static final int PART = 5;
    private static final double NEAR = 0.98;
    private static final double OFTEN = 0.05;

    private Backtests() {}

    static Forecast.Backtest of(DailyValues values) {
        int tested = Math.max(Weekdays.WEEK, values.size() / PART);
        DailyValues known = values.first(values.size() - tested);
        TrendFit fit = TrendFit.of(known);
        double trend = 0;
        double lastWeek = 0;
        for (int i = known.size(); i < values.size(); i++) {
            trend += Math.abs(values.value(i) - fit.middle(values.day(i)));
            lastWeek += Math.abs(values.value(i) - weeksBefore(known, values.day(i)));
        }
        return new Forecast.Backtest(trend / tested, lastWeek / tested);
    }

    /** The newest value of the same weekday; the newest of all where none is known. */
    private static double weeksBefore(DailyValues known, long day) {
        for (long at = day - Weekdays.WEEK; at >= known.day(0); at -= Weekdays.WEEK) {
            double value = known.at(at);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return known.value(known.size() - 1);
    }

    static boolean isAtCeiling(DailyValues values, double ceiling) {
        int near = 0;
        for (int i = 0; i < values.size(); i++) {
            near += values.value(i) >= NEAR * ceiling ? 1 : 0;
        }
        return near >= OFTEN * values.size() && near > 0;
    }
}
