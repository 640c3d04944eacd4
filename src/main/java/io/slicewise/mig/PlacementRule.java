package io.slicewise.mig;

import java.util.List;

/**
 * Where a profile can be placed, as {@code nvidia-smi mig -lgipp} prints it: {@code {starts}:size}.
 *
 * @param size how many neighbouring placement units (memory slices) an instance occupies
 * @param starts the units that it can start at, ascending
 * @param verified whether this was read for this very board, not inherited from its family
 */
public record PlacementRule(int size, List<Integer> starts, boolean verified) {
    public PlacementRule {
        starts = List.copyOf(starts);
    }
}
