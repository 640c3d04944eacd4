package io.slicewise.snapshot.dmon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.Reads;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

class DmonTest {
    /** The GPU at 42.9 % whose instances are at 75 % and idle. */
    private static final String ONE_GPU = """
        # Entity  GRACT  SMACT
              Id
           GPU 0  0.100  0.100
           GPU-I 0  0.000  0.000
           GPU-I 1  0.200  0.200
           GPU 0  0.429  0.429
           GPU-I 0  0.000  N/A
           GPU-I 1  0.750  0.750
        """;

    private static final SnapshotOptions TOLD = SnapshotOptions.NONE
            .withDefaultModel(Fleets.CATALOGUE.byId("a100-80gb").orElseThrow())
            .withColumn("GPU-I 0", RawSource.of("", "0", "", "3g.40gb", "2"))
            .withColumn("gpu-i 1", RawSource.of("", "0", "", "4g.40gb", "1"));

    private static SnapshotRead read(String text, SnapshotOptions options) {
        assertTrue(DmonSnapshot.recognises(new Beginning(text)));
        return Reads.read(DmonSnapshot.format(options), "dmon.txt", text, options);
    }

    @Test
    void theLastSampleCountsOnceTheProfilesAreSaid() {
        Snapshot snapshot = Reads.snapshot(read(ONE_GPU, TOLD));
        var averages = Figures.of(snapshot.fleet(), Weights.DEFAULT).total();
        assertEquals(0.375, averages.instanceAverage(), 1e-15);
        assertEquals(3.0 / 7, averages.weightedAverage(), 1e-15);
        assertEquals(3.0 / 7, averages.wholeGpu(), 1e-15);
        assertEquals(0.429, snapshot.crossChecks().getFirst().reported());
    }

    @Test
    void withoutProfilesInstancesAreListedAndAskedFor() {
        Snapshot snapshot = Reads.snapshot(read(ONE_GPU, SnapshotOptions.NONE));
        assertEquals(2, snapshot.unweighed().size());
        assertEquals(0.75, snapshot.unweighed().get(1).utilization());
        assertTrue(
                snapshot.problems().stream().anyMatch(it -> it.message().key().equals("table.dmon.profiles")));
    }

    @Test
    void ofSeveralGpusTheRowAboveTells() {
        String text = "#Entity   GRACT\nId\nGPU 0 0.1\nGPU-I 0 0.2\nGPU 1 0.3\nGPU-I 7 0.4\n";
        Snapshot snapshot = Reads.snapshot(read(text, SnapshotOptions.NONE));
        assertEquals(
                List.of("GPU 0", "GPU 1"),
                snapshot.unweighed().stream().map(Snapshot.Unweighed::gpu).toList());
        String apart = "#Entity   GRACT\nId\nGPU 0 0.1\nGPU 1 0.3\nGPU-I 0 0.2\nGPU-I 7 0.4\n";
        Snapshot unknown = Reads.snapshot(read(apart, SnapshotOptions.NONE));
        assertEquals(0, unknown.unweighed().size());
        assertTrue(Reads.english(unknown.problems())
                .contains("warning 0: 2 GPU instances of an unknown GPU were left out: GPU-I 0, GPU-I 7. Say whose it"
                        + " is: on the command line with --map \"GPU-I 0=0/7/3g.20gb\"."));
    }

    @Test
    void withoutTheColumnThereIsNothingToRead() {
        SnapshotRead read = read("# Entity  SMACT\n  Id\nGPU-I 0  0.5\n", TOLD);
        assertNull(read.snapshot());
        assertEquals(
                "table.dmon.noUtilization", read.problems().getLast().message().key());
    }
}
