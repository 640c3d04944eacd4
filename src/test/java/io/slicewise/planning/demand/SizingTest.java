package io.slicewise.planning.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizingTest {
    private static final GpuModel A100 = Catalogue.builtIn().byId("a100-80gb").orElseThrow();
    private static final GpuModel H100 =
            Catalogue.builtIn().byId("h100-80gb-sxm").orElseThrow();
    private static final GpuModel A30 = Catalogue.builtIn().byId("a30-24gb").orElseThrow();

    private static String serving(GpuModel model, double speed, Need need) {
        return new Sizing(model, speed).serving(need).map(Profile::name).orElse("");
    }

    @Test
    void theSmallestProfileWithSlicesAndUsableMemoryServes() {
        assertThat(serving(A100, 1, new Need.AtLeast(1, 9.5))).isEqualTo("1g.10gb");
        assertThat(serving(A100, 1, new Need.AtLeast(1, 39.25))).isEqualTo("3g.40gb");
        assertThat(serving(A100, 1, new Need.AtLeast(1, 39.3))).isEqualTo("7g.80gb");
        assertThat(serving(A100, 1, new Need.AtLeast(1, 79.5))).isEmpty();
    }

    @Test
    void memoryThatNoSourceGivesServesNothingThatNamesMemory() {
        assertThat(serving(A100, 1, new Need.AtLeast(1, 15))).isEqualTo("2g.20gb");
        assertThat(serving(H100, 1, new Need.AtLeast(1, 15))).isEqualTo("1g.20gb");
    }

    /** Of 132 SMs a 1g of an H100 has 16, less than a seventh. */
    @Test
    void aShareCanBeOfTheSms() {
        assertThat(serving(H100, 1, new Need.PartOfGpu(0.13, 0, 1))).isEqualTo("1g.10gb");
        assertThat(serving(H100, 1, new Need.PartOfGpu(0.13, 0, 1, true))).isEqualTo("1g.20gb");
        assertThat(serving(H100, 1, new Need.PartOfGpu(0.12, 0, 1, true))).isEqualTo("1g.10gb");
    }

    @Test
    void aShareIsOfGpuOfSpeedOneAtItsTarget() {
        assertThat(serving(A100, 1, new Need.PartOfGpu(0.14, 0, 1))).isEqualTo("1g.10gb");
        assertThat(serving(A100, 1, new Need.PartOfGpu(0.15, 0, 1))).isEqualTo("2g.20gb");
        assertThat(serving(A100, 1, new Need.PartOfGpu(0.30, 12, 0.8))).isEqualTo("3g.40gb");
        assertThat(serving(A30, 0.55, new Need.PartOfGpu(0.1, 5, 1))).isEqualTo("1g.6gb");
        assertThat(serving(A30, 0.55, new Need.PartOfGpu(0.56, 0, 1))).isEmpty();
        // 4/4 · 0.7 is 0.7, also where doubles say 0.7000000000000001
        assertThat(serving(A30, 1, new Need.PartOfGpu(0.7, 0, 0.7))).isEqualTo("4g.24gb");
    }

    @Test
    void aSizeMeansTheUsualProfileOfSoManySlices() {
        assertThat(serving(A100, 1, new Need.Named("1g"))).isEqualTo("1g.10gb");
        assertThat(serving(A100, 1, new Need.Named("1g.20gb"))).isEqualTo("1g.20gb");
        assertThat(serving(A30, 1, new Need.Named("3g"))).isEmpty();
    }

    @Test
    void growthIsRoundedUpOnWhatWasWritten() {
        Demand demand = new Demand(List.of(DemandLine.of("a", 100, new Need.Named("1g"))));

        assertThat(demand.grown(0.1).count()).isEqualTo(110);
        assertThat(demand.grown(0.101).count()).isEqualTo(111);
        assertThat(demand.grown(0)).isEqualTo(demand);
    }

    @Test
    void whatNobodyReportedIsKept() {
        Instance silent = Instance.of("1", A100.profile("2g.20gb").orElseThrow(), 0, Instance.NO_READING);
        Instance busy = Instance.of("2", A100.profile("4g.40gb").orElseThrow(), 0, 0.4);
        Gpu gpu = Gpu.of("g", "GPU 0", A100, List.of(silent));

        OpenDemand.Taken taken = OpenDemand.observed(
                List.of(
                        new OpenDemand.Observation(gpu, silent, Double.NaN, Double.NaN),
                        new OpenDemand.Observation(gpu, busy, 0.4, Double.NaN),
                        new OpenDemand.Observation(gpu, busy, 0.4, 10)),
                0.8,
                0.1);

        assertThat(taken.unread()).isEqualTo(1);
        assertThat(taken.memoryKept()).isEqualTo(1);
        assertThat(taken.demand().lines())
                .extracting(line -> serving(A100, 1, line.need()))
                .containsExactly("2g.20gb", "3g.40gb", "2g.20gb");
    }
}
