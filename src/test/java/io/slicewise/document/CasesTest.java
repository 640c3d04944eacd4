package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste, with invented values: figures, layouts and what is said of each. */
class CasesTest {
    private static final double EXACT = 5e-7;

    private static byte[] bytes(String file) {
        try (InputStream in = CasesTest.class.getResourceAsStream("/io/slicewise/cases/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A case as text. */
    static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static Snapshot open(SnapshotOptions options, String... files) {
        List<Input> inputs =
                Stream.of(files).map(file -> Input.of(file, bytes(file))).toList();
        List<Opening> openings = new Opener(Fleets.CATALOGUE, options).open(inputs);
        assertEquals(1, openings.size());
        return snapshot(openings.getFirst().opened());
    }

    private static Snapshot open(String... files) {
        return open(SnapshotOptions.NONE, files);
    }

    private static Snapshot paste(String text) {
        return snapshot(new Opener(Fleets.CATALOGUE).open("paste", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Snapshot snapshot(Opened opened) {
        return assertInstanceOf(
                        SnapshotOpened.class,
                        opened,
                        () -> said(opened.problems().stream()
                                .map(problem -> Messages.in(Language.ENGLISH).say(problem.message()))
                                .toList()))
                .snapshot();
    }

    private static String said(List<String> problems) {
        return String.join("\n", problems);
    }

    private static String said(Snapshot snapshot) {
        return said(snapshot.problems().stream()
                .map(problem -> Messages.in(Language.ENGLISH).say(problem.message()))
                .toList());
    }

    private static Averages averages(Snapshot snapshot) {
        return Figures.of(snapshot.fleet(), Weights.DEFAULT).total();
    }

    private static void assertFigures(Snapshot snapshot, double s, double w, double g, double a) {
        Averages averages = averages(snapshot);
        assertEquals(s, averages.instanceAverage(), EXACT, "S");
        assertEquals(w, averages.weightedAverage(), EXACT, "W");
        assertEquals(g, averages.wholeGpu(), EXACT, "G");
        assertEquals(a, averages.allocatedShare(), EXACT, "A");
    }

    private static void assertAllocated(Snapshot snapshot, double a) {
        assertEquals(a, averages(snapshot).allocatedShare(), EXACT, () -> said(snapshot));
    }

    private static List<String> profiles(Gpu gpu) {
        return gpu.instances().stream()
                .map(instance -> instance.profile().name())
                .sorted()
                .toList();
    }

    private static SnapshotOptions config(String config, String model) {
        return SnapshotOptions.NONE
                .withConfig(config)
                .withDefaultModel(Fleets.CATALOGUE.byId(model).orElseThrow());
    }

    /** What has no instances is named, with what to give in its place. */
    @Test
    void refusalsSayWhatItIsAndWhatToDo() {
        for (String text : List.of(
                "Name:             train-0\nNamespace:        team-a\nPriority:         0\n",
                "NAME       STATUS   ROLES    AGE   VERSION\nbirch-11   Ready    <none>   12d   v1.31.2\n")) {
            Opened opened = new Opener(Fleets.CATALOGUE).open("paste", text.getBytes(StandardCharsets.UTF_8));
            String why = Messages.in(Language.ENGLISH)
                    .say(opened.problems().getFirst().message());
            assertTrue(why.contains("kubectl") && why.contains("kubectl get nodes -o yaml"), why);
        }
    }

    @Test
    void migPartedInAConfigMap() {
        Snapshot snapshot = open(config("three-sizes", "a100-80gb"), "06-mig-parted-in-configmap.yaml");
        assertAllocated(snapshot, 13.0 / 14);
        assertEquals(
                List.of("1g.10gb", "2g.20gb", "3g.40gb"),
                profiles(snapshot.fleet().gpus().getFirst()));
    }

    /** {@code kubectl get cm -o json}, values of Helm, and {@code mig-parted export -o json}. */
    @ParameterizedTest
    @ValueSource(strings = {"""
        {"apiVersion": "v1", "kind": "ConfigMap", "data": {"config.yaml":
         "version: v1\\nmig-configs:\\n  one:\\n    - devices: [0]\\n      mig-enabled: true\\n      mig-devices:\\n        \\"3g.40gb\\": 2\\n"}}
        """, """
            migManager:
              config:
                create: true
                data:
                  config.yaml: |-
                    version: v1
                    mig-configs:
                      one:
                        - devices: [0]
                          mig-enabled: true
                          mig-devices: {"3g.40gb": 2}
            """, """
                {"version": "v1", "mig-configs": {"current": [{"devices": [0], "mig-enabled": true,
                 "mig-devices": {"3g.40gb": 2}}]}}
                """})
    void migPartedInWhateverHoldsIt(String text) {
        SnapshotOptions options = SnapshotOptions.NONE.withDefaultModel(
                Fleets.CATALOGUE.byId("a100-80gb").orElseThrow());
        Snapshot snapshot =
                snapshot(new Opener(Fleets.CATALOGUE, options).open("values", text.getBytes(StandardCharsets.UTF_8)));
        assertAllocated(snapshot, 6.0 / 7);
    }

    @Test
    void kubectlDescribeNode() {
        Snapshot snapshot = open("07-kubectl-describe-node.txt");
        assertEquals(2, snapshot.fleet().gpus().size());
        assertAllocated(snapshot, 13.0 / 14);
        assertTrue(said(snapshot).contains("request 5 of 7 MIG instances (9 of 13 slices)"), said(snapshot));
    }

    @Test
    void severalDescribedNodes() {
        String one = new String(bytes("07-kubectl-describe-node.txt"), StandardCharsets.UTF_8);
        Snapshot snapshot = paste(one + "\n\n" + one.replace("birch-11", "birch-12"));
        assertEquals(4, snapshot.fleet().gpus().size());
        assertAllocated(snapshot, 26.0 / 28);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10-name-inside-braces.prom", "10-name-quoted-in-braces.prom", "13-promtool-query-instant.txt"})
    void seriesWithTheNameInBraces(String file) {
        assertFigures(open(file), 0.55, 0.40, 1.6 / 7, 4.0 / 7);
    }

    /** The same series over three moments, each sample in a line of its own. */
    @Test
    void promtoolQueryRange() {
        String text = new String(bytes("13-promtool-query-instant.txt"), StandardCharsets.UTF_8);
        String range = text.replaceAll(
                "=> (\\S+) @\\[1763640000.5]", "=>\n0.1 @[1763639880]\n0.2 @[1763639940]\n$1 @[1763640000]");
        Snapshot snapshot = paste(range);
        assertFigures(snapshot, 0.55, 0.40, 1.6 / 7, 4.0 / 7);
        assertEquals(6, Objects.requireNonNull(snapshot.timeline()).samples());
    }

    @Test
    void aConfigurationThatIsNamedTwice() {
        Snapshot snapshot = open(config("small", "a100-80gb"), "14-mig-parted-named-twice.yaml");
        assertAllocated(snapshot, 1);
        assertTrue(said(snapshot).contains("“large” is there twice"), said(snapshot));
    }

    @Test
    void nodeOfGke() {
        Snapshot snapshot = open("15-gke-node.yaml");
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals("a100-40gb", Objects.requireNonNull(gpu.model()).id());
        assertEquals(List.of("2g.10gb", "2g.10gb", "2g.10gb"), profiles(gpu));
        assertAllocated(snapshot, 6.0 / 7);
    }

    @Test
    void slurm() {
        Snapshot snapshot = open("12-scontrol-show-node.txt");
        assertEquals(9, snapshot.fleet().instanceCount());
        assertEquals(
                "a100-40gb",
                Objects.requireNonNull(snapshot.fleet().gpus().getFirst().model())
                        .id());
        assertTrue(said(snapshot).contains("request 5 of 9 MIG instances (7 of 13 slices)"), said(snapshot));
    }

    /** A line of slurm.conf for several hosts, and what sinfo prints of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"NodeName=elm[07-08] CPUs=128 Gres=gpu:a100_1g.5gb:7,gpu:a100_3g.20gb:2 State=UNKNOWN\n", """
                HOSTNAMES  GRES                                         GRES_USED
                elm07      gpu:a100_1g.5gb:7(S:0),gpu:a100_3g.20gb:2    gpu:a100_1g.5gb:0(IDX:N/A)
                elm08      gpu:a100_1g.5gb:7(S:0),gpu:a100_3g.20gb:2    gpu:a100_1g.5gb:1(IDX:3)
                """})
    void slurmInItsOtherForms(String text) {
        Snapshot snapshot = paste(text);
        assertEquals(18, snapshot.fleet().instanceCount());
        assertEquals(
                List.of("elm07", "elm08"),
                snapshot.fleet().gpus().stream().map(Gpu::host).distinct().toList());
        assertEquals(
                26,
                snapshot.fleet().gpus().stream()
                        .flatMap(gpu -> gpu.instances().stream())
                        .map(Instance::profile)
                        .mapToInt(profile -> profile.computeSlices())
                        .sum());
    }

    @Test
    void queryGpu() {
        Snapshot snapshot = open("02-nvidia-smi-query-gpu.csv");
        assertEquals(0, snapshot.fleet().instanceCount());
        WholeGpu partitioned = snapshot.wholeGpus().getFirst();
        WholeGpu whole = snapshot.wholeGpus().getLast();
        assertEquals(WholeGpu.Mig.UNLISTED, partitioned.mig());
        assertTrue(Double.isNaN(partitioned.utilization()));
        assertEquals(WholeGpu.Mig.OFF, whole.mig());
        assertEquals(0.63, whole.utilization(), EXACT);
        assertEquals("a100-80gb", Objects.requireNonNull(whole.model()).id());
        assertEquals("2026-11-20T09:15:02.421Z", String.valueOf(snapshot.time()));
    }

    @Test
    void listsOfSeveralContainers() {
        Snapshot snapshot = open("03-containers-of-one-gpu-L.txt");
        assertEquals(
                List.of("1g.5gb", "2g.10gb", "3g.20gb"),
                profiles(snapshot.fleet().gpus().getFirst()));
        assertAllocated(snapshot, 6.0 / 7);
    }

    @Test
    void outputsOfOneMachine() {
        for (Snapshot snapshot : List.of(
                open("04-same-machine-lgi.txt", "04-same-machine-L.txt"),
                open("04-same-machine-L.txt", "04-same-machine-lgi.txt"))) {
            assertEquals(1, snapshot.fleet().gpus().size());
            Gpu gpu = snapshot.fleet().gpus().getFirst();
            assertEquals("a30-24gb", Objects.requireNonNull(gpu.model()).id());
            assertEquals("", gpu.host());
            assertEquals(
                    List.of("2g.12gb@2", "1g.6gb@0", "1g.6gb@1"),
                    gpu.instances().stream()
                            .map(instance -> instance.profile().name() + "@" + instance.start())
                            .toList());
            assertAllocated(snapshot, 1);
        }
    }

    /** Two machines of one model and one layout, each with its own listing, stay two. */
    @Test
    void listingsOfTwoMachinesStayTwo() {
        byte[] listing = bytes("04-same-machine-lgi.txt");
        List<Opening> openings = new Opener(Fleets.CATALOGUE)
                .open(List.of(
                        Input.of("a", listing), Input.of("b", listing), Input.of("L", bytes("04-same-machine-L.txt"))));
        assertEquals(3, snapshot(openings.getFirst().opened()).fleet().gpus().size());
    }

    @Test
    void anInstanceThatIsSplitInTwo() {
        Snapshot snapshot = open("05-instance-split-in-two.txt");
        assertEquals(
                List.of("1g.18gb", "1g.18gb", "2g.35gb", "3g.71gb"),
                profiles(snapshot.fleet().gpus().getFirst()));
        assertAllocated(snapshot, 1);
    }

    @Test
    void queryAsText() {
        Snapshot snapshot = open("11-nvidia-smi-q.txt");
        Gpu gpu = snapshot.fleet().gpus().getFirst();
        assertEquals("GPU-7c1e0a52-3b64-4f0d-9a11-5d2f8e60b751", gpu.id());
        assertEquals(List.of("1g.10gb", "3g.40gb"), profiles(gpu));
        assertAllocated(snapshot, 4.0 / 7);
    }

    /** The same of two hosts, one after the other. */
    @Test
    void queriesOfTwoHosts() {
        String one = new String(bytes("11-nvidia-smi-q.txt"), StandardCharsets.UTF_8);
        Snapshot snapshot = paste(one + one.replace("60b751", "60b752"));
        assertEquals(2, snapshot.fleet().gpus().size());
        assertAllocated(snapshot, 8.0 / 14);
    }

    @Test
    void theColumnOfUtilizationAmongOthers() {
        Snapshot snapshot = open("01-table-several-values.csv");
        assertFigures(snapshot, 1.72 / 3, 0.53, 3.18 / 7, 6.0 / 7);
        assertTrue(said(snapshot).contains("column “Utilization”"), said(snapshot));
        assertTrue(said(snapshot).contains("Memory used, Temperature"), said(snapshot));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DCGM_FI_DEV_GPU_TEMP", "DCGM_FI_PROF_DRAM_ACTIVE", "Memory utilization", "전력"})
    void anotherMetricIsNoUtilization(String column) {
        String text = new String(bytes("16-table-of-temperatures.csv"), StandardCharsets.UTF_8);
        Snapshot snapshot = paste(text.replace("DCGM_FI_DEV_GPU_TEMP", column));
        assertEquals(2, snapshot.fleet().instanceCount());
        assertTrue(snapshot.fleet().gpus().getFirst().instances().stream()
                .allMatch(instance -> Double.isNaN(instance.utilization())));
        assertTrue(said(snapshot).contains(column), said(snapshot));
    }

    /** Two columns that both say nothing: neither is taken, and which one it is is asked. */
    @Test
    void whatCannotBeToldIsNotTaken() {
        String text = new String(bytes("01-table-several-values.csv"), StandardCharsets.UTF_8)
                .replace("\"Utilization\"", "\"Value #A\"")
                .replace("\"Memory used\"", "\"Value #B\"");
        Opened opened = new Opener(Fleets.CATALOGUE).open("pasted.csv", text.getBytes(StandardCharsets.UTF_8));
        OpenQuestion.ChooseUtilization question =
                (OpenQuestion.ChooseUtilization) opened.questions().getFirst();
        assertEquals(
                List.of("Value #A", "Value #B"),
                question.choices().stream().map(OpenQuestion.Column::title).toList());
        String said =
                Messages.in(Language.ENGLISH).say(opened.problems().getFirst().message());
        assertTrue(said.contains("--map \"Value #A=utilization\""), said);
    }
}
