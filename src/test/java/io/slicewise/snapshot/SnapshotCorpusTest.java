package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scrapes that others published, where they are present beside the project. */
class SnapshotCorpusTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("slicewise.shared", "../shared")).resolve("corpus/dcgm");

    private static Snapshot read(String file) throws IOException {
        Path path = CORPUS.resolve(file);
        assumeTrue(Files.isRegularFile(path), () -> path + " is not there");
        try (InputStream in = Files.newInputStream(path)) {
            return Exports.snapshot(
                    ExpositionSnapshot.read(file, in, Fleets.CATALOGUE, SnapshotOptions.NONE, ReadWatch.NONE));
        }
    }

    @Test
    void anActiveGpuHasTheFiguresOfItsThreeInstances() throws IOException {
        Snapshot snapshot = read("mig-active-2x1g5gb-2g10gb.ini");
        Averages total = Figures.of(snapshot.fleet(), Weights.DEFAULT).total();
        assertEquals(0.333338, total.instanceAverage(), 5e-7);
        assertEquals(0.250013, total.weightedAverage(), 5e-7);
        assertEquals(0.142864, total.wholeGpu(), 5e-7);
        assertEquals(4.0 / 7, total.allocatedShare(), 1e-15);
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals("GPU-7099682b-a20d-2bcc-74ab-b9060454d81e", gpu.id());
        assertEquals("nvidia-dcgm-exporter-q28k4", gpu.host());
        assertEquals(
                List.of("5 2g.10gb", "7 1g.5gb", "9 1g.5gb"),
                gpu.instances().stream()
                        .map((Instance i) -> i.id() + " " + i.profile().name())
                        .toList());
        assertEquals(List.of(), snapshot.wholeGpus());
    }

    @Test
    void aGpuWithoutInstancesIsListedApart() throws IOException {
        Snapshot snapshot = read("empty-mig-enabled.ini");
        assertEquals(Fleet.EMPTY, snapshot.fleet());
        WholeGpu whole = snapshot.wholeGpus().getFirst();
        assertEquals("GPU 0", whole.name());
        assertEquals(WholeGpu.Mig.UNKNOWN, whole.mig());
        assertEquals(0.000033, whole.utilization());
    }
}
