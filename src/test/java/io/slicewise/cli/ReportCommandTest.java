package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code report}: the files, what is said, the exit code. */
class ReportCommandTest {
    private static final String MAIN = "samples/main-example.slicewise.json";
    private static final String IDLE = "samples/scenario-1-idle-3g.slicewise.json";

    @TempDir
    private Path home;

    /** What a command left behind. */
    private CliRun run(String... args) {
        return CliRun.in(
                home, Stream.concat(Stream.of("report"), Stream.of(args)).toArray(String[]::new));
    }

    private String out() {
        return home.resolve("new/folder").toString();
    }

    @Test
    void everyFormatThatWasAskedForIsThereAndIsNamed() throws IOException {
        CliRun ran = run(MAIN, "--format", "pdf, html,csv,svg", "--lang", "ko", "--out", out());
        String start = Path.of(out(), "main-example-executive-ko").toString();
        assertAll(
                () -> assertEquals(0, ran.code(), ran.err()),
                () -> assertEquals("", ran.err()),
                () -> assertEquals(
                        List.of(start + ".pdf", start + ".html", start + ".csv", start + "-chart-1.svg"),
                        ran.out().lines().toList()));
        assertTrue(Files.readString(Path.of(start + ".html")).contains("<html lang=\"ko\">"));
        assertEquals(
                "%PDF-",
                Files.readString(Path.of(start + ".pdf"), StandardCharsets.ISO_8859_1)
                        .substring(0, 5));
    }

    @Test
    void titleAuthorDateAndAlertStandInIt() throws IOException {
        CliRun ran = run(
                MAIN,
                "--format",
                "md",
                "--audience",
                "operator",
                "--title",
                "For the board",
                "--author",
                "Dana Kim",
                "--date",
                "2026-01-31",
                "--alert",
                "70",
                "--out",
                out());
        assertEquals(0, ran.code(), ran.err());
        String said = Files.readString(Path.of(ran.out().strip())).replace('\u00a0', ' ');
        assertAll(
                () -> assertTrue(said.startsWith("# For the board\n"), said),
                () -> assertTrue(said.contains("Dana Kim · 31 January 2026"), said),
                () -> assertTrue(said.contains("Alert at 70.0%"), said),
                () -> assertTrue(said.contains("2.0 points above"), said));
    }

    @Test
    void twoDocumentsAreCompared() throws IOException {
        CliRun ran = run(MAIN, IDLE, "--template", "comparison", "--format", "md", "--out", out());
        assertEquals(0, ran.code(), ran.err());
        String said = Files.readString(Path.of(ran.out().strip())).replace('\u00a0', ' ');
        assertTrue(said.contains("| Slice-weighted average | 72.0% | 60.0% | −12.0 pp |"), said);
        CliRun one = run(MAIN, "--template", "comparison", "--out", out());
        assertEquals(2, one.code());
        assertTrue(one.err().contains("comparison needs 2 files."), one.err());
    }

    @Test
    void severalFilesAreOneFleet() throws IOException {
        CliRun ran = run(MAIN, IDLE, "--template", "fleet", "--format", "md", "--out", out());
        String said = Files.readString(Path.of(ran.out().strip()));
        assertTrue(said.contains("2 GPUs, 8 instances, 8 of them reported."), said);
    }

    @ParameterizedTest
    @CsvSource({
        "--template, poem, 'executive, full'",
        "--format, 'pdf,doc', 'pdf, pptx'",
        "--audience, everybody, 'manager, engineer, operator'",
        "--alert, 120, 1–100",
        "--alert, high, 1–100",
        "--logo, README.md, no PNG or JPEG",
        "--logo, nothing.png, no PNG or JPEG",
    })
    void whatIsNotUnderstoodIsSaid(String option, String value, String said) {
        CliRun ran = run(MAIN, option, value, "--out", out());
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains(said), ran.err());
        assertFalse(Files.exists(Path.of(out())));
    }

    @Test
    void aFileThatCannotBeReadMakesNoReport() {
        CliRun ran = run(MAIN, "nothing.json", "--out", out());
        assertEquals(1, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("nothing.json"), ran.err());
        assertFalse(Files.exists(Path.of(out())));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(home.resolve("taken"), "a file");
        CliRun ran = run(MAIN, "--format", "md", "--out", file.toString());
        assertEquals(1, ran.code());
        assertTrue(ran.err().contains("The report could not be written"), ran.err());
    }
}
