package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.editor.SliceMapModel.Free;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceMapModelTest {
    private static final GpuModel A100 = Fleets.CATALOGUE.byId("a100-80gb").orElseThrow();

    @Test
    void twoThirdsStrandTheSliceBetweenThem() {
        SliceMapModel map = SliceMapModel.of(Fleets.gpu("g", "a100-80gb", "3g.40gb 10", "3g.40gb 20"));
        assertEquals(List.of(new Free(3, true)), map.freeSlices());
        assertEquals(List.of(), map.freeUnits());
        assertEquals(8, map.width());
        assertEquals(
                List.of(0, 4),
                map.blocks().stream().map(SliceMapModel.Block::column).toList());
    }

    @Test
    void sevenSmallOnesLeaveAnEighthOfTheMemory() {
        SliceMapModel map = SliceMapModel.of(Fleets.host().gpus().getFirst());
        assertEquals(List.of(), map.freeSlices());
        assertEquals(List.of(new Free(7, true)), map.freeUnits());
    }

    @Test
    void aSliceOfAnRtxPro6000StandsOverThreeUnits() {
        SliceMapModel map = SliceMapModel.of(Fleets.gpu("g", "rtx-pro-6000-96gb", "2g.48gb 10"));
        assertEquals(3, map.unitsPerColumn());
        assertEquals(12, map.width());
        SliceMapModel.Block block = map.blocks().getFirst();
        assertEquals(block.unit(), block.column() * 3);
        assertEquals(6, block.units());
    }

    @Test
    void showsAsManyStrandedSlicesAsTheHardwareHas() {
        for (String id : List.of("a100-80gb", "a30-24gb", "rtx-pro-6000-96gb")) {
            GpuModel model = Fleets.CATALOGUE.byId(id).orElseThrow();
            for (Layout layout : Layouts.reachable(model, model.baseProfiles())) {
                SliceMapModel map = SliceMapModel.of(layout);
                assertEquals(layout.strandedSlices(), map.stranded(), () -> "stranded in " + layout.placements());
                assertEquals(layout.freeSlices(), map.freeSlices().size());
                assertTrue(map.blocks().stream().allMatch(b -> b.column() + b.columns() <= map.columns()));
            }
        }
    }

    @Test
    void withoutPlacesInstancesStandInTheirOrder() {
        Gpu unknown = new Gpu(
                "u",
                "u",
                "",
                null,
                "Z900",
                List.of(
                        Instance.of("1", Profile.observed("1g.9gb", 1), -1, 0.5),
                        Instance.of("2", Profile.observed("3g.9gb", 3), -1, 0.5)));
        SliceMapModel map = SliceMapModel.of(unknown);
        assertFalse(map.placed());
        assertEquals(4, map.width());
        assertEquals(
                List.of(0, 1),
                map.blocks().stream().map(SliceMapModel.Block::column).toList());
        assertEquals(List.of(), map.freeSlices());
    }

    @Test
    void anEmptyGpuIsAllFree() {
        SliceMapModel map = SliceMapModel.of(Layout.empty(A100));
        assertEquals(7, map.freeSlices().size());
        assertEquals(0, map.stranded());
    }
}
