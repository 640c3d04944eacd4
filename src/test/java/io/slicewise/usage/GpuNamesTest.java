package io.slicewise.usage;

import static io.slicewise.fleet.Fleets.gpu;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Gpu;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpuNamesTest {
    private static final Gpu FIRST = gpu("GPU 0", "a100-80gb", "7g.80gb 1");

    @Test
    void thoseOfOneNameAndModelAreNumbered() {
        GpuNames names = GpuNames.of(List.of(FIRST, FIRST.withId("b"), gpu("GPU 1", "a100-80gb", "7g.80gb 2")));
        assertEquals("GPU 0 #2", names.of("b"));
        assertEquals(List.of("#1", "#2", ""), List.of(names.number("GPU 0"), names.number("b"), names.number("GPU 1")));
        assertTrue(names.areLong());
    }

    @Test
    void theModelTellsWithoutANumber() {
        GpuNames names = GpuNames.of(
                List.of(FIRST, gpu("GPU 0", "h100-80gb-sxm", "7g.80gb 1").withId("b")));
        assertEquals("GPU 0 (H100 SXM5 80GB)", names.of("b"));
        assertEquals("", names.number("b"));
        assertTrue(names.areLong());
    }

    @Test
    void namesOfTheirOwnNeedNothingMore() {
        GpuNames names = GpuNames.of(List.of(FIRST, gpu("GPU 1", "a100-80gb", "7g.80gb 2")));
        assertEquals("GPU 0", names.of(FIRST));
        assertFalse(names.areLong());
    }

    /** An edit that no name depends on asks nobody to show them anew. */
    @Test
    void utilizationChangesNoNames() {
        Gpu busy = gpu("GPU 0", "a100-80gb", "7g.80gb 90");
        assertEquals(GpuNames.of(List.of(FIRST, FIRST.withId("b"))), GpuNames.of(List.of(busy, busy.withId("b"))));
    }
}
