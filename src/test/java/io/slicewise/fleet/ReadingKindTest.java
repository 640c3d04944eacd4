package io.slicewise.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingKindTest {
    private static final double NONE = Double.NaN;

    @Test
    void aFleetHasWhatSomeOfItsInstancesReport() {
        assertEquals(Set.of(), ReadingKind.in(new Fleet(List.of())));
        assertEquals(Set.of(), ReadingKind.in(Fleets.of(Fleets.gpu("GPU 0", "a100-80gb", "1g.10gb -", "2g.20gb -"))));
        assertEquals(Set.of(ReadingKind.ENGINE), ReadingKind.in(Fleets.main()));
        assertEquals(
                Set.of(ReadingKind.ENGINE, ReadingKind.SM, ReadingKind.BANDWIDTH),
                ReadingKind.in(lastOf(Fleets.host(), new Readings(0.5, NONE, NONE, 0, NONE))));
        assertEquals(
                Set.of(ReadingKind.ENGINE, ReadingKind.OCCUPANCY, ReadingKind.TENSOR, ReadingKind.MEMORY),
                ReadingKind.in(lastOf(Fleets.host(), new Readings(NONE, 0.25, 1, NONE, 1024))));
    }

    /** A fleet whose very last instance alone reports this. */
    private static Fleet lastOf(Fleet fleet, Readings readings) {
        List<Gpu> gpus = new ArrayList<>(fleet.gpus());
        List<Instance> instances = new ArrayList<>(gpus.getLast().instances());
        instances.add(instances.removeLast().withReadings(readings));
        gpus.add(gpus.removeLast().withInstances(instances));
        return new Fleet(gpus);
    }
}
