package io.slicewise.planning.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.planning.Fleets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlannedTargetsTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    @Test
    void anyGpuMayGetAnyPlannedLayoutSoThatMostStays() {
        Fleet before = Fleets.of(A100, "7g@0 / 3g@0 3g@4 / 1g@0 1g@1");
        Fleet planned = Fleets.of(A100, "1g@0 1g@1 4g@2 / 3g@4 2g@0");

        FleetChange change =
                FleetChange.toPlanned(before, new Fleet(planned.gpus().subList(1, 2)));
        assertThat(change.kept()).isEqualTo(1);
        assertThat(change.gpus()).extracting(one -> one.before().id()).containsExactly("g1");
        assertThat(change.unmatched()).extracting(Gpu::id).containsExactly("g0", "g2");
    }

    @Test
    void gpusThatHaveToBeBoughtAreUnmatched() {
        Fleet before = Fleets.of(A100, "3g@4");
        FleetChange change = FleetChange.toPlanned(before, Fleets.of(A100, "3g@0 / 4g@0"));
        assertThat(change.kept()).isEqualTo(1);
        assertThat(change.unmatched()).hasSize(1);
    }

    @Test
    void noOtherWayKeepsMore() {
        List<Layout> layouts = Layouts.reachable(A100, A100.baseProfiles());
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Fleet before = fleet(layouts, random, random.nextInt(1, 5));
            Fleet planned = fleet(layouts, random, random.nextInt(1, 5));
            FleetChange change = FleetChange.toPlanned(before, planned);
            assertThat(change.kept()).as("%d", seed).isEqualTo(most(before.gpus(), planned.gpus()));
            assertThat(change.gpus())
                    .hasSize(Math.min(before.gpus().size(), planned.gpus().size()))
                    .allSatisfy(one -> assertThat(new Layout(A100, one.after()).conflicts())
                            .isEmpty());
        }
    }

    private static Fleet fleet(List<Layout> layouts, SplittableRandom random, int gpus) {
        List<Gpu> all = new ArrayList<>();
        for (int g = 0; g < gpus; g++) {
            List<Instance> instances = new ArrayList<>();
            layouts.get(random.nextInt(layouts.size()))
                    .placements()
                    .forEach(placement -> instances.add(Instance.of(
                            "i" + instances.size(), placement.profile(), placement.start(), Instance.NO_READING)));
            all.add(Gpu.of("g" + g, "GPU " + g, A100, instances));
        }
        return new Fleet(all);
    }

    /** By trying every way. */
    private static int most(List<Gpu> before, List<Gpu> planned) {
        if (before.isEmpty() || planned.isEmpty()) {
            return 0;
        }
        int most = before.size() > planned.size() ? most(before.subList(1, before.size()), planned) : 0;
        for (Gpu target : planned) {
            List<Gpu> others = new ArrayList<>(planned);
            others.remove(target);
            int here = GpuChange.toCounts(
                            before.getFirst(),
                            target.instances().stream().map(Instance::profile).toList())
                    .orElseThrow()
                    .kept()
                    .size();
            most = Math.max(most, here + most(before.subList(1, before.size()), others));
        }
        return most;
    }
}
