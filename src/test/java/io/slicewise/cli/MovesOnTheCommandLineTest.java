package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code moves}, {@code change} and {@code fits}. */
class MovesOnTheCommandLineTest {
    private static final String HOST = "samples/host-8-gpus.slicewise.json";

    @TempDir
    private Path folder;

    private CliRun run(String... args) {
        return CliRun.in(folder, args);
    }

    /** Two 1g on a GPU between which no 3g fits. */
    private String node(String start) throws IOException {
        Path file = folder.resolve("node-" + start + ".slicewise.json");
        Files.writeString(file, """
            {"formatVersion": 1, "name": "node", "gpus": [{"id": "g0", "name": "GPU 0", "model": "a100-80gb", "instances": [
              {"id": "1", "profile": "2g.20gb", "start": 0, "utilization": 0.5, "owner": "db"},
              {"id": "2", "profile": "1g.10gb", "start": %s, "utilization": 0.5},
              {"id": "3", "profile": "1g.10gb", "start": 6, "utilization": 0.5}]}]}
            """.formatted(start));
        return file.toString();
    }

    @Test
    void movesHaveTheShapeOfTheReadme() throws IOException {
        CliRun ran = run("moves", node("4"), "--free", "3g", "--pin", "owner=db", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(2, ran.json().get("moves").intValue());
        assertTrue(ran.json().get("possible").booleanValue());
        assertEquals("g0@4", ran.json().get("steps").get(0).get("from").stringValue());
        assertEquals("2", ran.json().get("steps").get(0).get("instance").stringValue());
        assertEquals("g0@4", ran.json().get("room").get(0).get("at").stringValue());
        assertEquals(2, ran.json().get("newFirst").get("moves").intValue());
    }

    @Test
    void aChangeLeadsToAPlan() throws IOException {
        Path plan = folder.resolve("p.plan.json");
        Files.writeString(plan, """
            {"formatVersion": 1, "name": "p", "demand": [{"name": "a", "count": 1, "profile": "2g"},
              {"name": "b", "count": 1, "profile": "3g"}], "offers": [{"model": "a100-80gb"}]}
            """);
        CliRun ran = run("change", node("4"), plan.toString(), "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(1, ran.json().get("kept").size());
        assertEquals(2, ran.json().get("drained").size());
        assertEquals("3g.40gb@4", ran.json().get("created").get(0).get("at").stringValue());
    }

    @Test
    void whatFitsCanBeAskedOfOneGpu() throws IOException {
        CliRun ran = run("fits", HOST, "--on", "gpu-7", "--json");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(1, ran.json().get("profiles").get(0).get("afterMoves").intValue());
        assertEquals(Cli.USAGE, run("fits", node("4"), "--on", "nowhere").code());
    }

    @Test
    void theImpossibleEndsWith3AndSaysWhy() {
        CliRun ran = run("moves", HOST, "--free", "4g");
        assertEquals(Cli.IMPOSSIBLE, ran.code());
        assertTrue(ran.err().contains("compute slices"), ran.err());
        CliRun stop = run("moves", HOST, "--free", "1g", "--on", "gpu-7", "--json");
        assertEquals(Cli.OK, stop.code(), stop.err());
        assertEquals(3, stop.json().get("moves").intValue());
        assertFalse(stop.json().get("newFirst").get("possible").booleanValue());
        assertEquals(
                Cli.IMPOSSIBLE,
                run("moves", HOST, "--free", "1g", "--on", "gpu-7", "--new-first")
                        .code());
    }

    @Test
    void callsThatMeanNothingEndWith2() {
        assertEquals(Cli.USAGE, run("moves", HOST).code());
        assertEquals(
                Cli.USAGE, run("moves", HOST, "--free", "1g", "--on", "GPU 9").code());
        assertEquals(
                Cli.USAGE, run("moves", HOST, "--free", "1g", "--pin", "db").code());
        assertEquals(Cli.USAGE, run("change", HOST).code());
        assertEquals(
                Cli.USAGE, run("change", HOST, HOST, "--commands", "docker").code());
        assertEquals(
                Cli.FAILED, run("moves", "no-such-file.json", "--free", "1g").code());
    }

    @Test
    void whatFitsComesInThreeNumbers() throws IOException {
        JsonNode profiles = run("fits", node("4"), "--json").json().get("profiles");
        assertEquals("3g.40gb", profiles.get(2).get("profile").stringValue());
        assertEquals(0, profiles.get(2).get("now").intValue());
        assertEquals(1, profiles.get(2).get("afterMoves").intValue());
        assertEquals(1, profiles.get(2).get("bySlices").intValue());
        assertTrue(run("fits", HOST, "--lang", "ko").out().contains("단편화"));
    }

    @Test
    void aChangeIsPrintedAsStepsOrAsCommands() throws IOException {
        String before = node("4");
        String after = node("3");
        JsonNode json = run("change", before, after, "--json").json();
        assertEquals(2, json.get("kept").size());
        assertEquals(1, json.get("drained").size());
        assertEquals("1g.10gb@3", json.get("created").get(0).get("at").stringValue());
        assertEquals(0, json.get("migPartedDrains").size());
        assertTrue(json.get("steps").get(0).get("freeAlready").booleanValue());
        assertTrue(
                run("change", before, after, "--commands", "nvidia-smi").out().contains("create 0 19 3"));
        assertTrue(
                run("change", before, after, "--commands", "mig-parted").out().contains("mig-configs:"));
        assertTrue(run("change", before, after, "--commands", "label").out().contains("kubectl cordon"));
        assertTrue(run("moves", before, "--free", "3g", "--commands", "nvidia-smi")
                .out()
                .contains("destroy 0 19 4"));
    }
}
