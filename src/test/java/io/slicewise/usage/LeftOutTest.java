package io.slicewise.usage;

import static io.slicewise.fleet.Fleets.gpu;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A GPU that is not known, or that has more instances than it can have, blanks nothing of the others. */
class LeftOutTest {
    private static final Gpu MAIN = gpu("main", "a100-80gb", "1g.10gb 90", "1g.10gb 80", "1g.10gb 70", "2g.20gb 60");

    private static Gpu unknown(String id) {
        Instance one = Instance.of("1", Profile.observed("1g.10gb", 1), Placement.UNKNOWN, 0.25);
        return new Gpu(id, id, "", null, "X", List.of(one));
    }

    private static Gpu overfull() {
        Gpu seven = gpu("over", "a100-80gb", "7g.80gb 50");
        Instance more = seven.instances().getFirst().withId("2");
        return seven.withInstances(List.of(seven.instances().getFirst(), more));
    }

    @Test
    void unknownModelsAreCountedAndTheFiguresAreOfTheOthers() {
        Figures figures = Figures.of(Fleets.of(MAIN, unknown("a"), unknown("b")), Weights.DEFAULT);
        Averages total = figures.total();
        assertEquals((3 + 0.5) / 6, total.instanceAverage(), 1e-15);
        assertEquals(0.72, total.weightedAverage(), 1e-15);
        assertEquals(0.72 * 5 / 7, total.wholeGpu(), 1e-15);
        assertEquals(5.0 / 7, total.allocatedShare(), 1e-15);
        assertTrue(figures.isPartial());
        double sum = figures.shares().stream()
                .mapToDouble(Figures.Share::contribution)
                .sum();
        assertEquals(total.gap(), sum, 1e-15);
        assertEquals(
                "usage.missing.model.others",
                Objects.requireNonNull(figures.missing()).key());
    }

    @Test
    void anOverfullGpuInARoomyFleetIsNamedAndInNoFigure() {
        Figures figures = Figures.of(Fleets.of(MAIN, overfull()), Weights.DEFAULT);
        assertEquals(0.72, figures.total().weightedAverage(), 1e-15);
        assertEquals(5.0 / 7, figures.total().allocatedShare(), 1e-15);
        assertEquals(Double.NaN, figures.gpus().getLast().averages().allocatedShare());
        assertEquals(
                "usage.missing.overfull.others",
                Objects.requireNonNull(figures.missing()).key());
    }

    @Test
    void whereNothingElseIsKnownNothingIsLeftOut() {
        Figures alone = Figures.of(new Fleet(List.of(unknown("a"))), Weights.DEFAULT);
        assertEquals(0.25, alone.total().weightedAverage());
        assertEquals(Double.NaN, alone.total().wholeGpu());
        assertFalse(alone.isPartial());
    }
}
