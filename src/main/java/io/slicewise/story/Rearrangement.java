package io.slicewise.story;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.story.Space.Stranded;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What frees stranded slices: one instance at another start, those that it pushes away at the first start that is free,
 * or else a larger profile in the place of one. A suggestion is made only when the placement rules allow it.
 */
final class Rearrangement {
    private final Layout layout;
    private final int stranded;

    private Rearrangement(Layout layout, int stranded) {
        this.layout = layout;
        this.stranded = stranded;
    }

    static Text advice(Stranded stranded) {
        Rearrangement rearrangement = new Rearrangement(stranded.layout(), stranded.slices());
        Text move = rearrangement.move();
        if (move != null) {
            return move;
        }
        Text swap = rearrangement.swap();
        return swap != null ? swap : Text.of("story.stranded.mix");
    }

    /** The instances that have to be made anew at another start; {@code null} where that frees nothing. */
    private @Nullable Text move() {
        List<Text> fewest = null;
        int freed = 0;
        for (int i = 0; i < layout.placements().size(); i++) {
            Profile profile = layout.placements().get(i).profile();
            for (int start : wastefulStarts(profile)) {
                Placement moved = new Placement(profile, start);
                Layout next = isThere(moved) ? null : arranged(i, moved);
                int gain = next == null ? 0 : stranded - Stranding.of(next);
                if (next != null && gain > 0) {
                    List<Text> moves = moves(next);
                    if (gain > freed || (gain == freed && fewest != null && moves.size() < fewest.size())) {
                        fewest = moves;
                        freed = gain;
                    }
                }
            }
        }
        return fewest == null ? null : Text.of("story.stranded.move", new Listing(fewest), freed);
    }

    /** The starts of a profile that takes more memory than its compute slices need: only such ones strand slices. */
    private List<Integer> wastefulStarts(Profile profile) {
        PlacementRule rule = profile.placement();
        return rule != null
                        && rule.size()
                                > profile.computeSlices() * layout.model().unitsPerComputeSlice()
                ? rule.starts()
                : List.of();
    }

    /** A larger profile in the place of one that is there, which then has the slices that were stranded. */
    private @Nullable Text swap() {
        for (int i = 0; i < layout.placements().size(); i++) {
            Profile now = layout.placements().get(i).profile();
            for (Profile profile : layout.model().baseProfiles()) {
                PlacementRule rule = profile.placement();
                if (rule == null || profile.computeSlices() != now.computeSlices() + stranded) {
                    continue;
                }
                for (int start : rule.starts()) {
                    Layout next = arranged(i, new Placement(profile, start));
                    if (next != null && Stranding.of(next) < stranded) {
                        return Text.of("story.stranded.swap", profile.name(), now.name());
                    }
                }
            }
        }
        return null;
    }

    /** The layout with one instance replaced, others moved out of its way; {@code null} where they find no place. */
    private @Nullable Layout arranged(int index, Placement first) {
        GpuModel model = layout.model();
        List<Placement> others = new ArrayList<>(layout.placements());
        others.remove(index);
        others.sort(
                Comparator.comparingInt((Placement p) -> p.end() - p.start()).reversed());
        List<Placement> placed = new ArrayList<>();
        placed.add(first);
        long taken = Stranding.units(first.start(), first.end());
        List<Placement> pushed = new ArrayList<>();
        for (Placement other : others) {
            long units = Stranding.units(other.start(), other.end());
            if ((taken & units) == 0) {
                taken |= units;
                placed.add(other);
            } else {
                pushed.add(other);
            }
        }
        for (Placement other : pushed) {
            Placement next = firstFree(other.profile(), taken);
            if (next == null) {
                return null;
            }
            taken |= Stranding.units(next.start(), next.end());
            placed.add(next);
        }
        Layout next = new Layout(model, placed);
        return next.conflicts().isEmpty() ? next : null;
    }

    private static @Nullable Placement firstFree(Profile profile, long taken) {
        PlacementRule rule = profile.placement();
        if (rule != null) {
            for (int start : rule.starts()) {
                if ((taken & Stranding.units(start, start + rule.size())) == 0) {
                    return new Placement(profile, start);
                }
            }
        }
        return null;
    }

    private List<Text> moves(Layout next) {
        List<Text> moves = new ArrayList<>();
        for (Placement placement : next.placements()) {
            if (!isThere(placement)) {
                moves.add(Text.of("mig.placed", placement.profile().name(), String.valueOf(placement.start())));
            }
        }
        return moves;
    }

    private boolean isThere(Placement wanted) {
        for (Placement placement : layout.placements()) {
            if (placement.start() == wanted.start()
                    && placement.profile().name().equals(wanted.profile().name())) {
                return true;
            }
        }
        return false;
    }
}
