package io.slicewise.usage.timeline;

import io.slicewise.mig.Profile;
import java.util.List;

/**
 * A GPU was partitioned anew.
 *
 * @param time when the new partition was first seen, in milliseconds since 1970 UTC
 * @param gpu the GPU's id
 * @param before the profiles until then, the largest first
 * @param after the profiles from then on, the largest first
 */
public record Reconfiguration(long time, String gpu, List<Profile> before, List<Profile> after) {
    public Reconfiguration {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
