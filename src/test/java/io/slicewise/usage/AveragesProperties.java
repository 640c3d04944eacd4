package io.slicewise.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for every partition. */
class AveragesProperties {
    private static final double EXACT = 1e-12;

    /** An instance: slices and utilization. */
    record Load(int slices, double utilization) {}

    @Provide
    Arbitrary<List<Load>> loads() {
        return Combinators.combine(
                        Arbitraries.of(1, 2, 3, 4, 7),
                        Arbitraries.oneOf(Arbitraries.doubles().between(0, 1), Arbitraries.of(0.0, 1.0, Double.NaN)))
                .as(Load::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Averages averages(List<Load> loads, int spare) {
        double[] utilization = loads.stream().mapToDouble(Load::utilization).toArray();
        double[] weight = loads.stream().mapToDouble(Load::slices).toArray();
        return Averages.of(
                utilization, weight, loads.stream().mapToInt(Load::slices).sum() + spare);
    }

    @Test
    void coverageIsTheShareThatReported() {
        Averages figures =
                averages(List.of(new Load(1, 0.5), new Load(2, Double.NaN), new Load(3, 0), new Load(1, 1)), 0);
        assertEquals(0.75, figures.coverage(), 0);
        assertTrue(Double.isNaN(averages(List.of(), 7).coverage()));
    }

    @Property
    void everyFigureLiesBetweenTheLeastAndTheBusiestInstance(@ForAll("loads") List<Load> loads) {
        Averages figures = averages(loads, 3);
        double[] known = loads.stream()
                .mapToDouble(Load::utilization)
                .filter(u -> !Double.isNaN(u))
                .sorted()
                .toArray();
        if (known.length == 0) {
            assertTrue(Double.isNaN(figures.instanceAverage()) && Double.isNaN(figures.wholeGpu()));
            return;
        }
        double least = known[0] - EXACT;
        double most = known[known.length - 1] + EXACT;
        assertTrue(least <= figures.instanceAverage() && figures.instanceAverage() <= most);
        assertTrue(least <= figures.weightedAverage() && figures.weightedAverage() <= most);
        assertTrue(0 <= figures.wholeGpu() && figures.wholeGpu() <= figures.allocatedShare() + EXACT);
        assertTrue(figures.wholeGpuLow() <= figures.wholeGpu() + EXACT);
        assertTrue(figures.wholeGpu() <= figures.wholeGpuHigh() + EXACT);
    }

    @Property
    void theOrderOfInstancesChangesNothing(@ForAll("loads") List<Load> loads, @ForAll long seed) {
        List<Load> shuffled = new ArrayList<>(loads);
        Collections.shuffle(shuffled, new Random(seed));
        Averages one = averages(loads, 2);
        Averages other = averages(shuffled, 2);
        assertEquals(one.instanceAverage(), other.instanceAverage(), 1e-15);
        assertEquals(one.weightedAverage(), other.weightedAverage(), 1e-15);
        assertEquals(one.wholeGpu(), other.wholeGpu(), 1e-15);
    }

    @Property
    void contributionsSumUpToTheGap(@ForAll("loads") List<Load> loads) {
        Averages figures = averages(loads, 0);
        double sum = loads.stream()
                .mapToDouble(l -> figures.contribution(l.utilization(), l.slices()))
                .filter(c -> !Double.isNaN(c))
                .sum();
        if (figures.reported() > 0) {
            assertEquals(figures.gap(), sum, EXACT);
        }
    }

    @Property
    void wholeGpuIsAllocatedShareTimesWeightedAverage(@ForAll("loads") List<Load> loads) {
        Averages figures = averages(loads, 4);
        assertEquals(figures.allocatedShare() * figures.weightedAverage(), figures.wholeGpu(), EXACT);
        assertEquals(-(1 - figures.allocatedShare()) * figures.weightedAverage(), figures.unallocatedCost(), EXACT);
    }

    @Property
    void equalSizesMakeNoGap(@ForAll("loads") List<Load> loads) {
        List<Load> equal = loads.stream().map(l -> new Load(2, l.utilization())).toList();
        Averages figures = averages(equal, 1);
        if (figures.reported() > 0) {
            assertEquals(0, figures.gap(), EXACT);
        }
    }

    @Property
    void equalLoadsMakeNoGap(@ForAll("loads") List<Load> loads) {
        List<Load> equal = loads.stream().map(l -> new Load(l.slices(), 0.37)).toList();
        assertEquals(0, averages(equal, 1).gap(), EXACT);
    }

    @Property
    void mergingTwoEqualGpusChangesNothing(@ForAll("loads") List<Load> loads) {
        List<Load> twice = new ArrayList<>(loads);
        twice.addAll(loads);
        Averages one = averages(loads, 3);
        Averages two = averages(twice, 6);
        assertEquals(one.instanceAverage(), two.instanceAverage(), EXACT);
        assertEquals(one.weightedAverage(), two.weightedAverage(), EXACT);
        assertEquals(one.wholeGpu(), two.wholeGpu(), EXACT);
        assertEquals(one.allocatedShare(), two.allocatedShare(), EXACT);
    }
}
