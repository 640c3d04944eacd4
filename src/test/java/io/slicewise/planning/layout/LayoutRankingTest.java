package io.slicewise.planning.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.OpenDemand;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutRankingTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    private static Instance instance(String id, String profile, int start, double utilization, double gib) {
        Instance one = Instance.of(id, Fleets.profile(A100, profile), start, utilization);
        return one.withReadings(one.readings().withMemoryUsed(gib * 1024));
    }

    private static List<RankedLayout> ranked(Gpu gpu) {
        Demand needs =
                OpenDemand.observed(OpenDemand.at(List.of(gpu)), 0.8, 0.1).demand();
        return LayoutRanking.of(gpu, needs);
    }

    /** A 3g that uses a third of itself and 5 GiB does with a 2g; so do six slices for others on a layout with a 4g. */
    @Test
    void aLayoutThatServesAllAndLeavesMostIsFirst() {
        Gpu gpu = Gpu.of("g", "GPU", A100, List.of(instance("a", "3g", 4, 0.2, 5), instance("b", "1g", 0, 0.5, 4)));

        List<RankedLayout> ranked = ranked(gpu);

        RankedLayout first = ranked.getFirst();
        assertThat(first.servesAll()).isTrue();
        assertThat(first.spareSlices()).isEqualTo(5);
        assertThat(first.restarts()).isEqualTo(1);
        assertThat(ranked).allSatisfy(one -> {
            assertThat(one.layout().conflicts()).isEmpty();
            assertThat(one.spareSlices()).isLessThanOrEqualTo(5);
        });
        assertThat(ranked.getLast().served()).isEqualTo(1);
        assertThat(ranked.getLast().layout().placements())
                .extracting(placement -> placement.profile().name())
                .containsExactly("7g.80gb");
    }

    @Test
    void whatHasNoReadingNeedsWhatItHasAndStaysWhereItCan() {
        Gpu gpu = Fleets.of(A100, "4g@0 2g@4 1g@6").gpus().getFirst();
        Gpu silent = gpu.withInstances(gpu.instances().stream()
                .map(one -> one.withUtilization(Instance.NO_READING))
                .toList());

        RankedLayout first = ranked(silent).getFirst();

        assertThat(first.restarts()).isZero();
        assertThat(Layouts.counts(first.layout()))
                .isEqualTo(Layouts.counts(gpu.layout().orElseThrow()));
        assertThat(first.spare()).extracting(Profile::name).isEmpty();
    }

    @Test
    void nothingIsSaidWherePlacesAreNotKnown() {
        Gpu gpu = Fleets.of(A100, "3g@0").gpus().getFirst();
        assertThat(ranked(gpu.withInstances(List.of(gpu.instances().getFirst().withStart(Placement.UNKNOWN)))))
                .isEmpty();
    }
}
