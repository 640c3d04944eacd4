package io.slicewise.story;

import io.slicewise.text.Apportionment;
import io.slicewise.usage.Averages;
import java.util.List;
import java.util.Optional;

/**
 * What hardware that was bought is used for, in three parts that sum up to all of it. Worked example: G = 36/70 and A = 5/7
 * give 51.4 % in use, 20 % idle and 28.6 % not allocated; in whole percent 51, 20 and 29.
 *
 * @param inUse {@code G}
 * @param idle what is allocated and not in use, {@code A − G}
 * @param unallocated {@code 1 − A}
 */
public record HardwareUse(double inUse, double idle, double unallocated) {
    private static final double ROUNDING = 1e-9;

    /** The parts of a fleet; none where G is not known, or more is allocated than there is. */
    public static Optional<HardwareUse> of(Averages total) {
        double allocated = total.allocatedShare();
        double use = total.wholeGpu();
        return Double.isNaN(use) || allocated > 1 + ROUNDING || use > allocated + ROUNDING
                ? Optional.empty()
                : Optional.of(
                        new HardwareUse(use, Math.max(0, allocated - use), Math.max(0, 1 - Math.min(1, allocated))));
    }

    /** The parts in their order. */
    public List<Double> parts() {
        return List.of(inUse, idle, unallocated);
    }

    /** The parts with three decimals, as percentages with one show them; they sum up to 1. */
    public List<Double> shown() {
        return shown(Apportionment.OF_RATIO);
    }

    /** The parts in whole percent, which sum up to 100. */
    public List<Integer> percents() {
        return shown(2).stream().map(part -> (int) Math.round(part * 100)).toList();
    }

    /** What is in use, and what is not allocated, stand elsewhere too and keep their digits; what is idle takes the rest. */
    private List<Double> shown(int decimals) {
        double use = Apportionment.shown(inUse, decimals);
        double free = Apportionment.shown(unallocated, decimals);
        double rest = Apportionment.shown(1 - use - free, decimals);
        return rest < 0 ? List.of(use, 0.0, Apportionment.shown(1 - use, decimals)) : List.of(use, rest, free);
    }
}
