package io.slicewise.chart;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures over time. All curves are cut into the same number of parts of equal length; a part without a figure is a gap,
 * and a gap stays a gap.
 *
 * @param heading the words around it
 * @param time the stretch of time
 * @param values the axis upwards
 * @param curves the figures
 * @param coverage how much of what exists has reported; {@code null} where it is not known
 * @param events what happened, in the order of time
 * @param cursor the moment that is looked at; {@code null} for none
 * @param references lines across the chart
 */
public record TimelineChart(
        ChartHeading heading,
        TimeAxis time,
        Axis values,
        List<Curve> curves,
        @Nullable Coverage coverage,
        List<Event> events,
        @Nullable Cursor cursor,
        List<Reference> references)
        implements ChartSpec {
    public TimelineChart {
        curves = List.copyOf(curves);
        events = List.copyOf(events);
        references = List.copyOf(references);
        int parts = curves.isEmpty() ? 0 : curves.getFirst().means().size();
        for (Curve curve : curves) {
            if (curve.means().size() != parts
                    || curve.lows().size() != parts
                    || curve.highs().size() != parts) {
                throw new IllegalArgumentException("all curves have as many parts: " + curve.name());
            }
        }
    }

    /** Numbers that no one can change. */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by what is in it
    public record Values(double[] numbers) {
        public Values {
            numbers = numbers.clone();
        }

        public int size() {
            return numbers.length;
        }

        public double get(int index) {
            return numbers[index];
        }

        @Override
        public double[] numbers() {
            return numbers.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Values values && Arrays.equals(numbers, values.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /**
     * A figure over time.
     *
     * @param name what it is
     * @param role its colour
     * @param means its mean in each part, {@code NaN} where it has none
     * @param lows its least value in each part
     * @param highs its largest value in each part
     * @param atCursor what it is at the cursor; {@code NaN} where nothing is
     */
    public record Curve(String name, ColorRole role, Values means, Values lows, Values highs, double atCursor) {}

    /**
     * A strip below the curves.
     *
     * @param name what it is
     * @param shares from 0 to 1 in each part; {@code NaN} where there was nothing to report
     */
    public record Coverage(String name, Values shares) {}

    /**
     * Something that happened.
     *
     * @param time when
     * @param title what
     * @param details more about it, a line each
     */
    public record Event(long time, String title, List<String> details) {
        public Event {
            details = List.copyOf(details);
        }
    }

    /**
     * The moment that is looked at.
     *
     * @param time when
     * @param label what stands above it
     */
    public record Cursor(long time, String label) {}

    /** Into how many parts the time is cut. */
    public int parts() {
        return curves.isEmpty() ? 0 : curves.getFirst().means().size();
    }

    /** The first instant of a part. */
    public long timeOf(int part) {
        return time.from() + (time.to() - time.from()) * part / Math.max(1, parts());
    }

    @Override
    public boolean isEmpty() {
        return curves.stream()
                .allMatch(curve -> Arrays.stream(curve.means().numbers()).allMatch(Double::isNaN));
    }
}
