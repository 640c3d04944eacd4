package io.slicewise.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.story.Space.Stranded;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Over every layout that a GPU can have: what is stranded, and whether the advice holds. */
class StrandingTest {
    private static List<Layout> layouts(GpuModel model) {
        List<Profile> profiles = new ArrayList<>(model.baseProfiles());
        // the 1g of double memory strands slices, too
        model.profiles().stream()
                .filter(p -> p.isPlain() && !profiles.contains(p))
                .forEach(profiles::add);
        return Layouts.reachable(model, profiles);
    }

    @Test
    void theFastWayFindsWhatTheSearchFinds() {
        int stranded = 0;
        for (String id : List.of("a100-80gb", "h100-80gb-sxm", "a30-24gb", "rtx-pro-6000-96gb", "b200-180gb")) {
            for (Layout layout : layouts(Fleets.CATALOGUE.byId(id).orElseThrow())) {
                assertEquals(
                        layout.strandedSlices(),
                        Stranding.of(layout),
                        () -> layout.placements().toString());
                stranded += layout.strandedSlices() > 0 ? 1 : 0;
            }
        }
        assertTrue(stranded > 100, "enough of both kinds: " + stranded);
    }

    @Test
    void startsAreSuggestedWheneverTheSameProfilesCanStandBetter() {
        List<Layout> all = layouts(Fleets.CATALOGUE.byId("a100-80gb").orElseThrow());
        Map<Map<String, Integer>, Integer> least = new HashMap<>();
        for (Layout layout : all) {
            least.merge(Layouts.counts(layout), layout.strandedSlices(), Math::min);
        }
        for (Layout layout : all) {
            int slices = layout.strandedSlices();
            if (slices > 0) {
                Text advice = Rearrangement.advice(new Stranded(gpu(layout), layout, slices));
                boolean better = least.getOrDefault(Layouts.counts(layout), slices) < slices;
                assertEquals(better, advice.key().equals("story.stranded.move"), layout.placements()::toString);
                if (better) {
                    assertTrue((int) advice.args().get(1) <= slices);
                    assertTrue(!((Listing) advice.args().getFirst()).items().isEmpty());
                }
            }
        }
    }

    private static Gpu gpu(Layout layout) {
        List<Instance> instances = new ArrayList<>();
        for (Placement placement : layout.placements()) {
            instances.add(Instance.of("" + instances.size(), placement.profile(), placement.start(), 0.5));
        }
        return Gpu.of("GPU 0", "GPU 0", layout.model(), instances);
    }
}
