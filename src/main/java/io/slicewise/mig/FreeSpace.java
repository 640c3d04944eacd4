package io.slicewise.mig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What can still be placed beside what is there: a walk over the placement units from left to right that at each unit
 * either leaves it free or places a profile that starts there. Every set of placements is met exactly once.
 *
 * <p>The numbers of ways and the most slices are computed by dynamic programming over (unit, compute slices left,
 * instances left): a few hundred cells, microseconds.
 */
final class FreeSpace {
    private final GpuModel model;
    private final List<Profile> profiles;
    private final boolean[] occupied;
    private final int units;

    FreeSpace(GpuModel model, List<Placement> placements, List<Profile> profiles) {
        this.model = model;
        this.profiles = profiles;
        this.units = model.placementUnits() == null ? 0 : model.placementUnits();
        this.occupied = new boolean[units];
        for (Placement placement : placements) {
            if (placement.isPlaced()) {
                Arrays.fill(occupied, placement.start(), Math.min(placement.end(), units), true);
            }
        }
    }

    /** Whether the units of a profile at a start exist and are free. */
    boolean isFree(PlacementRule rule, int start) {
        if (start < 0 || start + rule.size() > units) {
            return false;
        }
        for (int unit = start; unit < start + rule.size(); unit++) {
            if (occupied[unit]) {
                return false;
            }
        }
        return true;
    }

    /** How many different sets of placements, the empty one included, can be added. */
    long options(int slicesLeft, int instancesLeft) {
        return count(0, slicesLeft, instancesLeft, new long[units + 1][slicesLeft + 1][instancesLeft + 1]);
    }

    private long count(int unit, int slices, int instances, long[][][] known) {
        if (unit >= units || instances == 0) {
            return 1;
        }
        if (known[unit][slices][instances] == 0) {
            long ways = count(unit + 1, slices, instances, known);
            for (Profile profile : profiles) {
                PlacementRule rule = startsAt(profile, unit, slices);
                if (rule != null) {
                    ways += count(unit + rule.size(), slices - profile.computeSlices(), instances - 1, known);
                }
            }
            known[unit][slices][instances] = ways;
        }
        return known[unit][slices][instances];
    }

    /** The most compute slices that can be added. */
    int mostSlices(int slicesLeft, int instancesLeft) {
        int[][][] known = new int[units + 1][slicesLeft + 1][instancesLeft + 1];
        for (int[][] plane : known) {
            for (int[] row : plane) {
                Arrays.fill(row, -1);
            }
        }
        return most(0, slicesLeft, instancesLeft, known);
    }

    private int most(int unit, int slices, int instances, int[][][] known) {
        if (unit >= units || instances == 0) {
            return 0;
        }
        if (known[unit][slices][instances] < 0) {
            int best = most(unit + 1, slices, instances, known);
            for (Profile profile : profiles) {
                PlacementRule rule = startsAt(profile, unit, slices);
                if (rule != null) {
                    int left = slices - profile.computeSlices();
                    best = Math.max(
                            best, profile.computeSlices() + most(unit + rule.size(), left, instances - 1, known));
                }
            }
            known[unit][slices][instances] = best;
        }
        return known[unit][slices][instances];
    }

    /** Shows every set of placements that can be added; the list is valid during the call only. */
    void each(List<Placement> before, int slicesLeft, Consumer<List<Placement>> consumer) {
        each(0, new ArrayList<>(before), slicesLeft, consumer);
    }

    private void each(int unit, List<Placement> placed, int slices, Consumer<List<Placement>> consumer) {
        if (unit >= units || placed.size() == model.maxInstances()) {
            consumer.accept(placed);
            return;
        }
        each(unit + 1, placed, slices, consumer);
        for (Profile profile : profiles) {
            PlacementRule rule = startsAt(profile, unit, slices);
            if (rule != null && Layout.quotaAllows(placed, profile)) {
                placed.add(new Placement(profile, unit));
                each(unit + rule.size(), placed, slices - profile.computeSlices(), consumer);
                placed.removeLast();
            }
        }
    }

    private @Nullable PlacementRule startsAt(Profile profile, int unit, int slices) {
        PlacementRule rule = profile.placement();
        return rule != null
                        && profile.computeSlices() <= slices
                        && rule.starts().contains(unit)
                        && isFree(rule, unit)
                ? rule
                : null;
    }
}
