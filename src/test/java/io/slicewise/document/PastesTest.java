package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.usage.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What people paste from several hosts, from Slurm's files, and from exporters that break the grammar. */
class PastesTest {
    private static final String L = "GPU 0: NVIDIA A100-SXM4-80GB (UUID: GPU-7c1e0a52-3b64-4f0d-9a11-5d2f8e60b7a%d)\n"
            + "  MIG %s     Device  0: (UUID: MIG-aaaaaaaa-0000-5000-8000-00000000000%d)\n";

    private static Snapshot open(String text) {
        Opened opened = new Opener(Fleets.CATALOGUE)
                .open(List.of(Input.of("pasted.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))))
                .getFirst()
                .opened();
        return ((SnapshotOpened) opened).snapshot();
    }

    private static List<String> gpus(Snapshot snapshot) {
        return snapshot.fleet().gpus().stream()
                .map(gpu -> gpu.host() + " "
                        + gpu.instances().stream()
                                .map(one -> one.profile().name())
                                .toList())
                .toList();
    }

    private static List<String> kinds(Snapshot snapshot) {
        return snapshot.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }

    @Test
    void linesWithTheirHostInFrontAreThoseOfSeveralHosts() {
        String one =
                L.formatted(1, "3g.40gb", 1).replaceAll("(?m)^", "node01: ").replaceAll("node01: $", "");
        String two =
                L.formatted(2, "4g.40gb", 2).replaceAll("(?m)^", "node02: ").replaceAll("node02: $", "");
        assertEquals(List.of("node01 [3g.40gb]", "node02 [4g.40gb]"), gpus(open(one + two)));
    }

    @Test
    void scrapesOfSeveralHostsHaveTheirHosts() {
        String scrape = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-%d\",modelName=\"NVIDIA A100-SXM4-80GB\","
                + "GPU_I_PROFILE=\"%s\",GPU_I_ID=\"1\"} 0.5\n";
        String one = scrape.formatted(1, "3g.40gb");
        String two = scrape.formatted(2, "4g.40gb");
        List<String> both = List.of("node01 [3g.40gb]", "node02 [4g.40gb]");
        assertEquals(both, gpus(open("node01: " + one + "node02: " + two)));
        assertEquals(both, gpus(open("### node01\n" + one + "### node02\n" + two)));
    }

    @Test
    void blocksBelowTheNameOfTheirHostAreThoseOfSeveralHosts() {
        String rules = "---------------\nnode01\n---------------\n" + L.formatted(1, "3g.40gb", 1)
                + "---------------\nnode02\n---------------\n" + L.formatted(2, "4g.40gb", 2);
        assertEquals(List.of("node01 [3g.40gb]", "node02 [4g.40gb]"), gpus(open(rules)));
        String headings =
                "=== node01 ===\n" + L.formatted(1, "3g.40gb", 1) + "=== node02 ===\n" + L.formatted(2, "4g.40gb", 2);
        assertEquals(List.of("node01 [3g.40gb]", "node02 [4g.40gb]"), gpus(open(headings)));
    }

    /** The same figures, and the same remarks, as the answer itself. */
    @Test
    void whatPromtoolPrintsOfARangeIsARange() {
        String series = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{UUID=\"GPU-1\", modelName=\"NVIDIA A100-SXM4-80GB\","
                + " GPU_I_PROFILE=\"%s\", GPU_I_ID=\"%d\"} =>\n";
        Snapshot snapshot = open(series.formatted("3g.40gb", 1) + "0.25 @[1763640000]\n0.75 @[1763640060]\n"
                + "0.5 @[1763641000]\n" + series.formatted("1g.10gb", 9) + "0.5 @[1763640000.25]\n");
        List<String> kinds = kinds(snapshot);
        assertTrue(kinds.contains("snapshot.prometheus.range"), kinds::toString);
        assertTrue(kinds.contains("snapshot.prometheus.stale"), kinds::toString);
        assertFalse(kinds.contains("snapshot.newest"), kinds::toString);
        assertEquals(0.5, snapshot.fleet().gpus().getFirst().instances().getFirst().utilization());
        Timeline timeline = Objects.requireNonNull(snapshot.timeline());
        assertEquals(1_763_640_000_000L, timeline.start());
    }

    @Test
    void gresConfListsInstances() {
        Snapshot snapshot = open("""
            AutoDetect=nvml
            NodeName=tux[1-2] Name=gpu Type=a100_3g.20gb Count=1 File=/dev/nvidia0
            NodeName=tux[1-2] Name=gpu Type=a100_1g.5gb Count=2
            """);
        assertEquals(List.of("tux1 [3g.20gb, 1g.5gb, 1g.5gb]", "tux2 [3g.20gb, 1g.5gb, 1g.5gb]"), gpus(snapshot));
    }

    @Test
    void whatOpenMetricsForbidsIsSaidOnceEach() {
        String series = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-1\",modelName=\"NVIDIA A100-SXM4-80GB\","
                + "GPU_I_PROFILE=\"%s\",GPU_I_ID=\"%d\"} %s 17000000%d\n";
        String text = "# TYPE DCGM_FI_PROF_GR_ENGINE_ACTIVE unknown\n"
                + series.formatted("3g.40gb", 1, "0.25", 10)
                + series.formatted("3g.40gb", 1, "0.75", 11)
                + series.formatted("3g.40gb", 1, "0.5", 10)
                + series.formatted("1g.10gb", 9, "0.5", 10)
                + series.formatted("1g.10gb", 9, "0.75", 10);
        List<String> cut = kinds(open(text));
        assertEquals(
                1, cut.stream().filter("snapshot.openmetrics.different"::equals).count());
        assertEquals(
                1, cut.stream().filter("snapshot.openmetrics.backwards"::equals).count());
        assertTrue(cut.contains("snapshot.openmetrics.noEnd"));
        assertTrue(kinds(open(text + "# EOF\n")).stream().noneMatch("snapshot.openmetrics.noEnd"::equals));
    }
}
