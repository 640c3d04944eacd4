package io.slicewise.mig;

/**
 * A profile at a place.
 *
 * @param start the first placement unit; {@link #UNKNOWN} where the hardware's placements are not known or a source
 *     tells the profile but not the place
 */
public record Placement(Profile profile, int start) {
    /** No known place. */
    public static final int UNKNOWN = -1;

    /** Whether its place is known. */
    public boolean isPlaced() {
        return start != UNKNOWN && profile.placement() != null;
    }

    /** The unit behind its last one; {@code start} where the place is not known. */
    public int end() {
        PlacementRule rule = profile.placement();
        return !isPlaced() || rule == null ? start : start + rule.size();
    }

    /** Whether both are placed and share a unit. */
    public boolean overlaps(Placement other) {
        return isPlaced() && other.isPlaced() && start < other.end() && other.start < end();
    }
}
