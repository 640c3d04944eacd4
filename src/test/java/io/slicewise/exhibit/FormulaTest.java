package io.slicewise.exhibit;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import org.junit.jupiter.api.Test;

/** Formulas as a reader with a pocket calculator sees them. */
class FormulaTest {
    private static void assertFormulas(String average, String weighted, String whole, Fleet fleet, WeightBasis basis) {
        Figures figures = Figures.of(fleet, Weights.DEFAULT.withBasis(basis));
        assertEquals(average, Formula.instanceAverage(figures));
        assertEquals(weighted, Formula.weightedAverage(figures));
        assertEquals(whole, Formula.wholeGpu(figures));
    }

    private static void assertFormulas(String average, String weighted, String whole, Fleet fleet) {
        assertFormulas(average, weighted, whole, fleet, WeightBasis.Hardware.SLICES);
    }

    @Test
    void mainExample() {
        assertFormulas(
                "(90 + 80 + 70 + 60) / 4",
                "(1·90 + 1·80 + 1·70 + 2·60) / 5",
                "(1·90 + 1·80 + 1·70 + 2·60) / 7",
                Fleets.main());
    }

    @Test
    void scenario1() {
        assertFormulas(
                "(90 + 90 + 90 + 30) / 4",
                "(1·90 + 1·90 + 1·90 + 3·30) / 6",
                "(1·90 + 1·90 + 1·90 + 3·30) / 7",
                Fleets.scenario1());
    }

    @Test
    void aSingleInstanceNeedsNoBrackets() {
        assertFormulas("62.5 / 1", "3·62.5 / 3", "3·62.5 / 7", of(gpu("GPU 0", "a100-80gb", "3g.40gb 62.5")));
    }

    @Test
    void weightsAreThoseOfTheBasis() {
        assertFormulas(
                "(90 + 80 + 70 + 60) / 4",
                "(14·90 + 14·80 + 14·70 + 28·60) / 70",
                "(14·90 + 14·80 + 14·70 + 28·60) / 98",
                Fleets.main(),
                WeightBasis.Hardware.SMS);
    }

    @Test
    void aMissingReadingIsLeftOutAndTheWholeGpuFollowsFromTheShare() {
        assertFormulas(
                "(90 + 80 + 70) / 3",
                "(1·90 + 1·80 + 1·70) / 3",
                "240 / 3 · 5 / 7",
                of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 80", "1g.10gb 70", "2g.20gb -")));
    }

    @Test
    void manyInstancesShowTheirSums() {
        Fleet fleet = of(
                gpu("GPU 0", "a100-80gb", "1g.10gb 10", "1g.10gb 20", "1g.10gb 30", "1g.10gb 40", "3g.40gb 50"),
                gpu("GPU 1", "a100-80gb", "1g.10gb 60", "1g.10gb 70", "1g.10gb 80", "1g.10gb 90", "3g.40gb 50"));
        assertFormulas("500 / 10", "700 / 14", "700 / 14", fleet);
    }

    @Test
    void whereThereIsNoFigureThereIsNoFormula() {
        assertFormulas("", "", "", of(gpu("GPU 0", "a100-80gb")));
        assertFormulas("", "", "", of(gpu("GPU 0", "a100-80gb", "3g.40gb -")));
    }
}
