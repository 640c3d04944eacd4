package io.slicewise.snapshot.dcgm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Instance;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DcgmJsonSnapshotTest {
    private static Snapshot snapshot(String name, InputStream in) throws IOException {
        return Objects.requireNonNull(SnapshotReading.one(DcgmJsonSnapshot.format(), name, in, ReadWatch.NONE)
                .finish(Fleets.CATALOGUE, SnapshotOptions.NONE)
                .snapshot());
    }

    private static Snapshot snapshot(String file) throws IOException {
        try (InputStream in = DcgmJsonSnapshotTest.class.getResourceAsStream(file)) {
            return snapshot(file, Objects.requireNonNull(in, file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics.json", "bare.json", "uuid-first.json", "two-scrapes.json"})
    void theMainExampleHasItsFigures(String file) throws IOException {
        Snapshot snapshot = snapshot(file);
        Averages total = Figures.of(snapshot.fleet(), Weights.DEFAULT).total();
        assertEquals(4, total.reported());
        assertEquals(0.75, total.instanceAverage(), 1e-15);
        assertEquals(0.72, total.weightedAverage(), 1e-15);
        assertEquals(3.6 / 7, total.wholeGpu(), 1e-15);
        assertEquals(
                "GPU-51ce0000-0091-4a11-8d00-5a3717e00091",
                snapshot.fleet().gpus().getFirst().id());
        assertEquals(
                List.of("search/pod-3", "search/pod-7", "search/pod-8", "search/pod-9"),
                snapshot.fleet().gpus().getFirst().instances().stream()
                        .map(Instance::owner)
                        .toList());
    }

    @Test
    void aGpuWithoutInstancesStandsApart() throws IOException {
        assertEquals(
                "GPU-51ce0000-0092-4a11-8d00-5a3717e00092",
                snapshot("metrics.json").wholeGpus().getFirst().id());
    }

    @Test
    void aPublishedSampleIsRead() throws IOException {
        Path file = Path.of(System.getProperty("slicewise.shared", "../shared"))
                .resolve("corpus/dcgm/dcgm-exporter-h100-mig-sample.json");
        assumeTrue(Files.isRegularFile(file), () -> file + " is not there");
        try (InputStream in = Files.newInputStream(file)) {
            Snapshot snapshot = snapshot("h100.json", in);
            assertEquals(1, snapshot.fleet().gpus().size());
            assertEquals(2, snapshot.fleet().instanceCount());
            assertEquals(7, snapshot.wholeGpus().size());
            assertEquals(18, snapshot.counts().samples());
        }
    }
}
