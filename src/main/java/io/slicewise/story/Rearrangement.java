package io.slicewise.story;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.story.Space.Stranded;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What frees stranded slices: the same instances at other starts, or else one of them with a larger profile. Each
 * suggestion is tried on the placement rules before it is made.
 */
final class Rearrangement {
    private Rearrangement() {}

    static Text advice(Stranded stranded) {
        Text move = move(stranded);
        if (move != null) {
            return move;
        }
        Text swap = swap(stranded);
        return swap != null ? swap : Text.of("story.stranded.mix");
    }

    /** The instances that have to be made anew at another start; {@code null} where that frees nothing. */
    private static @Nullable Text move(Stranded stranded) {
        Layout layout = stranded.layout();
        Optional<Layout> better = placed(layout.model(), profiles(layout));
        if (better.isEmpty() || better.get().strandedSlices() >= stranded.slices()) {
            return null;
        }
        List<Text> moves = new ArrayList<>();
        for (Placement placement : better.get().placements()) {
            if (!has(layout, placement)) {
                moves.add(Text.of("mig.placed", placement.profile().name(), String.valueOf(placement.start())));
            }
        }
        return Text.of(
                "story.stranded.move",
                new Listing(moves),
                stranded.slices() - better.get().strandedSlices());
    }

    private static boolean has(Layout layout, Placement wanted) {
        for (Placement placement : layout.placements()) {
            if (placement.start() == wanted.start()
                    && placement.profile().name().equals(wanted.profile().name())) {
                return true;
            }
        }
        return false;
    }

    /** A larger profile in the place of one that is there, which then has the slices that were stranded. */
    private static @Nullable Text swap(Stranded stranded) {
        GpuModel model = stranded.layout().model();
        List<Profile> profiles = profiles(stranded.layout());
        List<Profile> larger = model.baseProfiles();
        for (int i = 0; i < profiles.size(); i++) {
            Profile now = profiles.get(i);
            for (Profile profile : larger) {
                if (profile.computeSlices() == now.computeSlices() + stranded.slices()) {
                    List<Profile> swapped = new ArrayList<>(profiles);
                    swapped.set(i, profile);
                    if (placed(model, swapped).isPresent()) {
                        return Text.of("story.stranded.swap", profile.name(), now.name());
                    }
                }
            }
        }
        return null;
    }

    private static List<Profile> profiles(Layout layout) {
        return layout.placements().stream().map(Placement::profile).toList();
    }

    private static Optional<Layout> placed(GpuModel model, List<Profile> profiles) {
        return Layouts.place(model, profiles).map(starts -> {
            List<Placement> placements = new ArrayList<>(starts.size());
            for (int i = 0; i < starts.size(); i++) {
                placements.add(new Placement(profiles.get(i), starts.get(i)));
            }
            return new Layout(model, placements);
        });
    }
}
