package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.usage.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertEquals(
                0.5, snapshot.fleet().gpus().getFirst().instances().getFirst().utilization());
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

    /** In a mail, in a ticket, in a list of points. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-table-several-values.csv",
                "02-nvidia-smi-query-gpu.csv",
                "04-same-machine-L.txt",
                "04-same-machine-lgi.txt",
                "05-instance-split-in-two.txt",
                "07-kubectl-describe-node.txt",
                "10-name-inside-braces.prom",
                "11-nvidia-smi-q.txt",
                "12-scontrol-show-node.txt",
                "13-promtool-query-instant.txt",
                "15-gke-node.yaml"
            })
    void quotedAndIndentedTextIsReadAsWithoutThat(String file) {
        String text = CasesTest.text(file);
        Fleet plain = open(text).fleet();
        for (String front : List.of("    ", "\t", "> ", ">", "> > ", ">     ")) {
            if (front.equals("\t") && file.endsWith(".yaml")) {
                continue; // no YAML any more
            }
            String quoted = text.replaceAll("(?m)^(?=.)", front);
            assertEquals(plain, open(quoted).fleet(), () -> "behind “" + front + "”");
            if (front.startsWith(">")) {
                assertEquals(
                        plain,
                        open("On Monday, Kim wrote:\n\n" + quoted + "\nThank you!\n")
                                .fleet(),
                        "in a mail");
            }
        }
    }

    /** Editors and shells of Windows write one in front of a text. */
    @Test
    void aByteOrderMarkIsNoneOfWhatIsQuotedOrPrintedBelowIt() {
        String mark = "\uFEFF";
        String quoted = CasesTest.text("01-table-several-values.csv").replaceAll("(?m)^(?=.)", "> ");
        assertEquals(open(quoted).fleet(), open(mark + quoted).fleet(), "the heading of a quoted table");
        assertEquals(kinds(open(quoted)), kinds(open(mark + quoted)));
        String one = L.formatted(1, "3g.40gb", 1);
        String two = L.formatted(2, "4g.40gb", 2);
        List<String> both = List.of("node01 [3g.40gb]", "node02 [4g.40gb]");
        assertEquals(both, gpus(open(mark + "=== node01 ===\n" + one + "=== node02 ===\n" + two)));
        String inFront = one.replaceAll("(?m)^(?=.)", "node01: ") + two.replaceAll("(?m)^(?=.)", "node02: ");
        assertEquals(both, gpus(open(mark + inFront)));
        String printed = CasesTest.text("13-promtool-query-instant.txt");
        String range = printed.replace("=> 0.25 @", "=>\n0.5 @[1763639940.5]\n0.25 @");
        assertEquals(open(range).timeline(), open(mark + range).timeline());
        assertEquals(kinds(open(range)), kinds(open(mark + range)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=== node01 ===\n", "> "})
    void whatIsTooLargeIsRefusedAndNotCut(String front) {
        byte[] beginning = (front + L.formatted(1, "3g.40gb", 1)).getBytes(StandardCharsets.UTF_8);
        byte[] large = Arrays.copyOf(beginning, WholeText.LARGEST + 1);
        Arrays.fill(large, beginning.length, large.length, (byte) '\n');
        Opened opened = new Opener(Fleets.CATALOGUE)
                .open(List.of(Input.of("pasted.txt", new ByteArrayInputStream(large))))
                .getFirst()
                .opened();
        List<Problem> problems = ((Opened.NotOpened) opened).problems();
        assertEquals("snapshot.tooLarge", problems.getFirst().message().key());
    }

    @Test
    void oneRemarkForAllHostsThatHaveIt() {
        String scrape = TYPE.replace("gauge", "unknown") + SCRAPED.formatted("3g.40gb", 1, "0.5");
        StringBuilder all = new StringBuilder();
        for (int host = 1; host <= 5; host++) {
            String own = scrape.replace("GPU-1", "GPU-" + host);
            all.append(own.replaceAll("(?m)^(?=.)", "node0" + host + ": "));
        }
        List<Problem> ends = open(all.toString()).problems().stream()
                .filter(problem -> problem.message().key().equals("snapshot.onOtherHosts"))
                .toList();
        assertEquals(1, ends.size());
        assertEquals(5, ends.getFirst().count());
        String said = Messages.in(Language.ENGLISH).say(ends.getFirst().message());
        assertTrue(said.endsWith(" Likewise on 4 other hosts: node02, node03, node04, …."), said);
    }

    private static final String SCRAPED = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-1\","
            + "modelName=\"NVIDIA A100-SXM4-80GB\",GPU_I_PROFILE=\"%s\",GPU_I_ID=\"%d\"} %s\n";

    private static final String TYPE = "# TYPE DCGM_FI_PROF_GR_ENGINE_ACTIVE gauge\n";

    @Test
    void aSeriesThatStandsTwiceInOneExpositionIsSaidOnce() {
        String twice = TYPE + SCRAPED.formatted("3g.40gb", 1, "0.25") + SCRAPED.formatted("3g.40gb", 1, "0.75");
        Snapshot snapshot = open(twice + "# EOF\n");
        assertEquals(List.of("snapshot.openmetrics.different", "snapshot.unit", "snapshot.placement"), kinds(snapshot));
        assertEquals(
                0.75, snapshot.fleet().gpus().getFirst().instances().getFirst().utilization());
        assertTrue(kinds(open(twice)).contains("snapshot.newest"), "text without that rule: two scrapes");
    }

    @Test
    void expositionsOneAfterTheOtherAreScrapes() {
        String one = TYPE + SCRAPED.formatted("3g.40gb", 1, "0.25") + "# EOF\n";
        String two = TYPE + SCRAPED.formatted("3g.40gb", 1, "0.75") + "# EOF\n";
        Snapshot snapshot = open(one + "\n" + two);
        assertEquals(List.of("snapshot.unit", "snapshot.newest", "snapshot.placement"), kinds(snapshot));
        assertEquals(
                0.75, snapshot.fleet().gpus().getFirst().instances().getFirst().utilization());
    }

    @Test
    void aSeriesThatStandsTwiceAndComesAgainInALaterScrapeIsSaidAsBoth() {
        String one =
                TYPE + SCRAPED.formatted("3g.40gb", 1, "0.25") + SCRAPED.formatted("3g.40gb", 1, "0.5") + "# EOF\n";
        String two = TYPE + SCRAPED.formatted("3g.40gb", 1, "0.75") + "# EOF\n";
        List<String> both =
                List.of("snapshot.openmetrics.different", "snapshot.unit", "snapshot.newest", "snapshot.placement");
        assertEquals(both, kinds(open(one + two)));
        assertEquals(both, kinds(open(two + one)));
    }

    /** OpenMetrics: the exposition must end with it. */
    @Test
    void rowsBehindTheEndAreSaidOnceAndDoNotCount() {
        String behind = SCRAPED.formatted("3g.40gb", 1, "0.75") + SCRAPED.formatted("1g.10gb", 9, "1") + "words\n"
                + "{\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\"} 1\n";
        Snapshot snapshot = open(TYPE + SCRAPED.formatted("3g.40gb", 1, "0.25") + "# EOF\n" + behind);
        assertEquals(List.of("snapshot.exposition.behindEnd", "snapshot.unit", "snapshot.placement"), kinds(snapshot));
        assertEquals(4, snapshot.problems().getFirst().where().line());
        assertEquals(List.of(4L), snapshot.problems().getFirst().message().args());
        assertEquals(1, snapshot.fleet().instanceCount());
        assertEquals(
                0.25, snapshot.fleet().gpus().getFirst().instances().getFirst().utilization());
    }
}
