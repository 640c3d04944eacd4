package io.slicewise.planning.replay;

import io.slicewise.fleet.Instance;
import io.slicewise.mig.Profile;
import io.slicewise.usage.timeline.InstanceTrack;
import java.util.List;

/**
 * Instances that go somewhere together: one into one as a rule, several into one where they are put together, one into several
 * where it is split up.
 *
 * @param from what was recorded, at least one
 * @param to where it goes, at least one
 */
public record Regrouped(List<InstanceTrack> from, List<Slot> to) {
    public Regrouped {
        from = List.copyOf(from);
        to = List.copyOf(to);
        if (from.isEmpty() || to.isEmpty()) {
            throw new IllegalArgumentException(from.size() + " into " + to.size());
        }
    }

    /**
     * An instance of the new layout.
     *
     * @param gpu the id of its GPU
     * @param instance what it is; its reading is not looked at
     */
    public record Slot(String gpu, Instance instance) {}

    /** Compute slices of all that were recorded. */
    public int slicesBefore() {
        return from.stream()
                .map(track -> track.instance().profile())
                .mapToInt(Profile::computeSlices)
                .sum();
    }

    /** Compute slices of all that there are now. */
    public int slicesAfter() {
        return to.stream()
                .map(slot -> slot.instance().profile())
                .mapToInt(Profile::computeSlices)
                .sum();
    }
}
