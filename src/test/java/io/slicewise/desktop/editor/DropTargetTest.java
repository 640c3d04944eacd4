package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DropTargetTest {
    private static final Gpu MAIN = Fleets.main().gpus().getFirst();
    private static final Gpu FULL = Fleets.gpu("full", "a100-80gb", "7g.80gb 10");

    private static Payload existing(Gpu gpu, String id) {
        Instance instance = gpu.instance(id).orElseThrow();
        return new Payload.Existing(new InstanceRef(gpu.id(), id), instance);
    }

    @Test
    void anInstanceCanGoWhereItsOwnRoomIsFree() {
        Gpu gpu = Fleets.gpu("g", "a100-80gb", "3g.40gb 10");
        assertEquals(List.of(0, 4), DropTarget.of(gpu, existing(gpu, "1")).starts());
    }

    @Test
    void theNearestStartIsMeantWithinReach() {
        Gpu gpu = Fleets.gpu("g", "a100-80gb", "3g.40gb 10");
        DropTarget target = DropTarget.of(gpu, existing(gpu, "1"));
        assertEquals(OptionalInt.of(0), target.startNear(1.4));
        assertEquals(OptionalInt.of(4), target.startNear(2.6));
        assertEquals(OptionalInt.empty(), target.startNear(7));
        assertEquals("editor.drag.starts", target.whyNot().key());
    }

    @Test
    void saysWhyItFitsNowhere() {
        DropTarget target = DropTarget.of(FULL, existing(MAIN, "1"));
        assertEquals(List.of(), target.starts());
        assertEquals("mig.noFit.slices", target.whyNot().key());
        assertNotNull(target.reason());
    }

    @Test
    void aModelWithoutThatProfileTakesNone() {
        Gpu other = Fleets.gpu("a30", "a30-24gb");
        DropTarget target = DropTarget.of(other, existing(MAIN, "1"));
        assertEquals("scenario.refused.noProfile", target.whyNot().key());
        assertNull(target.profile());
    }

    @Test
    void droppingWhereItIsDoesNothing() {
        DropTarget target = DropTarget.of(MAIN, existing(MAIN, "1"));
        int start = MAIN.instance("1").orElseThrow().start();
        assertEquals(Optional.empty(), target.drop(start));
        assertEquals(
                Optional.of(new InstanceEdit.MoveInstance(new InstanceRef("GPU 0", "1"), "GPU 0", 0)), target.drop(0));
    }

    @Test
    void aProfileIsAddedAtTheStart() {
        DropTarget target = DropTarget.of(MAIN, new Payload.Fresh("1g.10gb"));
        assertEquals(Optional.of(new InstanceEdit.AddInstance("GPU 0", "1g.10gb", 1)), target.drop(1));
    }

    @Test
    void withoutAModelNothingFits() {
        Gpu unknown = new Gpu("u", "GPU u", "", null, "Z900", List.of());
        assertEquals(
                "scenario.refused.noModel",
                DropTarget.of(unknown, new Payload.Fresh("1g.10gb")).whyNot().key());
    }
}
