package io.slicewise.snapshot;

import static io.slicewise.snapshot.Exports.english;
import static io.slicewise.snapshot.Exports.read;
import static io.slicewise.snapshot.Exports.snapshot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each way in which exports differ, with the figures and what is said about it. */
class ExpositionSnapshotTest {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "io", "slicewise", "snapshot");

    private static Averages figures(Snapshot snapshot) {
        return Figures.of(snapshot.fleet(), Weights.DEFAULT).total();
    }

    private static List<Instance> instances(Snapshot snapshot) {
        return snapshot.fleet().gpus().stream()
                .flatMap(gpu -> gpu.instances().stream())
                .toList();
    }

    /** The file's readings in percent by the number of compute slices, S, W, G and A as fractions of 100. */
    @ParameterizedTest
    @CsvSource({
        "plain, 4, 4, 75, 72, 360/7, 500/7",
        "label-order, 4, 4, 75, 72, 360/7, 500/7",
        "lower-case, 4, 4, 75, 72, 360/7, 500/7",
        "canonical-name, 4, 4, 50, 50, 250/7, 500/7",
        "percent, 4, 4, 75, 72, 360/7, 500/7",
        "percent-idle, 4, 4, 9.525, 15.12, 75.6/7, 500/7",
        "ratio-with-fault, 14, 13, 790/13, 790/13, 790/13, 100",
        "little-above-one, 4, 4, 77.5, 74, 370/7, 500/7",
        "blanks, 7, 2, 40, 40, 40, 100",
        "pods, 4, 4, 75, 72, 360/7, 500/7",
        "pods-differ, 4, 4, 75, 72, 360/7, 500/7",
        "two-scrapes, 4, 4, 75, 72, 360/7, 500/7",
        "two-scrapes-timestamps, 4, 4, 75, 72, 360/7, 500/7",
        "two-layouts, 4, 4, 75, 72, 360/7, 500/7",
        "two-layouts-mixed, 5, 5, 70, 560/9, NaN, NaN",
        "not-placeable, 3, 3, 60, 480/7, 480/7, 100",
        "gone, 4, 4, 75, 72, 360/7, 500/7",
        "gpu-util, 4, 4, 75, 72, 360/7, 500/7",
        "gpu-level, 8, 8, 75, 72, 360/7, 500/7",
        "power, 4, 4, 75, 72, 360/7, 500/7",
        "no-uuid, 8, 8, 75, 72, 360/7, 500/7",
        "no-model-name, 4, 4, 75, 72, NaN, NaN",
        "unknown-model, 4, 4, 75, 72, NaN, NaN",
        "printed-profile, 3, 3, 140/3, 260/9, 260/14, 900/14",
        "empty-profile, 4, 4, 75, 72, 360/7, 500/7",
        "unknown-profile, 2, 2, 60, 280/6, 40, 600/7",
        "only-other-metrics, 4, 3, 80, 80, 400/7, 500/7",
        "no-utilization, 4, 0, NaN, NaN, NaN, 500/7",
        "no-instance-id, 4, 4, 75, 72, 360/7, 500/7",
        "mig-empty, 0, 0, NaN, NaN, NaN, NaN",
        "mig-off, 0, 0, NaN, NaN, NaN, NaN",
    })
    void figuresAreThoseOfTheRowsThatCount(
            String file, int instances, int reported, String s, String w, String g, String a) {
        Averages total = figures(snapshot(read(file + ".prom")));
        assertEquals(instances, total.instances());
        assertEquals(reported, total.reported());
        assertEquals(percent(s), total.instanceAverage(), 1e-14);
        assertEquals(percent(w), total.weightedAverage(), 1e-14);
        assertEquals(percent(g), total.wholeGpu(), 1e-14);
        assertEquals(percent(a), total.allocatedShare(), 1e-14);
    }

    private static double percent(String text) {
        String[] parts = text.split("/");
        double divisor = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
        return Double.parseDouble(parts[0]) / divisor / 100;
    }

    /** A fixture and what is said about it, from {@code said.txt}. */
    record Said(String file, List<String> sentences) {}

    private static List<Said> said() throws IOException {
        List<Said> said = new ArrayList<>();
        for (String line : Files.readAllLines(FIXTURES.resolve("said.txt"))) {
            if (line.startsWith("== ")) {
                said.add(new Said(line.substring(3), new ArrayList<>()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                said.getLast().sentences().add(line);
            }
        }
        return said;
    }

    @Test
    void somethingIsSaidAboutEveryFixture() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            assertEquals(
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".prom"))
                            .sorted()
                            .toList(),
                    said().stream().map(Said::file).sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("said")
    void whatWasNoticedIsSaidOnce(Said said) {
        SnapshotRead read = read(said.file());
        assertEquals(said.sentences(), english(read.problems()));
        for (Problem problem : read.problems()) {
            String korean = Messages.in(Language.KOREAN).say(problem.message());
            assertTrue(
                    korean.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL),
                    korean);
            assertFalse(korean.contains("snapshot."), korean);
        }
        assertEquals(read.problems().getFirst().severity() == Problem.Severity.ERROR, read.snapshot() == null);
    }

    @Test
    void anInstanceHasWhatItsLabelsSay() {
        Snapshot snapshot = snapshot(read("lower-case.prom"));
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals("GPU-51ce0000-0000-4a11-8d00-000000000000", gpu.id());
        assertEquals("GPU 0", gpu.name());
        assertEquals("node-t", gpu.host());
        assertEquals("NVIDIA A100-SXM4-80GB", gpu.modelName());
        assertEquals(
                List.of("3 2g.20gb", "7 1g.10gb team-a/web-0", "8 1g.10gb team-a/web-1", "9 1g.10gb team-b/job"),
                gpu.instances().stream()
                        .map(i -> (i.id() + " " + i.profile().name() + " " + i.owner()).strip())
                        .toList());
        assertEquals(List.of(), gpu.layout().orElseThrow().conflicts());
        assertTrue(gpu.instances().stream()
                .allMatch(i -> i.start() != Placement.UNKNOWN && i.name().isEmpty()));
    }

    @Test
    void thePodOfAnInstanceIsItsOwnerUnlessACollectorKeptTheWorkloadApart() {
        assertEquals(
                List.of("a, b", "a", "a", "a"),
                instances(snapshot(read("pods.prom"))).stream()
                        .map(Instance::owner)
                        .toList());
    }

    @Test
    void ofTwoLayoutsTheNewerOneCountsAndTheInstancesOfTheOtherAreNamed() {
        SnapshotRead read = read("two-layouts.prom");
        assertEquals(
                List.of("3", "7", "8", "9"),
                instances(snapshot(read)).stream().map(Instance::id).toList());
    }

    @Test
    void layoutsThatCannotBeToldApartKeepAllInstancesWithoutAPlace() {
        for (String file : List.of("two-layouts-mixed.prom", "not-placeable.prom")) {
            for (Instance instance : instances(snapshot(read(file)))) {
                assertEquals(Placement.UNKNOWN, instance.start());
            }
        }
    }

    @Test
    void aTimestampIsTheTimeOfTheSnapshot() {
        assertEquals(
                Instant.parse("2023-11-14T22:13:50Z"),
                snapshot(read("two-scrapes-timestamps.prom")).time());
        assertNull(snapshot(read("two-scrapes.prom")).time());
    }

    @Test
    void aChosenModelIsTakenWhereTheFileDoesNotTellOne() {
        GpuModel a100 = Fleets.CATALOGUE.byId("a100-80gb").orElseThrow();
        GpuModel h200 = Fleets.CATALOGUE.byId("h200-141gb").orElseThrow();
        SnapshotOptions everything = SnapshotOptions.NONE.withDefaultModel(a100);
        SnapshotOptions named = SnapshotOptions.NONE.withModel("NVIDIA X900 Prototype", a100);
        assertEquals(
                3.6 / 7,
                figures(snapshot(read("no-model-name.prom", everything))).wholeGpu(),
                1e-15);
        assertEquals(
                3.6 / 7,
                figures(snapshot(read("unknown-model.prom", everything))).wholeGpu(),
                1e-15);
        SnapshotRead read = read("unknown-model.prom", named);
        assertEquals(3.6 / 7, figures(snapshot(read)).wholeGpu(), 1e-15);
        assertEquals(
                "info 2: 1 GPU was taken as " + a100.name()
                        + ", as you chose (modelName “NVIDIA X900 Prototype”): GPU 0 (node-t).",
                english(read.problems()).get(1));
        Snapshot told = snapshot(read("plain.prom", SnapshotOptions.NONE.withDefaultModel(h200)));
        assertEquals(a100, told.fleet().gpus().getFirst().model());
    }

    @Test
    void aChosenUnitGoesBeforeTheValues() {
        SnapshotRead read = read("percent-idle.prom", SnapshotOptions.NONE.withUnit(Unit.RATIO));
        Snapshot snapshot = snapshot(read);
        assertEquals(Unit.RATIO, snapshot.unit().unit());
        assertEquals(0.2, figures(snapshot).instanceAverage(), 1e-15);
        assertEquals(
                "info 0: Utilization was read in the unit that you chose.",
                english(read.problems()).getFirst());
    }

    @Test
    void whatStandsBesideTheFleetIsKept() {
        Snapshot level = snapshot(read("gpu-level.prom"));
        assertEquals(2, level.crossChecks().size());
        assertFalse(level.crossChecks().get(0).isSuspicious());
        assertTrue(level.crossChecks().get(1).isSuspicious());
        assertEquals(0.9 - 3.6 / 7, level.crossChecks().get(1).difference(), 1e-15);

        WholeGpu whole = snapshot(read("mig-off.prom")).wholeGpus().getFirst();
        assertEquals(WholeGpu.Mig.OFF, whole.mig());
        assertEquals(0.764, whole.utilization());
        assertEquals(
                WholeGpu.Mig.EMPTY,
                snapshot(read("mig-empty.prom")).wholeGpus().getFirst().mig());

        assertEquals(
                List.of(new Snapshot.Unweighed("GPU-51ce0000-0000-4a11-8d00-000000000000", "4", 0.9, "")),
                snapshot(read("empty-profile.prom")).unweighed());
        assertEquals(
                List.of("1g.11gb", "1g.11gb", "7g.79gb"),
                snapshot(read("printed-profile.prom")).printedProfiles().values().stream()
                        .sorted()
                        .toList());
        assertEquals(
                new Snapshot.Counts(7, 7, 5, 0, 0, 0),
                snapshot(read("blanks.prom")).counts());
        assertEquals(
                new Snapshot.Counts(5, 5, 0, 0, 1, 0),
                snapshot(read("pods.prom")).counts());
    }

    @Test
    void rowsWithoutAUuidJoinTheGpuOfTheSameHostAndNumber() {
        String labels = "gpu=\"0\",modelName=\"NVIDIA A30\",Hostname=\"h\",GPU_I_PROFILE=\"1g.6gb\",GPU_I_ID=";
        Snapshot snapshot = snapshot(Exports.readText("DCGM_FI_PROF_GR_ENGINE_ACTIVE{UUID=\"GPU-1\"," + labels
                + "\"3\"} 0.5\nDCGM_FI_PROF_GR_ENGINE_ACTIVE{" + labels + "\"4\"} 0.7\n"));
        assertEquals(1, snapshot.fleet().gpus().size());
        assertEquals("GPU-1", snapshot.fleet().gpus().getFirst().id());
        assertEquals(0.6, figures(snapshot).instanceAverage(), 1e-15);
    }

    @Test
    void aReadingThatIsStoppedGivesNoSnapshot() throws IOException {
        ReadWatch stop = new ReadWatch() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        SnapshotRead read = ExpositionSnapshot.read(
                "x", new ByteArrayInputStream(new byte[] {'a'}), Fleets.CATALOGUE, SnapshotOptions.NONE, stop);
        assertNull(read.snapshot());
        assertEquals(List.of("info 0: Reading was stopped."), english(read.problems()));
    }
}
