package io.slicewise.planning.moves;

import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.List;

/** Places what is known to fit. */
final class Places {
    private Places() {}

    /**
     * Where so many of each profile stand beside what stands, large ones first, each where it keeps most open.
     *
     * @param counts by the index of the profile
     */
    static List<Spot> of(Slots slots, String gpu, List<Placement> standing, int[] counts) {
        List<Profile> profiles = new ArrayList<>();
        for (int p = slots.count() - 1; p >= 0; p--) {
            for (int i = 0; i < counts[p]; i++) {
                profiles.add(slots.profile(p));
            }
        }
        List<Integer> starts =
                Layouts.place(new Layout(slots.model(), standing), profiles).orElseThrow();
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            spots.add(new Spot(gpu, new Placement(profiles.get(i), starts.get(i))));
        }
        return spots;
    }
}
