package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code cost}, {@code power}, {@code size}, {@code forecast}, {@code seek} and {@code replay}. */
class WorthOnTheCommandLineTest {
    private static final String MAIN = "samples/main-example.slicewise.json";
    private static final String SCENARIO = "samples/scenario-1-idle-3g.slicewise.json";
    private static final String RANGE = "samples/snapshot-range.json";
    private static final String GPU = "GPU-00000000-0000-4000-8000-000000000001";
    private static final long MIDNIGHT = 1_767_571_200;
    private static final double EXACT = 1e-9;

    @TempDir
    private Path folder;

    private CliRun run(String... args) {
        return CliRun.in(folder, args);
    }

    /** Hourly readings of a 3g and a 2g of one A100 over some days. */
    private String range(int days, IntToDoubleFunction threeG, IntToDoubleFunction twoG) throws IOException {
        Path file = folder.resolve("range.json");
        Files.writeString(
                file, """
                    {"status":"success","data":{"resultType":"matrix","result":[%s,%s]}}
                    """.formatted(series("1", "3g.40gb", days, threeG), series("2", "2g.20gb", days, twoG)));
        return file.toString();
    }

    private static String series(String id, String profile, int days, IntToDoubleFunction reading) {
        StringBuilder values = new StringBuilder();
        for (int hour = 0; hour < days * 24; hour++) {
            values.append(hour == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT, "[%d,\"%.6f\"]", MIDNIGHT + hour * 3600L, reading.applyAsDouble(hour)));
        }
        return """
            {"metric":{"__name__":"DCGM_FI_PROF_GR_ENGINE_ACTIVE","UUID":"%s","gpu":"0","GPU_I_ID":"%s",\
            "GPU_I_PROFILE":"%s","modelName":"NVIDIA A100-SXM4-80GB","namespace":"team-%s"},"values":[%s]}\
            """.formatted(GPU, id, profile, id, values);
    }

    @Test
    void costOfTheMainExample() {
        CliRun ran = run("cost", MAIN, "--rate", "a100-80gb=2.5", "--hours", "24", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(60, ran.number("total"));
        assertEquals(30.857142857, ran.number("used"), EXACT);
        assertEquals(12, ran.number("idleAllocated"), EXACT);
        assertEquals(17.142857143, ran.number("unallocated"), EXACT);
        assertEquals(42.857142857, ran.json().get("by").get(0).get("cost").doubleValue(), EXACT);
        CliRun spread =
                run("cost", MAIN, "--rate", "a100-80gb=2.5", "--hours", "24", "--by", "profile", "--spread", "--json");
        assertEquals(36, spread.json().get("by").get(0).get("cost").doubleValue(), EXACT);
        assertEquals(24, spread.json().get("by").get(1).get("cost").doubleValue(), EXACT);
        CliRun table = run("cost", MAIN, "--rate", "a100-80gb=2.5", "--hours", "24");
        assertTrue(table.out().contains("30.86") && table.out().contains("12.00"), table.out());
    }

    @Test
    void costOverARangeByALabel() throws IOException {
        CliRun ran = run("cost", range(2, _ -> 0.5, _ -> 0.25), "--rate", "a100-80gb=7", "--by", "namespace", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(48, ran.number("hours"), EXACT);
        assertEquals(336, ran.number("total"), EXACT);
        assertEquals(48 * (1.5 + 0.5), ran.number("used"), 1e-6);
        assertEquals("team-1", ran.json().get("by").get(0).get("name").stringValue());
        assertEquals(144, ran.json().get("by").get(0).get("cost").doubleValue(), EXACT);
        assertEquals(96, ran.number("unallocated"), EXACT);
    }

    @Test
    void aRateFromAPurchaseAndNoneThatIsGuessed() {
        String purchase = "a100-80gb,price=25000,rest=2500,years=4,watts=353.5,pue=1.4,kwh=0.15,other=0.2";
        assertEquals(
                0.916358288, run("cost", MAIN, "--rate", purchase, "--json").number("total"), EXACT);
        CliRun none = run("cost", MAIN);
        assertEquals(Cli.USAGE, none.code());
        assertTrue(none.err().contains("a100-80gb"), none.err());
        assertEquals(Cli.USAGE, run("cost", MAIN, "--rate", "a100-80gb").code());
        assertEquals(Cli.USAGE, run("cost", MAIN, "--rate", "a100-80gb,price=1").code());
        assertEquals(
                Cli.USAGE,
                run("cost", MAIN, "--rate", "a100-80gb=1", "--rule", "fair").code());
    }

    @Test
    void wholeAndEmptyGpusAreInTheCost() {
        CliRun ran =
                run("cost", "samples/snapshot-mixed.prom", "--rate", "a100-80gb=1", "--rate", "a30-24gb=0.5", "--json");
        assertEquals(0, ran.code(), ran.err());
        JsonNode fleet =
                run("averages", "samples/snapshot-mixed.prom", "--json").json();
        int gpus = fleet.get("gpus").size() + fleet.get("wholeGpus").size();
        assertTrue(ran.number("total") <= gpus && ran.number("total") >= gpus * 0.5, ran.out());
    }

    @Test
    void powerOfTheMainExample() {
        CliRun ran = run("power", MAIN, "--idle", "50", "--max", "400", "--pue", "1.3", "--price", "0.2", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(230, ran.number("watts"), EXACT);
        assertEquals(180, ran.number("active"), EXACT);
        assertEquals(14.285714286, ran.number("unallocatedIdle"), EXACT);
        assertEquals(0.299, ran.number("kwh"), EXACT);
        JsonNode first = ran.json().get("instances").get(0);
        assertEquals(61.142857143, first.get("byActivity").doubleValue(), EXACT);
        assertEquals(52.142857143, first.get("bySlicesAndActivity").doubleValue(), EXACT);
        // the catalogue knows the A100: 66 W idle, 400 W at most
        assertEquals(66 + 334 * 18 / 35.0, run("power", MAIN, "--json").number("watts"), EXACT);
    }

    /** Both GPUs were measured: 312.4 and 198.7 W, of which the catalogue knows 66 as idle. */
    @Test
    void measuredWattsAreTheTotalAndOnlyTheirPartsAreAttributed() {
        CliRun ran = run("power", "samples/snapshot-a100-mig.prom", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(511.1, ran.number("watts"), EXACT);
        assertEquals(511.1 - 2 * 66, ran.number("active"), EXACT);
        double attributed = 0;
        for (JsonNode one : ran.json().get("instances")) {
            attributed += one.get("byActivity").doubleValue();
        }
        assertEquals(511.1, attributed + ran.number("unallocatedIdle") + ran.number("unattributed"), EXACT);
    }

    @Test
    void unknownWattsAreAskedFor() {
        CliRun ran = run("power", RANGE, "--json");
        assertEquals(Cli.IMPOSSIBLE, ran.code());
        assertTrue(ran.json().get("watts").isNull());
        assertTrue(ran.err().contains("h100-80gb-sxm"), ran.err());
        assertEquals(
                Cli.USAGE, run("power", MAIN, "--idle", "500", "--max", "400").code());
    }

    @Test
    void sizesByWhatWasRecorded() throws IOException {
        CliRun ran = run("size", range(2, hour -> 0.9, _ -> 0.5), "--json");
        assertEquals(0, ran.code(), ran.err());
        JsonNode three = ran.json().get("instances").get(0);
        assertEquals("too-small", three.get("verdict").stringValue());
        assertEquals("4g.40gb", three.get("smallest").stringValue());
        assertEquals(3.375, three.get("slices").doubleValue(), EXACT);
        JsonNode two = ran.json().get("instances").get(1);
        assertEquals("no-answer", two.get("verdict").stringValue());
        assertEquals("saturated", two.get("why").stringValue());
        CliRun calibrated = run("size", range(2, hour -> 0.9, _ -> 0.5), "--full", "2g=0.5", "--json");
        assertEquals(
                "3g.40gb",
                calibrated.json().get("instances").get(1).get("smallest").stringValue());
    }

    @Test
    void refusalsEndWith3() throws IOException {
        assertEquals(Cli.IMPOSSIBLE, run("size", MAIN).code());
        CliRun shortRange = run("size", RANGE);
        assertEquals(Cli.IMPOSSIBLE, shortRange.code());
        assertTrue(shortRange.out().contains("24 hours"), shortRange.out());
        assertEquals(Cli.IMPOSSIBLE, run("forecast", MAIN, "--capacity", "0.8").code());
        CliRun early = run("forecast", RANGE, "--capacity", "0.8", "--json");
        assertEquals(Cli.IMPOSSIBLE, early.code());
        assertEquals("tooShort", early.json().get("refusal").stringValue());
        CliRun flat = run("forecast", range(20, _ -> 0.5, _ -> 0.5), "--capacity", "0.6");
        assertEquals(Cli.IMPOSSIBLE, flat.code());
        assertTrue(flat.err().contains("no trend"), flat.err());
        assertEquals(Cli.USAGE, run("forecast", RANGE).code());
    }

    @Test
    void aLineIsForecast() throws IOException {
        IntToDoubleFunction rising = hour -> 0.3 + 0.01 * Math.floorDiv(hour, 24);
        CliRun ran = run("forecast", range(20, rising, rising), "--slices", "2.75", "--json");
        assertEquals(0, ran.code(), ran.err());
        // 5 slices at 0.3 + 0.01 a day: 2.75 at 0.55, day 25, the sixth after day 19
        assertEquals(0.05, ran.number("slopePerDay"), EXACT);
        assertEquals(6, ran.json().get("expected").get("inDays").intValue());
        assertEquals("2026-01-30", ran.json().get("expected").get("date").stringValue());
        CliRun share = run("forecast", range(20, rising, rising), "--capacity", "39.2%");
        assertTrue(share.out().contains("2026-01-30"), share.out());
    }

    @Test
    void seekCountsHowManyHaveToBeAtAValue() {
        CliRun ran =
                run("seek", SCENARIO, "--goal", "weighted=96%", "--vary", "1,2,3,4", "--count-at", "100%", "--json");
        assertEquals(Cli.OK, ran.code(), ran.err());
        assertTrue(ran.out().contains("\"value\" : 2"), ran.out());
        CliRun never = run("seek", SCENARIO, "--goal", "weighted=96%", "--vary", "1,2,3", "--count-at", "100%");
        assertEquals(Cli.IMPOSSIBLE, never.code());
        assertTrue(never.err().contains("between 60.0% and 65.0%"), never.err());
    }

    @Test
    void figuresHaveNoNoiseOfBinaryFractions() {
        CliRun ran = run("seek", MAIN, "--goal", "weighted=70%", "--vary", "gpu-0/4", "--json");
        assertTrue(ran.out().contains("\"reach\" : [ 0.48, 0.88 ]"), ran.out());
        assertEquals(
                "0.3", Json.document().put("figure", 0.1 + 0.2).get("figure").toString());
        assertEquals("0.0", Json.document().put("figure", -0.0).get("figure").toString());
        assertEquals("[0.3]", Json.document().putArray("figures").add(0.1 + 0.2).toString());
        // one that is not short keeps every digit
        assertEquals(
                5 / 7.0, Json.document().put("figure", 5 / 7.0).get("figure").doubleValue());
    }

    @Test
    void seekGivesWhatItTakesAndTheReach() {
        CliRun ran = run("seek", SCENARIO, "--goal", "weighted=70%", "--vary", "gpu-0/4", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.json().get("possible").booleanValue());
        assertEquals(0.5, ran.number("value"), EXACT);
        assertEquals(0.45, ran.json().get("reach").get(0).doubleValue(), EXACT);
        assertEquals(0.95, ran.json().get("reach").get(1).doubleValue(), EXACT);
        CliRun never = run("seek", SCENARIO, "--goal", "weighted=0.97", "--vary", "GPU 0/4", "--json");
        assertEquals(Cli.IMPOSSIBLE, never.code());
        assertFalse(never.json().get("possible").booleanValue());
        assertTrue(never.json().get("value").isNull());
        assertTrue(never.err().contains("95.0"), never.err());
        assertEquals(
                1 / 3.0,
                run("seek", MAIN, "--goal", "whole=0.2380952380952381", "--vary", "1,2,3,4", "--json")
                        .number("value"),
                EXACT);
        assertEquals(
                Cli.USAGE, run("seek", SCENARIO, "--goal", "w=1", "--vary", "4").code());
        assertEquals(
                Cli.USAGE,
                run("seek", SCENARIO, "--goal", "weighted=1", "--vary", "9").code());
    }

    @Test
    void replayInALayoutOfAFile() throws IOException {
        Path layout = folder.resolve("after.slicewise.json");
        Files.writeString(layout, """
            {"formatVersion": 1, "name": "after", "gpus": [{"id": "%s", "name": "GPU 0", "model": "a100-80gb", "instances": [
              {"id": "1", "profile": "2g.20gb", "start": 0}, {"id": "2", "profile": "1g.10gb", "start": 2}]}]}
            """.formatted(GPU));
        String range = range(2, hour -> hour % 2 == 0 ? 0.5 : 0.9, _ -> 0.25);
        CliRun ran = run("replay", range, "--layout", layout.toString(), "--json");
        assertEquals(0, ran.code(), ran.err());
        JsonNode first = ran.json().get("instances").get(0);
        // 1.5 and 2.7 slices in two
        assertEquals(0.5, first.get("fullShare").doubleValue(), EXACT);
        assertEquals(24 * 0.7, first.get("lostSliceHours").doubleValue(), 1e-6);
        assertEquals(24 * 0.7 / (48 * 2.1 + 48 * 0.5), ran.number("lostShare"), EXACT);
        assertEquals(
                (0.875 + 0.5) / 2,
                ran.json().get("after").get("instanceAverage").doubleValue(),
                1e-6);
        assertEquals(3 / 7.0, ran.json().get("after").get("allocatedShare").doubleValue(), EXACT);
    }

    @Test
    void replayInProposedSizesAndWhatIsImpossible() throws IOException {
        String range = range(2, hour -> 0.9, _ -> 0.9);
        CliRun ran = run("replay", range, "--sizes", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                "4g.40gb",
                ran.json()
                        .get("instances")
                        .get(0)
                        .get("to")
                        .get(0)
                        .get("profile")
                        .stringValue());
        assertEquals(0, ran.json().get("gpusFreed").intValue());
        assertEquals(0, ran.number("lostShare"));
        CliRun homeless = run("replay", range, "--layout", "samples/hardware-a30.slicewise.json");
        assertEquals(Cli.IMPOSSIBLE, homeless.code());
        assertTrue(homeless.err().contains("ID 1"), homeless.err());
        assertEquals(Cli.USAGE, run("replay", range).code());
        assertEquals(
                Cli.USAGE, run("replay", range, "--sizes", "--layout", MAIN).code());
    }

    @Test
    void everyTableIsThereInKorean() throws IOException {
        String range = range(20, hour -> 0.3 + 0.01 * Math.floorDiv(hour, 24), _ -> 0.4);
        assertTrue(
                run("cost", MAIN, "--rate", "a100-80gb=1", "--lang", "ko").out().contains("할당 후 유휴"));
        assertTrue(run("power", MAIN, "--lang", "ko").out().contains("카탈로그"));
        assertTrue(run("size", range, "--lang", "ko").out().contains("판정"));
        assertTrue(run("forecast", range, "--capacity", "0.9", "--lang", "ko")
                .out()
                .contains("이르면"));
        assertTrue(run("replay", range, "--sizes", "--lang", "ko").out().contains("처리하지 못한 수요"));
        assertTrue(run("seek", SCENARIO, "--goal", "weighted=70%", "--vary", "4", "--lang", "ko")
                .out()
                .contains("50.0%"));
    }
}
