package io.slicewise.planning.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What each weekday differs from the mean of a week. */
final class Weekdays {
    static final int WEEK = 7;
    static final Weekdays NONE = new Weekdays(new double[WEEK]);

    /** From so many days on a profile means something. */
    private static final int LEAST = 28;

    private final double[] profile;

    private Weekdays(double[] profile) {
        this.profile = profile;
    }

    static Weekdays of(DailyValues values) {
        if (values.span() < LEAST) {
            return NONE;
        }
        List<List<Double>> differences = new ArrayList<>();
        for (int i = 0; i < WEEK; i++) {
            differences.add(new ArrayList<>());
        }
        for (int i = 0; i < values.size(); i++) {
            double[] around = around(values, values.day(i));
            if (around.length == WEEK) {
                differences.get(weekday(values.day(i))).add(values.value(i) - Quantile.median(around));
            }
        }
        double[] profile = new double[WEEK];
        double sum = 0;
        for (int i = 0; i < WEEK; i++) {
            if (differences.get(i).isEmpty()) {
                return NONE;
            }
            profile[i] = Quantile.median(differences.get(i));
            sum += profile[i];
        }
        for (int i = 0; i < WEEK; i++) {
            profile[i] -= sum / WEEK;
        }
        return new Weekdays(profile);
    }

    /** The values of the seven days around one; fewer at the ends and beside gaps. */
    private static double[] around(DailyValues values, long day) {
        double[] found = new double[WEEK];
        int count = 0;
        for (long at = day - WEEK / 2; at <= day + WEEK / 2; at++) {
            double value = values.at(at);
            if (!Double.isNaN(value)) {
                found[count++] = value;
            }
        }
        return Arrays.copyOf(found, count);
    }

    double at(long day) {
        return profile[weekday(day)];
    }

    /** By the remainder of the day; none where the weekdays are not told apart. */
    double[] profile() {
        return equals(NONE) ? new double[0] : profile.clone();
    }

    private static int weekday(long day) {
        return Math.floorMod(day, WEEK);
    }
}
