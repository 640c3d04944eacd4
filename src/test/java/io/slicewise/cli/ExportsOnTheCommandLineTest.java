package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code averages} with what monitoring exported. */
class ExportsOnTheCommandLineTest {
    private static final String FIXTURES = "src/test/resources/io/slicewise/snapshot/";
    private static final Path CORPUS =
            Path.of(System.getProperty("slicewise.shared", "../shared")).resolve("corpus/dcgm");

    @TempDir
    private Path home;

    /** What a command left behind. */
    private CliRun run(String... args) {
        return CliRun.in(home, args);
    }

    private static void assertFigures(JsonNode node, double s, double w, double g, double a) {
        assertEquals(s, node.get("instanceAverage").doubleValue(), 1e-15);
        assertEquals(w, node.get("sliceWeightedAverage").doubleValue(), 1e-15);
        assertEquals(g, node.get("wholeGpuUtilization").doubleValue(), 1e-15);
        assertEquals(a, node.get("allocatedShare").doubleValue(), 1e-15);
        assertEquals(w - s, node.get("gap").doubleValue(), 1e-15);
    }

    @Test
    void aPublishedScrapeHasItsFiguresInFullPrecision() {
        Path file = CORPUS.resolve("mig-active-2x1g5gb-2g10gb.ini");
        assumeTrue(Files.isRegularFile(file), () -> file + " is not there");
        CliRun ran = run("averages", "--json", file.toString());
        assertEquals(0, ran.code());
        assertEquals("", ran.err());
        JsonNode root = ran.json();
        JsonNode fleet = root.get("fleet");
        assertEquals(1, fleet.get("gpus").intValue());
        assertEquals(3, fleet.get("instances").intValue());
        assertEquals(3, fleet.get("reported").intValue());
        assertFigures(fleet, 1.000015 / 3, 1.000051 / 4, 1.000051 / 7, 4.0 / 7);
        JsonNode gpu = root.get("gpus").get(0);
        assertEquals("GPU-7099682b-a20d-2bcc-74ab-b9060454d81e", gpu.get("id").stringValue());
        assertEquals("a100-40gb", gpu.get("model").stringValue());
        assertEquals("NVIDIA A100-SXM4-40GB", gpu.get("modelName").stringValue());
        assertEquals("nvidia-dcgm-exporter-q28k4", gpu.get("host").stringValue());
        assertEquals(4, gpu.get("allocatedSlices").intValue());
        assertEquals(7, gpu.get("totalSlices").intValue());
        JsonNode instance = gpu.get("instances").get(1);
        assertEquals("7", instance.get("id").stringValue());
        assertEquals("1g.5gb", instance.get("profile").stringValue());
        assertEquals(1, instance.get("slices").intValue());
        assertEquals(6.2e-05, instance.get("utilization").doubleValue());
        JsonNode heading = root.get("problems").get(0);
        assertEquals("warning", heading.get("severity").stringValue());
        assertEquals(file + ":1", heading.get("where").stringValue());
    }

    @Test
    void aPublishedScrapeWithoutInstancesHasNoFigure() {
        Path file = CORPUS.resolve("empty-mig-enabled.ini");
        assumeTrue(Files.isRegularFile(file), () -> file + " is not there");
        CliRun ran = run("averages", "--json", file.toString());
        assertEquals(0, ran.code());
        JsonNode fleet = ran.json().get("fleet");
        assertEquals(0, fleet.get("gpus").intValue());
        for (String figure :
                List.of("instanceAverage", "sliceWeightedAverage", "wholeGpuUtilization", "allocatedShare", "gap")) {
            assertTrue(fleet.get(figure).isNull(), figure);
        }
        assertEquals(0, ran.json().get("gpus").size());
        assertEquals(1, ran.json().get("wholeGpus").size());
    }

    @ParameterizedTest
    @CsvSource({
        "snapshot-a100-mig.prom, 2, 8, 8, 4.400348/8, 6.893591/13, 6.893591/14, 13/14",
        "snapshot-grafana.csv, 1, 4, 4, 0.75/1, 3.6/5, 3.6/7, 5/7",
        "snapshot-h100-nvl.prom, 1, 4, 4, 2.2/4, 3.4/7, 3.4/7, 7/7",
        "snapshot-mixed.prom, 2, 5, 5, 2.3/5, 0.95/2, 0.95/2, 1/1",
        "snapshot-range.json, 2, 6, 5, 2.59/5, 7.4/13, 7.4/13, 1/1"
    })
    void theExportsOfTheLibraryHaveTheirFigures(
            String file, int gpus, int instances, int reported, String s, String w, String g, String a) {
        JsonNode fleet = run("averages", "--json", "samples/" + file).json().get("fleet");
        assertEquals(gpus, fleet.get("gpus").intValue());
        assertEquals(instances, fleet.get("instances").intValue());
        assertEquals(reported, fleet.get("reported").intValue());
        assertFigures(fleet, fraction(s), fraction(w), fraction(g), fraction(a));
    }

    private static double fraction(String text) {
        String[] parts = text.split("/");
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    @Test
    void whatIsInNoFigureStandsApart() {
        JsonNode mixed =
                run("averages", "--json", "samples/snapshot-mixed.prom").json();
        assertEquals(
                List.of(
                        "formatVersion",
                        "metric",
                        "basis",
                        "gpuWeight",
                        "fleet",
                        "hosts",
                        "gpus",
                        "wholeGpus",
                        "unweighed",
                        "problems"),
                new ArrayList<>(mixed.propertyNames()));
        assertEquals("unknown", mixed.get("wholeGpus").get(0).get("mig").stringValue());
        assertEquals("off", mixed.get("wholeGpus").get(1).get("mig").stringValue());
        assertEquals(0.83, mixed.get("wholeGpus").get(1).get("utilization").doubleValue());
        assertEquals(0.65, mixed.get("gpus").get(0).get("reportedUtilization").doubleValue());
        assertFalse(mixed.get("gpus").get(1).has("reportedUtilization"));
        JsonNode faults =
                run("averages", "--json", "samples/snapshot-faults.prom").json();
        assertEquals("8", faults.get("unweighed").get(0).get("id").stringValue());
        assertEquals(0.7, faults.get("unweighed").get(0).get("utilization").doubleValue());
        JsonNode nvl =
                run("averages", "--json", "samples/snapshot-h100-nvl.prom").json();
        JsonNode instance = nvl.get("gpus").get(0).get("instances").get(1);
        assertEquals("2g.24gb", instance.get("profile").stringValue());
        assertEquals("2g.22gb", instance.get("printedProfile").stringValue());
    }

    @Test
    void theTableNamesWhatIsInNoFigure() {
        CliRun ran = run("averages", "samples/snapshot-mixed.prom");
        assertEquals(0, ran.code());
        List<String> lines = ran.out().lines().toList();
        int heading = lines.indexOf("Not in the figures: GPUs without GPU instances");
        assertTrue(heading > 0, ran.out());
        assertEquals(
                List.of("node-c.example", "GPU 2", "a100-80gb", "off", "83.0%"),
                List.of(lines.get(heading + 3).strip().split(" {2,}")));
        CliRun off = run("averages", "samples/snapshot-mig-off.prom");
        assertEquals(0, off.code());
        assertTrue(off.out().startsWith("There is no GPU with MIG instances, so there are no figures."), off.out());
        assertTrue(off.out().contains("76.4"), off.out());
        assertTrue(run("averages", "samples/snapshot-faults.prom").out().contains("instances without a profile"));
    }

    @Test
    void aModelIsChosenForAllOrForOneName() {
        String file = FIXTURES + "unknown-model.prom";
        assertTrue(run("averages", "--json", file)
                .json()
                .get("fleet")
                .get("wholeGpuUtilization")
                .isNull());
        assertEquals(1, run("averages", file).err().split("--model", -1).length - 1, "said once");
        for (String model : List.of("a100-80gb", "NVIDIA X900 Prototype=a100-80gb")) {
            JsonNode json = run("averages", "--json", "--model", model, file).json();
            assertFigures(json.get("fleet"), 0.75, 0.72, 3.6 / 7, 5.0 / 7);
            assertEquals("a100-80gb", json.get("gpus").get(0).get("model").stringValue());
            assertEquals(
                    "NVIDIA X900 Prototype",
                    json.get("gpus").get(0).get("modelName").stringValue());
        }
        JsonNode both = run("averages", "--json", "--model", "other=a30-24gb", "--model", "a100-80gb", file)
                .json();
        assertEquals("a100-80gb", both.get("gpus").get(0).get("model").stringValue());
        assertEquals(2, run("averages", "--model", "X=a100-81gb", file).code());
    }

    @Test
    void aUnitCanBeChosen() {
        String file = FIXTURES + "percent-idle.prom";
        assertEquals(
                0.09525,
                run("averages", "--json", file)
                        .json()
                        .get("fleet")
                        .get("instanceAverage")
                        .doubleValue(),
                1e-15);
        JsonNode ratio = run("averages", "--json", "--unit", "ratio", file).json();
        assertEquals(0.2, ratio.get("fleet").get("instanceAverage").doubleValue(), 1e-15);
        assertEquals(3, ratio.get("fleet").get("reported").intValue());
        CliRun wrong = run("averages", "--unit", "parts", file);
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("Invalid value “parts” for --unit. Use one of: ratio, percent."), wrong.err());
    }

    @Test
    void exportsAndScenariosAreOneFleetAndTheSameHardwareCountsOnce() {
        CliRun ran = run(
                "averages",
                "--json",
                FIXTURES + "plain.prom",
                FIXTURES + "gpu-level.prom",
                "samples/main-example.slicewise.json");
        JsonNode json = ran.json();
        // both files have GPU 0, whose instances count once
        assertEquals(3, json.get("fleet").get("gpus").intValue());
        assertFigures(json.get("fleet"), 0.75, 0.72, 3.6 / 7, 5.0 / 7);
        assertEquals(
                0.5142857, json.get("gpus").get(0).get("reportedUtilization").doubleValue());
        assertEquals(0.9, json.get("gpus").get(1).get("reportedUtilization").doubleValue());
    }

    @Test
    void anExportWithoutGpusIsAnError() {
        CliRun ran = run("averages", FIXTURES + "no-dcgm.prom");
        assertEquals(1, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("error – " + FIXTURES + "no-dcgm.prom: There is no metric of DCGM"), ran.err());
    }

    /** 0.8 on 4 of 8 memory slices is 0.4 of the GPU; an empty GPU halves it. */
    @Test
    void anotherReadingComesWithItsBasisAndEmptyGpusCount() throws IOException {
        String labels = "gpu=\"0\",UUID=\"GPU-1\",modelName=\"NVIDIA"
                + " A100-SXM4-80GB\",GPU_I_PROFILE=\"4g.40gb\",GPU_I_ID=\"1\"} ";
        Path file = home.resolve("readings.prom");
        Files.writeString(
                file,
                "DCGM_FI_PROF_DRAM_ACTIVE{" + labels + "0.8\nDCGM_FI_PROF_GR_ENGINE_ACTIVE{" + labels
                        + "0.5\nDCGM_FI_DEV_FB_USED{" + labels + "1024\nDCGM_FI_DEV_POWER_USAGE{" + labels
                        + "231.5\n"
                        + "DCGM_FI_DEV_MIG_MODE{gpu=\"1\",UUID=\"GPU-2\",modelName=\"NVIDIA A100-SXM4-80GB\"} 1\n");
        JsonNode root = run("averages", "--json", "--metric", "bandwidth", file.toString())
                .json();
        assertEquals("bandwidth", root.get("metric").stringValue());
        assertEquals("memory-slices", root.get("basis").stringValue());
        assertEquals(0.4, root.get("fleet").get("wholeGpuUtilization").doubleValue(), 1e-15);
        JsonNode all = root.get("fleet").get("allGpus");
        assertEquals(2, all.get("gpus").intValue());
        assertEquals(1, all.get("empty").intValue());
        assertEquals(0.2, all.get("wholeGpuUtilization").doubleValue(), 1e-15);
        JsonNode gpu = root.get("gpus").get(0);
        assertEquals(231.5, gpu.get("powerWatts").doubleValue());
        JsonNode readings = gpu.get("instances").get(0).get("readings");
        assertEquals(0.5, readings.get("engine").doubleValue());
        assertTrue(readings.get("sm").isNull());
        assertEquals(1024, readings.get("memoryUsedMib").doubleValue());
        assertEquals(39.25, readings.get("memoryGib").doubleValue());
        JsonNode slices = run("averages", "--json", "--metric", "bandwidth", "--basis", "slices", file.toString())
                .json();
        assertEquals(0.8 * 4 / 7, slices.get("fleet").get("wholeGpuUtilization").doubleValue(), 1e-15);
        assertEquals(2, run("averages", "--metric", "speed", file.toString()).code());
    }

    @Test
    void aLayoutWithoutReadingsHasItsAllocatedShareOnly() {
        JsonNode root =
                run("averages", "--json", "samples/layout-nvidia-smi.txt").json();
        JsonNode fleet = root.get("fleet");
        assertTrue(fleet.get("instanceAverage").isNull());
        assertTrue(fleet.get("wholeGpuUtilization").isNull());
        assertEquals(5.0 / 7, fleet.get("allocatedShare").doubleValue(), 1e-15);
        CliRun table = run("averages", "samples/layout-nvidia-smi.txt");
        assertEquals(0, table.code());
        assertTrue(table.out().contains("71.4"), table.out());
    }

    @Test
    void columnsAreMappedAndConfigurationsChosen() {
        String bad = "src/test/resources/io/slicewise/bad/csv/all-called-value.csv";
        assertEquals(1, run("averages", bad).code());
        CliRun mapped = run(
                "averages", "--json", "--model=a100-40gb", "--map", "#2=0/7/1g.5gb", "--map", "#3 = 0/2/3g.20gb", bad);
        assertEquals(0, mapped.code(), mapped.err());
        assertFigures(mapped.json().get("fleet"), 0.375, 1.25 / 4, 1.25 / 7, 4.0 / 7);
        assertEquals(2, run("averages", "--map", "Value", bad).code());
        String config = FIXTURES + "migparted/config.yaml";
        assertEquals(1, run("averages", config).code());
        CliRun chosen = run("averages", "--json", "--config", "balanced", config);
        assertEquals(1.0, chosen.json().get("fleet").get("allocatedShare").doubleValue());
    }

    @Test
    void aRangeHasItsStatistics() throws IOException {
        StringBuilder json =
                new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                        + "{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-1\",\"GPU_I_ID\":\"1\",\"GPU_I_PROFILE\":\"3g.40gb\",\"modelName\":\"NVIDIA"
                        + " A100-SXM4-80GB\"},\"values\":[");
        for (int minute = 0; minute < 60; minute++) {
            json.append(minute == 0 ? "" : ",").append("[").append(1_700_002_800 + minute * 60);
            json.append(minute < 30 ? ",\"0.5\"]" : ",\"0.95\"]");
        }
        Path file = home.resolve("range.json");
        Files.writeString(file, json + "]}]}}");
        JsonNode all =
                run("averages", "--json", file.toString()).json().get("ranges").get(0);
        assertEquals(0.725, all.get("sliceWeightedAverage").get("mean").doubleValue(), 1e-12);
        assertEquals(1800, all.get("sliceWeightedAverage").get("aboveSeconds").doubleValue());
        assertEquals(0.95 * 3 / 7, all.get("wholeGpuUtilization").get("max").doubleValue(), 1e-12);
        assertEquals("2023-11-15T00:00:00Z", all.get("to").stringValue());
        CliRun part =
                run("averages", file.toString(), "--from", "2023-11-14T23:20:00Z", "--to", "2023-11-14T23:40:00+00:00");
        assertEquals(0, part.code());
        assertTrue(part.out().contains("from 2023-11-14T23:20:00Z to 2023-11-14T23:40:00Z (UTC)"), part.out());
        assertTrue(part.out().contains("72.5"), part.out());
        assertTrue(part.out().contains("50.0"), part.out());
        assertEquals(
                List.of(
                        "time,instanceAverage,sliceWeightedAverage,wholeGpuUtilization,allocatedShare,coverage",
                        "2023-11-14T23:20:00Z,0.5,0.5,0.21428571428571427,0.42857142857142855,1.0"),
                run("averages", file.toString(), "--csv", "--from", "2023-11-14T23:20:00Z")
                        .out()
                        .lines()
                        .limit(2)
                        .toList());
        assertEquals(
                1,
                run("averages", "--csv", "samples/main-example.slicewise.json").code());
        assertEquals(2, run("averages", "--csv", "--json", file.toString()).code());
        assertEquals(2, run("averages", file.toString(), "--from", "yesterday").code());
        assertEquals(
                2,
                run("averages", file.toString(), "--from", "2023-11-14T23:20:00Z", "--to", "2023-11-14T23:20:00Z")
                        .code());
    }
}
