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
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each way in which exports differ, with the figures and what is said about it. */
class ExpositionSnapshotTest {
    private static final String PLACEMENT =
            "info 0: The file tells which instances there are, not where: one possible placement is shown.";

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
        "two-layouts-mixed, 5, 5, 70, 560/9, 80, 900/7",
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

    record Said(String file, List<String> sentences) {}

    private static Said said(String file, String... sentences) {
        return new Said(file + ".prom", List.of(sentences));
    }

    private static Stream<Said> said() {
        String ratio = "info 0: Utilization was read as ratios, 1 is 100 %: the largest of ";
        String four = ratio + "4 values is 0.9.";
        String instance = "instance 3 of GPU 0 (node-t)";
        return Stream.of(
                said("plain", four, PLACEMENT),
                said("label-order", four, PLACEMENT),
                said("lower-case", four, PLACEMENT),
                said("canonical-name", ratio + "8 values is 0.9.", PLACEMENT),
                said("gpu-util", four, PLACEMENT),
                said("power", four, PLACEMENT),
                said(
                        "percent",
                        "info 0: Utilization was read as percent, 100 is 100 %: 4 of 4 values are above 1, the largest"
                                + " is 90.",
                        PLACEMENT),
                said(
                        "percent-idle",
                        "warning 0: Utilization was read as percent, 100 is 100 %: 1 of 4 values is above 1, the"
                                + " largest is 37.5. This is not certain: compare a value with what you know, and choose"
                                + " the unit if it is the other one (on the command line with --unit).",
                        PLACEMENT),
                said(
                        "ratio-with-fault",
                        "warning 0: Utilization was read as ratios, 1 is 100 %: 1 of 14 values is too large for that."
                                + " This is not certain: compare a value with what you know, and choose the unit if it"
                                + " is the other one (on the command line with --unit).",
                        "warning 6: 1 value is too large for the unit of the file and was dropped: 47.",
                        "warning 6: 1 of 14 instances without a reading: instance 11 of GPU 0 (node-t). They are left"
                                + " out of the averages; missing is not idle.",
                        PLACEMENT),
                said(
                        "little-above-one",
                        ratio + "4 values is 1.0004.",
                        "info 2: 1 reading a little above 100 % was taken as 100 %: instance 7 of GPU 0 (node-t).",
                        PLACEMENT),
                said(
                        "blanks",
                        ratio + "2 values is 0.8.",
                        "warning 2: 5 values are no reading and were dropped: 9.223372036854776E18 (line 2), NaN (line"
                                + " 3), -1 (line 4), …. Missing is not idle.",
                        "warning 2: 5 of 7 instances without a reading: instance 7 of GPU 0 (node-t), instance 8 of GPU"
                                + " 0 (node-t), instance 9 of GPU 0 (node-t), …. They are left out of the averages;"
                                + " missing is not idle.",
                        PLACEMENT),
                said(
                        "pods",
                        ratio + "5 values is 0.9.",
                        "info 5: 1 instance has the same reading in several rows, because of several pods or scrapes;"
                                + " each counts once: " + instance + ".",
                        PLACEMENT),
                said(
                        "pods-differ",
                        ratio + "5 values is 0.9.",
                        "warning 5: 1 instance has different readings at the same time; the largest counts: " + instance
                                + ".",
                        PLACEMENT),
                said(
                        "two-scrapes",
                        ratio + "8 values is 0.9.",
                        "warning 13: 4 instances have readings of several times; the newest counts, without timestamps"
                                + " the last in the file: instance 3 of GPU 0 (node-t), instance 7 of GPU 0 (node-t),"
                                + " instance 8 of GPU 0 (node-t), ….",
                        PLACEMENT),
                said(
                        "two-layouts-mixed",
                        ratio + "5 values is 0.9.",
                        "warning 2: More compute slices than the GPU has, on 1 GPU, as when two layouts stand in one"
                                + " file. Nothing was left out; W and G are not to be trusted there: GPU 0 (node-t): 9 of"
                                + " 7."),
                said(
                        "not-placeable",
                        ratio + "3 values is 0.9.",
                        "warning 2: The instances of 1 GPU cannot stand together on that model; they are shown without"
                                + " a place: GPU 0 (node-t)."),
                said(
                        "gone",
                        ratio + "7 values is 0.9.",
                        "info 10: 3 instances have the same reading in several rows, because of several pods or"
                                + " scrapes; each counts once: instance 7 of GPU 0 (node-t), instance 8 of GPU 0"
                                + " (node-t), instance 9 of GPU 0 (node-t).",
                        "warning 5: 1 instance appears in an earlier scrape only and may be gone; its reading counts: "
                                + instance + ".",
                        PLACEMENT),
                said(
                        "gpu-level",
                        ratio + "10 values is 0.9.",
                        "info 6: Rows of whole GPUs beside those of their instances, on 2 GPUs: they check the computed"
                                + " figure and count for nothing else (GPU 0 (node-t), GPU 1 (node-t)).",
                        "warning 11: On 1 GPU the figure of the exporter differs from the computed one by more than 2"
                                + " points: GPU 1 (node-t): reported 90.0\u00a0%, computed 51.4\u00a0%.",
                        PLACEMENT),
                said(
                        "no-uuid",
                        "info 2: 2 GPUs have rows without a UUID and were told apart by host and GPU number: node-t/0,"
                                + " node-u/0.",
                        ratio + "8 values is 0.9.",
                        PLACEMENT),
                said(
                        "no-model-name",
                        four,
                        "warning 2: 1 GPU without a modelName: GPU 0 (node-t). Choose the model (on the command line"
                                + " with --model); until then no share of the GPU can be computed."),
                said(
                        "unknown-model",
                        four,
                        "warning 2: The model NVIDIA X900 Prototype of 1 GPU is not in the catalogue: GPU 0 (node-t)."
                                + " Choose the model (on the command line with --model) or add it to your catalogue;"
                                + " until then no share of the GPU can be computed."),
                said(
                        "printed-profile",
                        ratio + "3 values is 0.7.",
                        "info 2: Printed 1g.11gb, read as 1g.12gb of H100 NVL / PCIe 94GB (2 instances).",
                        "info 4: Printed 7g.79gb, read as 7g.80gb of A100 80GB (SXM4 / PCIe / HGX / liquid-cooled;"
                                + " A100X converged card) (1 instance).",
                        PLACEMENT),
                said(
                        "empty-profile",
                        ratio + "5 values is 0.9.",
                        "warning 7: 1 instance without a profile in any row cannot be weighed and is in no figure:"
                                + " instance 4 of GPU 0 (node-t).",
                        PLACEMENT),
                said(
                        "unknown-profile",
                        ratio + "3 values is 0.8.",
                        "warning 4: The profile large has no number of slices; 1 instance cannot be weighed and is in"
                                + " no figure: instance 8 of GPU 0 (node-t).",
                        "warning 3: A100 80GB (SXM4 / PCIe / HGX / liquid-cooled; A100X converged card) has no profile"
                                + " 5g.60gb in the catalogue; 1 instance was weighed with 5 compute slices, as the name"
                                + " says: instance 1 of GPU 0 (node-t).",
                        PLACEMENT),
                said(
                        "only-other-metrics",
                        ratio + "3 values is 0.9.",
                        "warning 8: 1 of 4 instances without a reading: " + instance + ". They are left out of the"
                                + " averages; missing is not idle.",
                        PLACEMENT),
                said(
                        "no-utilization",
                        "warning 0: No instance has a utilization: expected DCGM_FI_PROF_GR_ENGINE_ACTIVE. The layout"
                                + " is shown without figures.",
                        PLACEMENT),
                said(
                        "no-instance-id",
                        "warning 6: 1 row with GPU_I_PROFILE but without GPU_I_ID: the instances cannot be told apart,"
                                + " left out (line 6).",
                        four,
                        PLACEMENT),
                said(
                        "mig-empty",
                        ratio + "1 value is 0.",
                        "info 2: 1 GPU with MIG but without instances, listed apart and in no figure: GPU 0 (node-t)."),
                said(
                        "mig-off",
                        ratio + "1 value is 0.764.",
                        "info 2: 1 GPU without MIG, listed apart and in no figure: GPU 0 (node-t)."),
                said(
                        "no-dcgm",
                        "error 0: There is no metric of DCGM, but 2 others: node_load1, node_load5. Expected"
                                + " DCGM_FI_PROF_GR_ENGINE_ACTIVE with the labels UUID, GPU_I_PROFILE and GPU_I_ID."),
                said(
                        "aggregated",
                        "error 0: The 2 samples of DCGM metrics name no GPU: there is neither a label UUID nor a label"
                                + " gpu. If the values were aggregated, export them as they are."),
                said(
                        "no-samples",
                        "error 0: There is no sample in the file (2 lines). Expected the text that dcgm-exporter serves"
                                + " under /metrics."));
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
        assertTrue(english(read.problems())
                .contains("warning 5: Two layouts that cannot exist together: the last one counts, and 4 instances of"
                        + " the earlier one were left out: instance 10 of GPU 0 (node-t), instance 11 of GPU 0"
                        + " (node-t), instance 12 of GPU 0 (node-t), …."));
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
                new Snapshot.Counts(7, 7, 5, 0, 0),
                snapshot(read("blanks.prom")).counts());
        assertEquals(
                new Snapshot.Counts(5, 5, 0, 0, 1), snapshot(read("pods.prom")).counts());
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
