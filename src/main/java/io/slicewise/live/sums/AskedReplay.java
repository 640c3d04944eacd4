package io.slicewise.live.sums;

import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.usage.Averages;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A range in another layout as a server worked it out.
 *
 * @param layout who went where
 * @param groups what became of each group, in the order of the layout
 * @param gpus how many GPUs with instances there are
 * @param before the means of the figures over the range; {@code null} where an instance was silent for a step or came later, since
 *     only those of samples tell then
 * @param after the same in the layout
 * @param numbers how many numbers travelled for it
 */
public record AskedReplay(
        ReplayLayout layout,
        List<Replayed> groups,
        int gpus,
        @Nullable Averages before,
        @Nullable Averages after,
        long numbers) {
    public AskedReplay {
        groups = List.copyOf(groups);
    }

    /** Slice-hours that found no room. */
    public double lost() {
        return Replayed.lost(groups);
    }

    /** The share of all demand that found no room; {@code NaN} where nothing was wanted. */
    public double lostShare() {
        return Replayed.lostShare(groups);
    }

    /** How many GPUs have an instance in the layout. */
    public int gpusNeeded() {
        Set<String> used = layout.groups().stream()
                .flatMap(group -> group.to().stream())
                .map(slot -> slot.gpu())
                .collect(Collectors.toSet());
        return used.size();
    }
}
