package io.slicewise.promql.query;

import java.util.EnumMap;
import java.util.Map;

/**
 * When alerts fire.
 *
 * @param changed the limits that are not the usual ones, in their units
 */
public record AlertThresholds(Map<Limit, Double> changed) {
    private static final double HUNDRED = 100;
    private static final int SHORTEST_BEFORE = 60;

    /** The usual ones. */
    public static final AlertThresholds USUAL = new AlertThresholds(Map.of());

    /** @throws IllegalArgumentException where one is set to what it does not {@linkplain Limit#takes take} */
    public AlertThresholds {
        changed.forEach((limit, value) -> {
            if (!limit.takes(value)) {
                throw new IllegalArgumentException(limit.id() + " cannot be " + value);
            }
        });
        changed = Map.copyOf(changed);
    }

    /** With another value of one of them. */
    public AlertThresholds with(Limit limit, double value) {
        Map<Limit, Double> more = new EnumMap<>(Limit.class);
        more.putAll(changed);
        more.put(limit, value);
        return new AlertThresholds(more);
    }

    /** In its unit. */
    public double of(Limit limit) {
        return changed.getOrDefault(limit, limit.usual());
    }

    /** A percentage as the ratio that the metrics are. */
    double ratio(Limit limit) {
        return of(limit) / HUNDRED;
    }

    /** A time as a whole number of its unit. */
    int time(Limit limit) {
        return (int) of(limit);
    }

    /** From which weighted average on a host is full, as a ratio. */
    public double weightedHigh() {
        return ratio(Limit.WEIGHTED_HIGH);
    }

    /** For how many minutes. */
    public int highFor() {
        return time(Limit.HIGH_FOR);
    }

    /** Below which whole-GPU utilization a GPU is wasted, as a ratio. */
    public double wholeLow() {
        return ratio(Limit.WHOLE_LOW);
    }

    /** Over how many days. */
    public int lowDays() {
        return time(Limit.LOW_FOR);
    }

    /** The share of instances with a reading below which readings are missing. */
    public double coverage() {
        return ratio(Limit.COVERAGE);
    }

    /** For how many minutes. */
    public int coverageFor() {
        return time(Limit.COVERAGE_FOR);
    }

    /** From which share of its memory in use on an instance is nearly full, as a ratio. */
    public double memoryHigh() {
        return ratio(Limit.MEMORY_HIGH);
    }

    /** For how many minutes nothing comes before that is said. */
    public int silentFor() {
        return time(Limit.SILENT_FOR);
    }

    /** So many minutes ago a host that is silent now had data: longer than it takes to notice. */
    public int silentBefore() {
        return Math.max(SHORTEST_BEFORE, 2 * silentFor());
    }
}
