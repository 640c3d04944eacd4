package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyMovesTest {
    private static InstanceRef ref(String gpu, String instance) {
        return new InstanceRef(gpu, instance);
    }

    @Test
    void arrowsGoFromLeftToRightAndStopAtTheEnds() {
        // placed from the right: 2g at 2, then 1g at 4, 5 and 6
        Gpu gpu = Fleets.main().gpus().getFirst();
        assertEquals(Optional.of(ref("GPU 0", "4")), KeyMoves.neighbour(gpu, null, 1));
        assertEquals(Optional.of(ref("GPU 0", "1")), KeyMoves.neighbour(gpu, null, -1));
        assertEquals(Optional.of(ref("GPU 0", "3")), KeyMoves.neighbour(gpu, ref("GPU 0", "4"), 1));
        assertEquals(Optional.of(ref("GPU 0", "1")), KeyMoves.neighbour(gpu, ref("GPU 0", "1"), 1));
        assertEquals(Optional.empty(), KeyMoves.neighbour(Fleets.gpu("e", "a30-24gb"), null, 1));
    }

    @Test
    void altMovesToTheNextStartThatFits() {
        Fleet fleet = Fleets.main();
        InstanceRef small = ref("GPU 0", "3");
        assertEquals(
                Optional.of(new InstanceEdit.MoveInstance(small, "GPU 0", 1)), KeyMoves.toNextStart(fleet, small, -1));
        assertEquals(Optional.empty(), KeyMoves.toNextStart(fleet, small, 1));
        InstanceRef big = ref("GPU 0", "4");
        assertEquals(Optional.of(new InstanceEdit.MoveInstance(big, "GPU 0", 0)), KeyMoves.toNextStart(fleet, big, -1));
    }

    @Test
    void altUpAndDownSkipGpusWithoutRoom() {
        Fleet fleet = Fleets.of(
                Fleets.gpu("a", "a100-80gb", "3g.40gb 10"),
                Fleets.gpu("b", "a100-80gb", "7g.80gb 10"),
                Fleets.gpu("c", "a100-80gb"));
        assertEquals(
                Optional.of(new InstanceEdit.MoveInstance(ref("a", "1"), "c", 4)),
                KeyMoves.toNextGpu(fleet, ref("a", "1"), 1));
        assertEquals(Optional.empty(), KeyMoves.toNextGpu(fleet, ref("a", "1"), -1));
    }
}
