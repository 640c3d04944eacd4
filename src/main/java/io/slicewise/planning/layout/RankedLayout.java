package io.slicewise.planning.layout;

import io.slicewise.mig.Layout;
import io.slicewise.mig.Profile;
import java.util.List;

/**
 * A layout, and what it makes of a GPU's load.
 *
 * @param layout the layout; what stays is at its place
 * @param served how many of the instances' needs it serves
 * @param wanted how many there are
 * @param spare its instances that are left for others, smallest first
 * @param restarts how many of the present instances go
 */
public record RankedLayout(Layout layout, int served, int wanted, List<Profile> spare, int restarts) {
    public RankedLayout {
        spare = List.copyOf(spare);
    }

    /** The compute slices of what is left for others. */
    public int spareSlices() {
        return spare.stream().mapToInt(Profile::computeSlices).sum();
    }

    /** Whether everything is served. */
    public boolean servesAll() {
        return served == wanted;
    }
}
