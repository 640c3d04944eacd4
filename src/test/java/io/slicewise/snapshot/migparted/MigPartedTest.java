package io.slicewise.snapshot.migparted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.json.JsonValue;
import io.slicewise.json.YamlDocument;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.Reads;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MigPartedTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("slicewise.shared", "../shared")).resolve("corpus/mig-parted");

    private static SnapshotRead read(@Nullable String config) {
        return read("config.yaml", Reads.fixture("migparted/config.yaml"), config);
    }

    private static SnapshotRead read(String name, String yaml, @Nullable String config) {
        SnapshotOptions options = SnapshotOptions.NONE.withConfig(config);
        return Reads.read(MigPartedSnapshot.format(Fleets.CATALOGUE, options), name, yaml, options);
    }

    @Test
    void theModelComesFromTheDeviceFilter() {
        Snapshot snapshot = Reads.snapshot(read("balanced"));
        assertEquals("b200-180gb", snapshot.fleet().gpus().getFirst().model().id());
        assertEquals(4, snapshot.fleet().instanceCount());
        assertEquals(1.0, Figures.of(snapshot.fleet(), Weights.DEFAULT).total().allocatedShare());
        assertTrue(Reads.english(snapshot.problems()).stream().anyMatch(it -> it.contains("one possible placement")));
    }

    @Test
    void theChoiceShowsWhatEachConfigurationHoldsAndOffersOneWithInstances() {
        OpenQuestion.ChooseConfiguration choice = assertInstanceOf(
                OpenQuestion.ChooseConfiguration.class, read(null).questions().getFirst());
        assertEquals(
                List.of(
                        new OpenQuestion.Configuration("all-disabled", ""),
                        new OpenQuestion.Configuration("balanced", "2 × 1g.23gb + 1 × 2g.45gb + 1 × 3g.90gb"),
                        new OpenQuestion.Configuration("by-number", "1, 2: 2 × 3g.40gb")),
                choice.choices());
        assertEquals("balanced", choice.offered().name());
    }

    @Test
    void devicesAreGpusWithTheirNumbers() {
        Snapshot snapshot = Reads.snapshot(read("by-number"));
        assertEquals(
                List.of("GPU 1", "GPU 2"),
                snapshot.fleet().gpus().stream().map(gpu -> gpu.name()).toList());
        assertEquals(
                List.of(WholeGpu.Mig.OFF, WholeGpu.Mig.EMPTY),
                snapshot.wholeGpus().stream().map(WholeGpu::mig).toList());
    }

    @Test
    void ofSeveralConfigurationsTheNamesAreTold() {
        SnapshotRead read = read(null);
        assertNull(read.snapshot());
        assertEquals(
                List.of("error 0: The file has 3 configurations; say which (on the command line with --config NAME): "
                        + "all-disabled, balanced, by-number."),
                Reads.english(read.problems()));
        assertEquals(
                List.of("error 0: There is no configuration “x”. The file has: all-disabled, balanced, by-number."),
                Reads.english(read("x").problems()));
    }

    /** Every configuration of every published file. */
    @Test
    void thePublishedConfigurationsOpen() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), () -> CORPUS + " is not there");
        int opened = 0;
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                String text = Files.readString(file);
                assertTrue(MigPartedSnapshot.recognises(new Beginning(text)), file.toString());
                JsonValue root = Objects.requireNonNull(YamlDocument.parse("", text, new ArrayList<>()));
                for (String config : root.get("mig-configs").fields().keySet()) {
                    SnapshotRead read = read(file.toString(), text, config);
                    assertNotNull(read.snapshot(), () -> file + " " + config + Reads.english(read.problems()));
                    opened++;
                }
            }
        }
        assertTrue(opened > 20, "configurations: " + opened);
    }
}
