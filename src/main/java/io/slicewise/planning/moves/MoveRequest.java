package io.slicewise.planning.moves;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What room is wanted for.
 *
 * @param fleet the GPUs that instances may be moved on; those whose model or places are not known stay as they are
 * @param wanted all of them at once
 * @param on the id of the GPU on which they have to fit; {@code null} for anywhere
 * @param pinned instances that stay where they are
 */
public record MoveRequest(
        Fleet fleet, List<WantedProfile> wanted, @Nullable String on, Set<InstanceRef> pinned) {
    public MoveRequest {
        wanted = List.copyOf(wanted);
        pinned = Set.copyOf(pinned);
    }

    /** Anywhere, with nothing pinned. */
    public static MoveRequest of(Fleet fleet, List<WantedProfile> wanted) {
        return new MoveRequest(fleet, wanted, null, Set.of());
    }
}
