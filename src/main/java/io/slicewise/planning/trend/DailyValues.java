package io.slicewise.planning.trend;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One value a day, in the order of the days; days without one are gaps. Immutable. */
public final class DailyValues {
    private final long[] days;
    private final double[] values;

    private DailyValues(long[] days, double[] values) {
        this.days = days;
        this.values = values;
    }

    /**
     * Values by day.
     *
     * @param days numbers of days, ascending; the remainder by 7 is the weekday
     * @param values one each; {@code NaN} is a gap
     */
    public static DailyValues of(long[] days, double[] values) {
        if (days.length != values.length || IntStream.range(1, days.length).anyMatch(i -> days[i] <= days[i - 1])) {
            throw new IllegalArgumentException(days.length + " days that do not ascend, " + values.length + " values");
        }
        int[] known = IntStream.range(0, days.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        return new DailyValues(
                Arrays.stream(known).mapToLong(i -> days[i]).toArray(),
                Arrays.stream(known).mapToDouble(i -> values[i]).toArray());
    }

    /** How many days have a value. */
    public int size() {
        return days.length;
    }

    public long day(int index) {
        return days[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** From the first day with a value to the last, both counted. */
    public int span() {
        return days.length == 0 ? 0 : (int) (days[days.length - 1] - days[0] + 1);
    }

    long last() {
        return days[days.length - 1];
    }

    /** The value of a day; {@code NaN} in a gap. */
    public double at(long day) {
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? Double.NaN : values[found];
    }

    DailyValues first(int count) {
        return new DailyValues(Arrays.copyOf(days, count), Arrays.copyOf(values, count));
    }

    /** Without what a weekday adds. */
    DailyValues without(Weekdays weekdays) {
        double[] rest = values.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= weekdays.at(days[i]);
        }
        return new DailyValues(days, rest);
    }
}
