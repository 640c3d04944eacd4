package io.slicewise.usage.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.usage.Weights;
import io.slicewise.usage.survey.Comparison.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final double EXACT = 1e-12;

    @Test
    void whatCameWentAndChangedIsTold() {
        Fleet before = Fleets.of(
                Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 80", "1g.10gb 70"),
                Fleets.gpu("GPU 1", "a100-80gb", "3g.40gb 30"),
                Fleets.gpu("GPU 2", "a100-80gb", "7g.80gb 50"),
                Fleets.gpu("GPU 3", "a100-80gb", "7g.80gb 50"));
        Fleet after = Fleets.of(
                Fleets.gpu("GPU 4", "a100-80gb", "7g.80gb 10"),
                Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb 90", "2g.20gb 80"),
                Fleets.gpu("GPU 1", "a100-80gb", "3g.40gb 40"),
                Fleets.gpu("GPU 2", "a100-80gb", "7g.80gb 50"));
        Comparison comparison = Comparison.of(before, after, Weights.DEFAULT);
        assertEquals(
                List.of("GPU 4 CAME", "GPU 0 CHANGED", "GPU 1 READING", "GPU 2 SAME", "GPU 3 WENT"),
                comparison.gpus().stream()
                        .map(one -> one.gpu().name() + " " + one.kind())
                        .toList());
        Comparison.Change cut = comparison.gpus().get(1);
        assertEquals(
                List.of(Kind.SAME, Kind.CHANGED, Kind.WENT),
                cut.instances().stream().map(Comparison.InstanceChange::kind).toList());
        assertEquals(2.4 / 7, cut.averagesBefore().wholeGpu(), EXACT);
        assertEquals(2.5 / 7, cut.averagesAfter().wholeGpu(), EXACT);
        assertNull(comparison.gpus().getLast().after());
        assertEquals(0, comparison.gpus().getLast().averagesAfter().instances());
        assertEquals(2, comparison.countInstances(Kind.WENT));
        assertEquals(1, comparison.countInstances(Kind.CAME));
        assertEquals(1, comparison.count(Kind.SAME));
    }

    @Test
    void gpusWithOtherIdsAreTheSameByHostAndName() {
        Gpu one = Fleets.gpu("GPU 0", "a100-80gb", "7g.80gb 50");
        Fleet before = Fleets.of(one.withId("a"));
        Fleet after = Fleets.of(one.withId("b"));
        assertEquals(
                List.of(Kind.SAME),
                Comparison.of(before, after, Weights.DEFAULT).gpus().stream()
                        .map(Comparison.Change::kind)
                        .toList());
    }

    @Test
    void aNameThatSeveralHaveTellsNothing() {
        Gpu one = Fleets.gpu("GPU 0", "a100-80gb", "7g.80gb 50");
        Fleet before = Fleets.of(one.withId("a"), one.withId("b"));
        Fleet after = Fleets.of(one.withId("c"));
        assertEquals(
                List.of(Kind.CAME, Kind.WENT, Kind.WENT),
                Comparison.of(before, after, Weights.DEFAULT).gpus().stream()
                        .map(Comparison.Change::kind)
                        .toList());
    }

    @Test
    void anotherModelIsAnotherCut() {
        Fleet before = Fleets.of(Fleets.gpu("GPU 0", "a100-80gb"));
        Fleet after = Fleets.of(Fleets.gpu("GPU 0", "h100-80gb-sxm"));
        assertEquals(
                Kind.CHANGED,
                Comparison.of(before, after, Weights.DEFAULT).gpus().getFirst().kind());
    }
}
