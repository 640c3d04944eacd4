package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.archive.Packed;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files at once: exports of whatever formats are one snapshot, everything else stands by itself. */
class TogetherTest {
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);
    private static final Path FIXTURES = Path.of("src/test/resources/io/slicewise/snapshot");
    private static final Path MAIN = Path.of("samples/main-example.slicewise.json");

    private static final String LISTING = """
        +-------------------------------------------------------+
        | GPU instances:                                        |
        |   0  MIG 3g.40gb          9        2          4:4     |
        |   0  MIG 1g.10gb         19        7          2:1     |
        +-------------------------------------------------------+
        """;

    @TempDir
    private Path folder;

    private static String row(String host, String uuid, String id, String profile, String value) {
        return "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"" + uuid + "\",modelName=\"NVIDIA A100-SXM4-80GB\","
                + "GPU_I_PROFILE=\"" + profile + "\",GPU_I_ID=\"" + id + "\",Hostname=\"" + host + "\"} " + value
                + "\n";
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Opening> open(Path... files) {
        List<Input> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(Input.of(file));
        }
        return OPENER.open(inputs);
    }

    private static Snapshot snapshot(Opening opening) {
        return assertInstanceOf(
                        SnapshotOpened.class,
                        opening.opened(),
                        () -> said(opening.opened()).toString())
                .snapshot();
    }

    private static List<String> said(Opened opened) {
        return opened.problems().stream()
                .map(p -> p.where() + " = " + Messages.in(Language.ENGLISH).say(p.message()))
                .toList();
    }

    private static Averages figures(Snapshot snapshot) {
        return Figures.of(snapshot.fleet(), Weights.DEFAULT).total();
    }

    /** {@code gpu/instance profile@start utilization}. */
    private static List<String> instances(Snapshot snapshot) {
        return snapshot.fleet().gpus().stream()
                .flatMap(gpu -> gpu.instances().stream()
                        .map(one -> gpu.id() + "/" + one.id() + " "
                                + one.profile().name() + "@" + one.start() + " " + one.utilization()))
                .toList();
    }

    @Test
    void exportsAreOneSnapshotAndAScenarioStaysItsOwn() throws IOException {
        Path a = file("a.prom", row("a", "GPU-a", "1", "1g.10gb", "0.5"));
        Path b = file("b.prom", row("b", "GPU-b", "1", "1g.10gb", "0.25"));
        List<Opening> openings = open(a, MAIN, b);
        assertEquals(2, openings.size());
        Opening joined = openings.getFirst();
        assertEquals(List.of(Input.of(a), Input.of(b)), joined.inputs());
        assertEquals(List.of("GPU-a/1 1g.10gb@6 0.5", "GPU-b/1 1g.10gb@6 0.25"), instances(snapshot(joined)));
        assertInstanceOf(ScenarioOpened.class, openings.get(1).opened());
        assertEquals(MAIN.toString(), openings.get(1).name());
    }

    @Test
    void theNewestReadingOfAnInstanceCounts() throws IOException {
        Path old = file("old.prom", row("a", "GPU-a", "1", "1g.10gb", "0.5 1767225600000"));
        Path late = file("late.prom", row("a", "GPU-a", "1", "1g.10gb", "0.25 1767225660000"));
        Path untimed = file("untimed.prom", row("a", "GPU-a", "1", "1g.10gb", "0.75"));
        assertEquals(0.25, figures(snapshot(open(old, late).getFirst())).instanceAverage());
        assertEquals(0.25, figures(snapshot(open(late, old).getFirst())).instanceAverage());
        assertEquals(0.25, figures(snapshot(open(late, untimed).getFirst())).instanceAverage());
        Path later = file("later.prom", row("a", "GPU-a", "1", "1g.10gb", "0.125"));
        Opening opening = open(untimed, later).getFirst();
        assertEquals(0.125, figures(snapshot(opening)).instanceAverage());
        assertTrue(
                said(opening.opened())
                        .contains(later + ":1 = 1 instance has readings of several times; the newest"
                                + " counts, without timestamps the last in the file: instance 1 of GPU 0 (a)."),
                () -> said(opening.opened()).toString());
    }

    @Test
    void aReadingWithoutATimeIsInNoTimelineWhereOthersHaveOne() throws IOException {
        Path old = file("old.prom", row("a", "GPU-a", "1", "1g.10gb", "0.5 1767225600000"));
        Path late = file("late.prom", row("a", "GPU-a", "1", "1g.10gb", "0.25 1767225660000"));
        Path untimed = file("untimed.prom", row("b", "GPU-b", "1", "1g.10gb", "0.75"));
        Snapshot snapshot = snapshot(open(old, late, untimed).getFirst());
        assertEquals(2, snapshot.fleet().gpus().size());
        assertEquals(
                List.of("GPU-a"),
                Objects.requireNonNull(snapshot.timeline()).gpus().stream()
                        .map(gpu -> gpu.gpu().id())
                        .toList());
    }

    @Test
    void placesComeFromAListingAndReadingsFromAScrape() throws IOException {
        Path scrape = file(
                "metrics.prom", row("a", "GPU-a", "2", "3g.40gb", "0.5") + row("a", "GPU-a", "7", "1g.10gb", "0.25"));
        Path listing = file("lgi.txt", LISTING);
        List<String> expected = List.of("GPU-a/2 3g.40gb@4 0.5", "GPU-a/7 1g.10gb@2 0.25");
        assertEquals(expected, instances(snapshot(open(scrape, listing).getFirst())));
        assertEquals(expected, instances(snapshot(open(listing, scrape).getFirst())));
    }

    @Test
    void aListingOfOtherInstancesIsAnotherGpu() throws IOException {
        Path scrape = file("metrics.prom", row("a", "GPU-a", "2", "3g.40gb", "0.5"));
        Path listing = file("lgi.txt", LISTING);
        assertEquals(
                2, snapshot(open(scrape, listing).getFirst()).fleet().gpus().size());
        // two hosts' listings cannot both be that of the one GPU
        Path both =
                file("both.prom", row("a", "GPU-a", "2", "3g.40gb", "0.5") + row("a", "GPU-a", "7", "1g.10gb", "0.25"));
        Path other = file("other.txt", LISTING);
        assertEquals(
                3,
                snapshot(open(both, listing, other).getFirst()).fleet().gpus().size());
    }

    @Test
    void whatIsOnlyCountedDoesNotCountBesideWhatIsListed() throws IOException {
        String uuid = "GPU-51ce0000-0000-4000-8000-000000000001";
        Path scrape = file("metrics.prom", row("mixed-1", uuid, "7", "1g.10gb", "0.5"));
        Path list = file(
                "list.txt",
                "GPU 0: NVIDIA A100-SXM4-80GB (UUID: " + uuid + ")\n"
                        + "  MIG 1g.10gb     Device  0: (UUID: MIG-51ce0000-0000-5000-8000-000000000011)\n");
        Opening opening =
                open(FIXTURES.resolve("kubernetes/nodes.yaml"), scrape, list).getFirst();
        Snapshot snapshot = snapshot(opening);
        assertEquals(
                List.of("mixed-1", "single-1"),
                snapshot.fleet().gpus().stream().map(gpu -> gpu.host()).toList());
        assertTrue(
                said(opening.opened()).stream()
                        .anyMatch(it -> it.contains("3 GPUs were left out of a file that only counts instances")),
                () -> said(opening.opened()).toString());
        assertEquals(1, figures(snapshot).reported());
    }

    @Test
    void filesOfEachFormatJoinInAnArchive() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of(
                "plain.prom",
                "prometheus/vector.json",
                "prometheus/export.jsonl",
                "dcgm/metrics.json",
                "kubernetes/nodes.yaml",
                "migparted/config.yaml",
                "smi/table.txt",
                "smi/query.xml",
                "smi/list-and-instances.txt")) {
            files.put(name, Files.readAllBytes(FIXTURES.resolve(name)));
        }
        files.put("panel.csv", Files.readAllBytes(Path.of("samples/snapshot-grafana.csv")));
        files.put("dmon.txt", "# Entity  GRACT\nGPU 0  0.1\nGPU-I 0  0.5\n".getBytes(StandardCharsets.UTF_8));
        SnapshotOptions options = SnapshotOptions.NONE
                .withConfig("balanced")
                .withColumn("GPU-I 0", RawSource.of("", "0", "", "3g.40gb", "2"));
        for (byte[] archive : List.of(Packed.zip(files), Packed.gzip(Packed.tar(files)))) {
            Opened opened = new Opener(Fleets.CATALOGUE, options).open("x", archive);
            Snapshot snapshot = assertInstanceOf(SnapshotOpened.class, opened).snapshot();
            List<String> hosts =
                    snapshot.fleet().gpus().stream().map(gpu -> gpu.host()).toList();
            assertTrue(hosts.containsAll(List.of("config.yaml", "x!dmon.txt", "node-t", "single-1")), hosts::toString);
            List<String> ids =
                    snapshot.fleet().gpus().stream().map(gpu -> gpu.id()).toList();
            assertTrue(ids.contains("GPU-51ce0000-0000-4000-8000-000000000001"), ids::toString);
        }
    }

    @Test
    void aTableInPercentAndAScrapeInRatiosAreEachReadInTheirUnit() throws IOException {
        String header =
                "Time,\"{GPU_I_ID=\"\"1\"\", GPU_I_PROFILE=\"\"1g.10gb\"\", UUID=\"\"GPU-b\"\", gpu=\"\"1\"\"}\"\n";
        Path table = file("panel.csv", header + "1767225600,40\n");
        Path signs = file("signs.csv", header.replace("GPU-b", "GPU-c") + "1767225600,20 %\n");
        Path scrape = file("metrics.prom", row("a", "GPU-a", "2", "3g.40gb", "0.5"));
        Path idle = file("idle.prom", row("b", "GPU-d", "2", "3g.40gb", "1"));
        for (List<Path> order : List.of(List.of(table, signs, scrape, idle), List.of(idle, scrape, signs, table))) {
            Snapshot snapshot = snapshot(open(order.toArray(new Path[0])).getFirst());
            Map<String, Double> read = new LinkedHashMap<>();
            snapshot.fleet()
                    .gpus()
                    .forEach(
                            gpu -> read.put(gpu.id(), gpu.instances().getFirst().utilization()));
            assertEquals(Map.of("GPU-a", 0.5, "GPU-b", 0.4, "GPU-c", 0.2, "GPU-d", 1.0), read);
        }
    }

    @Test
    void aQuestionOfOneFileLosesNothingOfTheOthers() throws IOException {
        Path scrape = file("metrics.prom", row("a", "GPU-a", "2", "3g.40gb", "0.5"));
        Path config = FIXTURES.resolve("migparted/config.yaml");
        Opening opening = open(scrape, config).getFirst();
        assertEquals(0.5, figures(snapshot(opening)).instanceAverage());
        assertEquals(
                List.of("all-disabled", "balanced", "by-number"),
                assertInstanceOf(
                                OpenQuestion.ChooseConfiguration.class,
                                opening.opened().questions().getFirst())
                        .choices()
                        .stream()
                        .map(OpenQuestion.Configuration::name)
                        .toList());
        Opened alone = OPENER.open(config);
        assertInstanceOf(NotOpened.class, alone);
        assertEquals(opening.opened().questions(), alone.questions());
    }

    @Test
    void whatCannotBeOpenedIsSaidByItself() throws IOException {
        Path a = file("a.prom", row("a", "GPU-a", "1", "1g.10gb", "0.5"));
        Path b = file("b.prom", row("b", "GPU-b", "1", "1g.10gb", "0.25"));
        Path missing = folder.resolve("missing.prom");
        Path bomb = Path.of("src/test/resources/io/slicewise/bad/archive/bomb.tar.gz");
        List<Opening> openings = open(missing, a, bomb, folder, b);
        assertEquals(4, openings.size());
        assertEquals(2, snapshot(openings.get(1)).fleet().gpus().size());
        for (Path refused : List.of(missing, bomb, folder)) {
            Opening opening = openings.stream()
                    .filter(one -> one.inputs().equals(List.of(Input.of(refused))))
                    .findFirst()
                    .orElseThrow();
            assertInstanceOf(NotOpened.class, opening.opened());
        }
    }

    @Test
    void aDamagedFileAmongOthersKeepsWhatStandsBefore() throws IOException {
        byte[] packed = Packed.gzip(
                (row("a", "GPU-a", "1", "1g.10gb", "0.5").repeat(3) + "x".repeat(9)).getBytes(StandardCharsets.UTF_8));
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length - 6));
        Path b = file("b.prom", row("b", "GPU-b", "1", "1g.10gb", "0.25"));
        Opening opening = open(cut, b).getFirst();
        assertEquals(0.375, figures(snapshot(opening)).instanceAverage());
        assertTrue(
                said(opening.opened()).stream().anyMatch(it -> it.startsWith(cut + " = ")),
                () -> said(opening.opened()).toString());
    }

    @Test
    void aStreamJoinsFiles() throws IOException {
        Path a = file("a.prom", row("a", "GPU-a", "1", "1g.10gb", "0.5"));
        byte[] b = row("b", "GPU-b", "1", "1g.10gb", "0.25").getBytes(StandardCharsets.UTF_8);
        List<Opening> openings = OPENER.open(List.of(Input.of("stdin", new ByteArrayInputStream(b)), Input.of(a)));
        assertEquals(0.375, figures(snapshot(openings.getFirst())).instanceAverage());
        List<Opening> mixed = OPENER.open(
                List.of(Input.of("stdin", new ByteArrayInputStream(Files.readAllBytes(MAIN))), Input.of(a)));
        assertInstanceOf(ScenarioOpened.class, mixed.getFirst().opened());
        assertEquals(0.5, figures(snapshot(mixed.get(1))).instanceAverage());
    }
}
