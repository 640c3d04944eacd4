package io.slicewise.story;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** A manager's minute: parts that sum up, what fits, and what that gives. */
class VerdictTest {
    private static Verdict verdict(Fleet fleet) {
        return Verdict.of(Figures.of(fleet, Weights.DEFAULT), Thresholds.DEFAULT)
                .orElseThrow();
    }

    @Test
    void theMainExampleIsInThreePartsThatSumUpTo100() {
        HardwareUse use = HardwareUse.of(Told.figures(Fleets.main()).total()).orElseThrow();
        assertEquals(36 / 70.0, use.inUse(), 1e-12);
        assertEquals(0.2, use.idle(), 1e-12);
        assertEquals(2 / 7.0, use.unallocated(), 1e-12);
        assertEquals(List.of(51, 20, 29), use.percents());
    }

    @Property
    void wholePercentsSumUpAndAreNearTheirPart(
            @ForAll @DoubleRange(min = 0, max = 1) double allocated,
            @ForAll @DoubleRange(min = 0, max = 1) double load) {
        HardwareUse use = new HardwareUse(allocated * load, allocated - allocated * load, 1 - allocated);
        List<Integer> percents = use.percents();
        assertEquals(100, percents.stream().mapToInt(Integer::intValue).sum());
        assertEquals(1, use.shown().stream().mapToDouble(Double::doubleValue).sum(), 1e-12);
        for (int i = 0; i < 3; i++) {
            assertEquals(use.parts().get(i) * 100, percents.get(i), 1.0001);
            assertEquals(use.parts().get(i), use.shown().get(i), 0.0010001);
        }
    }

    @Test
    void whatIsInUseKeepsItsDigitsAndWhatIsIdleTakesTheRest() {
        double used = 2642 / 54.0 * 55 / 56 / 100;
        assertEquals(List.of(0.481, 0.501, 0.018), new HardwareUse(used, 55 / 56.0 - used, 1 / 56.0).shown());
        HardwareUse near = new HardwareUse(0.514, 0.204, 0.282);
        assertEquals(List.of(51, 21, 28), near.percents());
        assertEquals(List.of(100, 0, 0), new HardwareUse(0.995, 0, 0.005).percents());
    }

    @Test
    void whatFitsOnSeveralModelsIsNotMixed() {
        Fleet fleet =
                of(gpu("GPU 0", "a100-80gb", "3g.40gb 30", "2g.20gb 60"), gpu("GPU 1", "h100-80gb-sxm", "3g.40gb 50"));
        assertEquals(
                List.of(
                        "1g.10gb (A100 80GB)",
                        "1g.10gb (A100 80GB)",
                        "1g.10gb (H100 SXM5 80GB)",
                        "1g.10gb (H100 SXM5 80GB)",
                        "1g.10gb (H100 SXM5 80GB)",
                        "1g.10gb (H100 SXM5 80GB)"),
                Spare.of(Told.figures(fleet)).profiles());
        assertTrue(
                Told.english(verdict(fleet).next())
                        .startsWith("Next: 2 × 1g.10gb (A100 80GB) + 4 × 1g.10gb (H100 SXM5 80GB) still fit."),
                Told.english(verdict(fleet).next()));
    }

    @Test
    void whatStillFitsAndWhatItGivesIsSaid() {
        Verdict verdict = verdict(Fleets.main());
        assertEquals("51% of the GPU you bought is in use.", Told.english(verdict.headline()));
        assertEquals("29% has not been allocated to anyone; 20% is allocated but idle.", Told.english(verdict.split()));
        assertEquals(
                "Next: 2 × 1g.10gb still fit. Allocate them before buying another GPU: the most that can be in use"
                        + " rises from 71.4% to 100.0%.",
                Told.english(verdict.next()));
        assertEquals("구매한 GPU의 51%가 쓰이고 있습니다.", Told.korean(verdict.headline()));
        assertEquals(
                List.of("1g.10gb", "1g.10gb"),
                Spare.of(Told.figures(Fleets.main())).profiles());
    }

    @Test
    void aStrandedSliceIsNeverOffered() {
        String next = Told.english(verdict(of(gpu("GPU 0", "a100-80gb", "3g.40gb 50", "3g.40gb 40")))
                .next());
        assertTrue(next.startsWith("Next: the remaining 14% cannot be used while the instances stay"), next);
    }

    @Test
    void whereAllIsAllocatedIdleInstancesComeNext() {
        Verdict verdict = verdict(of(gpu("GPU 0", "a100-80gb", "4g.40gb 75", "3g.40gb 0")));
        assertEquals("All of it is allocated; 57% is allocated but idle.", Told.english(verdict.split()));
        assertTrue(Told.english(verdict.next()).contains("Shrink instances"), Told.english(verdict.next()));
    }

    @Test
    void anAllocatedPartAtItsLimitIsSaidFirst() {
        String next = Told.english(
                verdict(of(gpu("GPU 0", "a100-80gb", "3g.40gb 95"))).next());
        assertTrue(next.startsWith("Next: the allocated part is 95.0% in use, at or above the alert"), next);
    }

    @Test
    void withoutReadingsThereIsNoVerdict() {
        Figures figures = Figures.of(of(gpu("GPU 0", "a100-80gb", "1g.10gb -")), Weights.DEFAULT);
        assertTrue(Verdict.of(figures, Thresholds.DEFAULT).isEmpty());
    }
}
