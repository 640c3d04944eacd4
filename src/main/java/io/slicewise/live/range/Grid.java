package io.slicewise.live.range;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Times at equal distances.
 *
 * @param from the first
 * @param step from one to the next; above zero
 * @param count how many; at least one
 */
public record Grid(Instant from, Duration step, int count) {
    /** Prometheus refuses more points of a series in one answer. */
    public static final int MOST_POINTS = 11_000;

    /** Some 30 MB of JSON: an answer within seconds, and a cancelled one is not much lost. */
    public static final long MOST_SAMPLES = 1_000_000;

    /** Steps that people can read, in seconds. */
    private static final long[] STEPS = {
        5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800
    };

    public Grid {
        if (count < 1 || step.toMillis() < 1) {
            throw new IllegalArgumentException(count + " times, " + step + " apart");
        }
    }

    /** The times from one to another; both are in it where the step leads from one to the other. */
    public static Grid of(Instant from, Instant to, Duration step) {
        long millis = Math.max(1, step.toMillis());
        long span = Math.max(0, Duration.between(from, to).toMillis());
        return new Grid(
                from, Duration.ofMillis(millis), Math.toIntExact(Math.min(Integer.MAX_VALUE - 1L, span / millis) + 1));
    }

    /**
     * The times for a chart: no more than it can show, a readable step apart, at round times.
     *
     * @param width how many points it can show, its pixels; at least 2
     * @param finest the shortest step that tells anything: how often the exporters are asked
     */
    public static Grid ofWidth(Instant from, Instant to, int width, Duration finest) {
        long span = Math.max(1, Duration.between(from, to).toSeconds());
        long least = Math.max(finest.toSeconds(), Math.ceilDiv(span, Math.max(1, width - 1)));
        long step = Math.ceilDiv(least, STEPS[STEPS.length - 1]) * STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && STEPS[i] >= least; i--) {
            step = STEPS[i];
        }
        // round times inside the range, so that two charts of one day ask for the same points
        Instant first = Instant.ofEpochSecond(Math.ceilDiv(from.getEpochSecond(), step) * step);
        return of(first.isAfter(to) ? from : first, to, Duration.ofSeconds(step));
    }

    /** The time with this index. */
    public Instant at(int index) {
        return from.plus(step.multipliedBy(index));
    }

    /** The last one. */
    public Instant to() {
        return at(count - 1);
    }

    /**
     * Cuts the times into parts that one answer can hold.
     *
     * @param series how many series each answer has
     */
    public List<Part> parts(long series) {
        int each = Math.clamp(MOST_SAMPLES / Math.max(1, series), 1, MOST_POINTS);
        List<Part> parts = new ArrayList<>();
        for (int first = 0; first < count; first += each) {
            parts.add(new Part(first, Math.min(each, count - first)));
        }
        return parts;
    }

    /**
     * Some of the times, one after the other.
     *
     * @param first the index of the first
     * @param count how many
     */
    public record Part(int first, int count) {
        /** The first half; nothing less than one time. */
        Part firstHalf() {
            return new Part(first, (count + 1) / 2);
        }

        /** What the first half leaves. */
        Part secondHalf() {
            return new Part(first + (count + 1) / 2, count / 2);
        }
    }
}
