package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.AppFolders;
import io.slicewise.json.JsonDocument;
import io.slicewise.text.Language;
import io.slicewise.text.Visible;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What reaches a terminal, and what happens where nothing can. */
class TerminalTest {
    private static final String MAIN = "samples/main-example.slicewise.json";

    /** Clears the screen, sets the title of the window, does it in one byte, and turns the direction. */
    private static final String NASTY = "\u001b[2J\u001b]0;owned\u0007\u009b31m\u202egpu\u2066\u200f\u007f";

    @TempDir
    private Path home;

    private static final class Failing extends OutputStream {
        private final String why;

        Failing(String why) {
            this.why = why;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(why);
        }
    }

    private int run(OutputStream out, OutputStream err, String input, String... args) {
        Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
        return new Cli(terminal, new AppFolders(home), Language.ENGLISH).run(args);
    }

    private String ran(String input, String... args) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        run(all, all, input, args);
        return all.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"averages -", "averages --json -", "queries -", "queries --json -", "fits -", "no-such\u001b[2J"
            })
    void nothingOfAnExportCommandsTheTerminal(String command) {
        StringBuilder scrape = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            scrape.append("DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"" + i + NASTY + "\",UUID=\"GPU-" + i + NASTY)
                    .append("\",modelName=\"NVIDIA A100-SXM4-80GB" + NASTY
                            + "\",GPU_I_PROFILE=\"1g.10gb\",GPU_I_ID=\"7")
                    .append("\",Hostname=\"node" + NASTY + "\",namespace=\"team" + NASTY + "\"} 0.5\n");
        }
        scrape.append("not a line " + NASTY + "\n");
        String said = ran(scrape.toString(), command.split(" "));
        assertVisible(said);
        assertFalse(said.isEmpty());
    }

    @Test
    void nothingOfADashboardCommandsTheTerminal() throws IOException {
        Path dashboard = home.resolve("board.json");
        String json = """
            {"panels": [{"title": "T%s", "targets": [{"expr":
            "avg(DCGM_FI_DEV_GPU_UTIL{Hostname=~\\"a%s\\"})"}]}]}
            """;
        String escaped = NASTY.replace("\u001b", "\\u001b").replace("\u0007", "\\u0007");
        Files.writeString(dashboard, json.replace("%s", escaped));
        assertVisible(ran("", "check", dashboard.toString()));
        assertVisible(ran("", "check", "--json", dashboard.toString()));
    }

    @Test
    void aNameOfAFileAndOfAGpuIsWrittenOut() throws IOException {
        String said = ran("", "averages", "no\u001b[31m\nerror \u2013 such");
        assertVisible(said);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("no\\u001b[31m\\nerror"), said);
    }

    private static void assertVisible(String said) {
        assertFalse(said.codePoints().anyMatch(c -> c != '\n' && Visible.isHidden(c)), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "averages " + MAIN,
                "averages --json " + MAIN,
                "queries " + MAIN,
                "catalog",
                "--help",
                "--version"
            })
    void anOutputThatCannotBeWrittenIsAFailureWithASentence(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(new Failing("No space left on device"), err, "", command.split(" "));
        assertEquals(Cli.FAILED, code);
        assertEquals(
                "The output could not be written. The disk is full. Make room on it, or choose another place."
                        + System.lineSeparator(),
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void problemsThatCannotBeWrittenAreAFailure() {
        assertEquals(
                Cli.FAILED,
                run(new ByteArrayOutputStream(), new Failing("No space left on device"), "x 1\n", "averages", "-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "The pipe is being closed"})
    void aPipeThatNobodyReadsAnyMoreIsQuiet(String why) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(Cli.OK, run(new Failing(why), err, "", "catalog"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theJsonStillHasTheNameAsItIs() {
        String scrape = "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",UUID=\"GPU-0\",modelName=\"NVIDIA A100-SXM4-80GB\","
                + "GPU_I_PROFILE=\"1g.10gb\",GPU_I_ID=\"7\",Hostname=\"a" + NASTY + "\"} 0.5\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        run(out, new ByteArrayOutputStream(), scrape, "averages", "--json", "-");
        JsonNode root = JsonDocument.mapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertEquals("a" + NASTY, root.get("gpus").get(0).get("host").stringValue(), root.toString());
    }
}
