package io.slicewise.planning.size;

import java.util.Map;

/**
 * What counts as the right size.
 *
 * @param quantile which quantile of the readings has to be served, a ratio above 0 and up to 1
 * @param target how much of an instance is to be in use then, a ratio above 0 and up to 1
 * @param margin how much more memory than was ever used is wanted: 0.1 is a tenth
 * @param full what a fully busy instance reads, by its compute slices; 1 unless given
 */
public record SizeRules(double quantile, double target, double margin, Map<Integer, Double> full) {
    public static final SizeRules USUAL = new SizeRules(0.95, 0.8, 0.1, Map.of());

    public SizeRules {
        full = Map.copyOf(full);
        if (!(quantile > 0 && quantile <= 1 && target > 0 && target <= 1 && margin >= 0)
                || full.values().stream().anyMatch(reading -> !(reading > 0 && reading <= 1))) {
            throw new IllegalArgumentException(quantile + ", " + target + ", " + margin + ", " + full);
        }
    }
}
