package io.slicewise.planning.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.Fleets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetRoomTest {
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    private static ProfileRoom room(String layout, String profile) {
        return FleetRoom.of(Fleets.of(A100, layout), Fleets.pinned(layout)).profiles().stream()
                .filter(one -> one.profile().equals(Fleets.profile(A100, profile)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // d02: the case of the field's example
        "2g@0 1g@4 1g@6, 3g, 0, 1, 1",
        // d06: memory is full
        "3g@0 3g@4, 1g, 0, 0, 1",
        // d07: one of four can be emptied
        "1g@0 / 1g@0 / 1g@0 / 1g@0, 7g, 0, 3, 3",
        // ten places of a 2g would be five slices' worth on each
        "'', 2g, 3, 3, 3",
        "1g@0 1g@4, 4g, 0, 1, 1",
        // d12 and its like: pinned ones stay in the way
        "1g@0! / 1g@0!, 7g, 0, 0, 1",
        "1g@0! / 1g@0, 7g, 0, 1, 1",
    })
    void threeNumbersAProfile(String layout, String profile, int now, int after, int bySlices) {
        ProfileRoom room = room(layout, profile);
        assertEquals(now, room.now());
        assertEquals(after, room.afterMoves());
        assertEquals(bySlices, room.bySlices());
        assertTrue(room.isProven());
    }

    @Test
    void fragmentationIsWhatMovingCouldGain() {
        assertEquals(1, room("2g@0 1g@4 1g@6", "3g").fragmentation());
        assertEquals(0, room("3g@0 3g@4", "1g").fragmentation());
        Fleet fleet = Fleets.of(A100, "2g@0 1g@4 1g@6");
        FleetRoom all = FleetRoom.of(fleet, Set.of());
        // of what runs, a 2g and two 1g, one more 2g and three more 1g fit as it is
        assertEquals(0, all.fragmentation(fleet));
        assertEquals(
                0.5,
                all.fragmentation(one ->
                        Set.of("3g.40gb", "1g.10gb").contains(one.profile().name()) ? 1 : 0));
        assertTrue(Double.isNaN(all.fragmentation(_ -> 0)));
    }

    @Test
    void gpusWhosePlacesAreNotKnownAreLeftOut() {
        Gpu gpu = Gpu.of("g", "GPU", A100, List.of(Instance.of("1", Fleets.profile(A100, "1g"), -1, 0.5)));
        FleetRoom room = FleetRoom.of(new Fleet(List.of(gpu)), Set.of());
        assertEquals(List.of(gpu), room.left());
        assertEquals(List.of(), room.profiles());
    }
}
