package io.slicewise.story;

import java.util.Set;

/**
 * From where on something is worth saying. All are ratios: 0.01 is one percentage point.
 *
 * @param alert the weighted average from which on monitoring should alert
 * @param near how far below {@code alert} a warning is due already
 * @param idle an instance below this utilization is idle
 * @param busy an instance from this utilization on is busy
 * @param hidden how far the weighted average must lie below a busy small instance to hide it
 * @param similar averages that differ by less are called similar
 * @param large the share of its GPU's compute slices from which on an instance is large
 * @param basis how far figures by slices and by SMs must differ to be told
 * @param trust how near a reading must be to one half or one third to look like a known fault of the metric
 * @param off the ids of the rules whose findings the planner does not want
 */
public record Thresholds(
        double alert,
        double near,
        double idle,
        double busy,
        double hidden,
        double similar,
        double large,
        double basis,
        double trust,
        Set<String> off) {
    public Thresholds {
        off = Set.copyOf(off);
    }

    /** An alert at 90 % as operators usually set it; a 2g of seven slices is large. */
    public static final Thresholds DEFAULT =
            new Thresholds(0.9, 0.05, 0.1, 0.9, 0.25, 0.01, 2.0 / 7, 0.01, 0.005, Set.of());

    /** What binary fractions may be off. */
    private static final double ROUNDING = 1e-12;

    /** The same with another alert threshold. */
    public Thresholds withAlert(double newAlert) {
        return new Thresholds(newAlert, near, idle, busy, hidden, similar, large, basis, trust, off);
    }

    /** The same without what these rules would find. */
    public Thresholds without(Set<String> rules) {
        return new Thresholds(alert, near, idle, busy, hidden, similar, large, basis, trust, rules);
    }

    /** Whether the planner does not want to hear of what a rule finds. */
    public boolean isOff(Rule rule) {
        return off.contains(rule.id());
    }

    /** {@code value ≥ limit}, a limit that is met but for a rounding error included; never for {@code NaN}. */
    static boolean reaches(double value, double limit) {
        return value >= limit - ROUNDING;
    }
}
