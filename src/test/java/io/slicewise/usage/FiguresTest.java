package io.slicewise.usage;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The worked cases, exact. */
class FiguresTest {
    private static Averages averages(Fleet fleet) {
        return Figures.of(fleet, Weights.DEFAULT).total();
    }

    private static Averages averages(Fleet fleet, WeightBasis basis) {
        return Figures.of(fleet, Weights.DEFAULT.withBasis(basis)).total();
    }

    private static void assertFigures(double s, double w, double g, double a, Averages actual) {
        assertEquals(s, actual.instanceAverage());
        assertEquals(w, actual.weightedAverage());
        assertEquals(g, actual.wholeGpu());
        assertEquals(a, actual.allocatedShare());
    }

    @Test
    void mainExample() {
        Averages main = averages(Fleets.main());
        assertFigures(0.75, 0.72, 3.6 / 7, 5.0 / 7, main);
        assertEquals(-0.03, main.gap(), 1e-15);
    }

    @Test
    void scenario1() {
        assertFigures(0.75, 0.6, 3.6 / 7, 6.0 / 7, averages(Fleets.scenario1()));
    }

    @Test
    void scenario2() {
        Fleet fleet = of(gpu("GPU 0", "a100-80gb", "1g.10gb 80", "1g.10gb 80", "1g.10gb 80", "2g.20gb 82"));
        Averages actual = averages(fleet);
        assertFigures(0.805, 0.808, 4.04 / 7, 5.0 / 7, actual);
        assertEquals(0.57714285714, actual.wholeGpu(), 1e-11);
    }

    @Test
    void dcgmUserGuide() {
        Averages actual = averages(of(gpu("0", "a100-40gb", "3g.20gb 98.6", "3g.20gb 98.5")));
        assertEquals(0.9855, actual.instanceAverage(), 1e-15);
        assertEquals(0.9855, actual.weightedAverage(), 1e-15);
        assertEquals(0.844714285714, actual.wholeGpu(), 1e-12);
        assertEquals(6.0 / 7, actual.allocatedShare());
    }

    @Test
    void busy4gBesideIdle3g() {
        assertFigures(0.375, 3.0 / 7, 3.0 / 7, 1, averages(of(gpu("0", "a100-80gb", "4g.40gb 75", "3g.40gb 0"))));
    }

    @Test
    void nothingIsNotZero() {
        Averages empty = averages(of(gpu("0", "a100-80gb")));
        assertEquals(0, empty.instances());
        assertFigures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, empty);
        assertFigures(0, 0, 0, 1.0 / 7, averages(of(gpu("0", "a100-80gb", "1g.10gb 0"))));
        Averages silent = averages(of(gpu("0", "a100-80gb", "1g.10gb -")));
        assertFigures(Double.NaN, Double.NaN, Double.NaN, 1.0 / 7, silent);
        assertEquals(Double.NaN, averages(Fleet.EMPTY).instanceAverage());
    }

    @Test
    void anInstanceWithoutAReadingIsLeftOutAndCounted() {
        Averages actual = averages(of(gpu("0", "a100-80gb", "1g.10gb 90", "1g.10gb 70", "3g.40gb -")));
        assertEquals(3, actual.instances());
        assertEquals(2, actual.reported());
        assertEquals(0.8, actual.instanceAverage());
        assertEquals(0.8, actual.weightedAverage());
        assertEquals(5.0 / 7, actual.allocatedShare());
        assertEquals(0.8 * 5 / 7, actual.wholeGpu(), 1e-15);
        assertEquals(1.6 / 7, actual.wholeGpuLow(), 1e-15);
        assertEquals(4.6 / 7, actual.wholeGpuHigh(), 1e-15);
    }

    @Test
    void anEmptyGpuIsHardwareThatIsPaidFor() {
        Averages actual = averages(of(gpu("0", "a100-80gb", "7g.80gb 80"), gpu("1", "a100-80gb")));
        assertEquals(0.8, actual.weightedAverage());
        assertEquals(0.4, actual.wholeGpu());
    }

    @Test
    void onAnH100SlicesAndSmsDisagree() {
        Fleet fleet = of(gpu("0", "h100-80gb-sxm", "3g.40gb 100", "1g.10gb 0"));
        assertEquals(3.0 / 7, averages(fleet).wholeGpu());
        Averages sms = averages(fleet, WeightBasis.Hardware.SMS);
        assertEquals(60.0 / 132, sms.wholeGpu());
        assertEquals(60.0 / 76, sms.weightedAverage());
        Averages all = averages(
                of(gpu(
                        "0",
                        "h100-80gb-sxm",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1",
                        "1g.10gb 1")),
                WeightBasis.Hardware.SMS);
        assertEquals(112.0 / 132, all.allocatedShare());
    }

    @Test
    void onAnA100SlicesAndSmsAgree() {
        Averages slices = averages(Fleets.scenario1());
        Averages sms = averages(Fleets.scenario1(), WeightBasis.Hardware.SMS);
        assertEquals(slices.weightedAverage(), sms.weightedAverage(), 1e-15);
        assertEquals(slices.wholeGpu(), sms.wholeGpu(), 1e-15);
    }

    @Test
    void memorySlicesAreOf8AndGibOfTheFullProfile() {
        Fleet fleet = of(gpu("0", "a100-80gb", "3g.40gb 50"));
        assertEquals(0.25, averages(fleet, WeightBasis.Hardware.MEMORY_SLICES).wholeGpu());
        assertEquals(
                0.5 * 39.25 / 79,
                averages(fleet, WeightBasis.Hardware.MEMORY_GIB).wholeGpu(),
                1e-15);
    }

    @Test
    void aWeightThatNobodyKnowsGivesNoFigureAndSaysWhich() {
        Fleet fleet = of(gpu("0", "h800-80gb", "3g.40gb 50", "1g.10gb 100"));
        Figures sms = Figures.of(fleet, Weights.DEFAULT.withBasis(WeightBasis.Hardware.SMS));
        assertEquals(0.75, sms.total().instanceAverage());
        assertTrue(Double.isNaN(sms.total().weightedAverage()));
        assertTrue(Double.isNaN(sms.total().wholeGpu()));
        assertEquals(
                "usage.missing.profile", Objects.requireNonNull(sms.missing()).key());
        assertNull(Figures.of(fleet, Weights.DEFAULT).missing());
    }

    @Test
    void withoutAModelThereIsNoWholeGpuAndNoGuess() {
        List<Instance> instances = List.of(
                Instance.of("1", Profile.observed("1g.9gb", 1), Placement.UNKNOWN, 0.9),
                Instance.of("2", Profile.observed("3g.9gb", 3), Placement.UNKNOWN, 0.1));
        Figures figures = Figures.of(of(new Gpu("GPU-1", "GPU-1", "", null, "NVIDIA X", instances)), Weights.DEFAULT);
        assertEquals(0.5, figures.total().instanceAverage());
        assertEquals(0.3, figures.total().weightedAverage(), 1e-15);
        assertTrue(Double.isNaN(figures.total().wholeGpu()));
        assertTrue(Double.isNaN(figures.total().allocatedShare()));
        assertNotNull(figures.missing());
    }

    @Test
    void overSeveralModelsEachGpuCountsAsOne() {
        Fleet fleet = of(gpu("a", "a100-80gb", "7g.80gb 100"), gpu("b", "a30-24gb", "4g.24gb 0"));
        assertEquals(0.5, averages(fleet).wholeGpu());
        assertEquals(0.5, averages(fleet).weightedAverage());
        Fleet halves = of(gpu("a", "a100-80gb", "7g.80gb 100"), gpu("b", "a30-24gb", "2g.12gb 0"));
        assertEquals(1 / 1.5, averages(halves).weightedAverage());
        assertEquals(0.75, averages(halves).allocatedShare());
    }

    @Test
    void overSeveralModelsGpusCanCountBySmsOrByOwnWeights() {
        Fleet fleet = of(gpu("a", "a100-80gb", "7g.80gb 100"), gpu("b", "a30-24gb", "4g.24gb 0"));
        Weights bySms = Weights.DEFAULT.withGpus(new GpuWeight.BySms());
        assertEquals(98.0 / 154, Figures.of(fleet, bySms).total().wholeGpu(), 1e-15);
        Weights cost = Weights.DEFAULT.withGpus(new GpuWeight.Own(Map.of("a100-80gb", 3.0, "a30-24gb", 1.0)));
        assertEquals(0.75, Figures.of(fleet, cost).total().wholeGpu(), 1e-15);
    }

    @Test
    void ownWeightsOfProfiles() {
        WeightBasis own =
                new WeightBasis.Own(Map.of("a100-80gb/1g.10gb", 1.0, "a100-80gb/3g.40gb", 5.0, "a100-80gb", 10.0));
        Averages actual = averages(Fleets.scenario1(), own);
        assertEquals((2.7 + 1.5) / 8, actual.weightedAverage(), 1e-15);
        assertEquals(0.42, actual.wholeGpu(), 1e-15);
    }

    @Test
    void figuresOfEachGpuStandBesideTheFleets() {
        Figures figures = Figures.of(
                of(gpu("a", "a100-80gb", "1g.10gb 90", "3g.40gb 30"), gpu("b", "a100-80gb", "7g.80gb 50")),
                Weights.DEFAULT);
        assertEquals(0.45, figures.gpu("a").orElseThrow().averages().weightedAverage(), 1e-15);
        assertEquals(0.5, figures.gpu("b").orElseThrow().averages().wholeGpu());
        assertEquals((0.9 + 0.9 + 3.5) / 14, figures.total().wholeGpu(), 1e-15);
        double sum = figures.shares().stream()
                .mapToDouble(Figures.Share::contribution)
                .sum();
        assertEquals(figures.total().gap(), sum, 1e-15);
    }

    @Test
    void someInstancesHaveFiguresByThemselves() {
        Figures figures = Figures.of(Fleets.scenario1(), Weights.DEFAULT);
        Averages two = figures.of(Set.of(new InstanceRef("GPU 0", "1"), new InstanceRef("GPU 0", "4")));
        assertEquals(0.6, two.instanceAverage(), 1e-15);
        assertEquals(0.45, two.weightedAverage(), 1e-15);
        assertEquals(1.8 / 7, two.wholeGpu(), 1e-15);
        assertTrue(Double.isNaN(figures.of(Set.of()).instanceAverage()));
    }

    @Test
    void sensitivityMovesByTheInstancesShare() {
        Sensitivity sensitivity =
                Sensitivity.of(Fleets.scenario1(), Weights.DEFAULT, new InstanceRef("GPU 0", "4"), 10);
        Sensitivity.Point idle = sensitivity.points().getFirst();
        Sensitivity.Point full = sensitivity.points().getLast();
        assertEquals(11, sensitivity.points().size());
        assertEquals(0.25, full.instanceAverage() - idle.instanceAverage(), 1e-15);
        assertEquals(0.5, full.weightedAverage() - idle.weightedAverage(), 1e-15);
        assertEquals(3.0 / 7, full.wholeGpu() - idle.wholeGpu(), 1e-15);
        assertEquals(
                List.of(),
                Sensitivity.of(Fleets.main(), Weights.DEFAULT, new InstanceRef("GPU 0", "99"), 10)
                        .points());
    }
}
