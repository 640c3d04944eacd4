package io.slicewise.story;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The slices that a layout strands, found fast in the usual case: where instances of one slice fill all that is free,
 * nothing is stranded, and the search of {@link Layout#strandedSlices()} is not needed.
 */
final class Stranding {
    private static final int MOST_UNITS = Long.SIZE;

    private Stranding() {}

    /** As {@link Layout#strandedSlices()}. */
    static int of(Layout layout) {
        return isFilledByOnes(layout) ? 0 : layout.strandedSlices();
    }

    private static boolean isFilledByOnes(Layout layout) {
        GpuModel model = layout.model();
        PlacementRule one = one(model);
        Integer units = model.placementUnits();
        int free = layout.freeSlices();
        if (one == null || units == null || units > MOST_UNITS) {
            return false;
        }
        if (free > model.maxInstances() - layout.placements().size()) {
            return false;
        }
        long taken = 0;
        for (Placement placement : layout.placements()) {
            taken |= units(placement.start(), placement.end());
        }
        for (int start : one.starts()) {
            long wanted = units(start, start + one.size());
            if ((taken & wanted) == 0) {
                taken |= wanted;
                free--;
            }
        }
        return free <= 0;
    }

    /** The placement units from one to before another, as bits. */
    static long units(int start, int end) {
        return start < 0 || end <= start ? 0 : (-1L >>> (MOST_UNITS - (end - start))) << start;
    }

    /** Where the smallest plain profile of one compute slice can stand. */
    private static @Nullable PlacementRule one(GpuModel model) {
        PlacementRule smallest = null;
        for (Profile profile : model.profiles()) {
            PlacementRule rule = profile.placement();
            if (rule == null) {
                return null;
            }
            if (profile.isPlain()
                    && profile.computeSlices() == 1
                    && (smallest == null || rule.size() < smallest.size())) {
                smallest = rule;
            }
        }
        return smallest;
    }
}
