package io.slicewise.planning.trend;

import java.util.Arrays;

/**
 * A line with its band and weekdays.
 *
 * @param line the line
 * @param weekdays what a weekday adds
 * @param below 5 % of what is left over lies below
 * @param above 95 % of it lie below
 */
record TrendFit(MedianSlope line, Weekdays weekdays, double below, double above) {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    static TrendFit of(DailyValues values) {
        Weekdays weekdays = Weekdays.of(values);
        DailyValues even = values.without(weekdays);
        MedianSlope line = MedianSlope.of(even);
        double[] rest = new double[even.size()];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = even.value(i) - line.at(even.day(i), line.slope());
        }
        Arrays.sort(rest);
        return new TrendFit(line, weekdays, Quantile.of(rest, LOW), Quantile.of(rest, HIGH));
    }

    double middle(long day) {
        return line.at(day, line.slope()) + weekdays.at(day);
    }

    double bottom(long day) {
        return line.at(day, line.low()) + below + weekdays.at(day);
    }

    double top(long day) {
        return line.at(day, line.high()) + above + weekdays.at(day);
    }
}
