package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.fleet.Fleets;
import io.slicewise.samples.Sample;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenerTest {
    static final Path BAD = Path.of("src", "test", "resources", "io", "slicewise", "bad");

    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);

    @TempDir
    private Path folder;

    /** The only error of what could not be opened, as it is shown. */
    private static String error(Opened opened) {
        List<Problem> errors = assertInstanceOf(NotOpened.class, opened).problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        assertEquals(1, errors.size(), errors.toString());
        return errors.getFirst().where() + " = "
                + Messages.in(Language.ENGLISH).say(errors.getFirst().message());
    }

    /** Every file in the folder {@code bad} has one defect, and one sentence for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        cut-off.slicewise.json             | :9 = This is not valid JSON
        wrong-version.slicewise.json       | : formatVersion = The file has format version 7; this version of Slicewise reads version 1. Open it with a newer Slicewise.
        no-version.slicewise.json          | ~ = This is JSON, but not a Slicewise scenario~
        unknown-model.slicewise.json       | : gpus[0].model = The GPU model “a1000-80gb” is not in the catalogue.
        unknown-profile.slicewise.json     | : gpus[0].instances[1].profile = There is no profile “5g.50gb” on A100 80GB
        overlapping.slicewise.json         | : gpus[0].instances = This partition cannot exist on the hardware: 1g.10gb at 5 and 3g.40gb at 4 overlap.
        no-such-start.slicewise.json       | : gpus[0].instances = This partition cannot exist on the hardware: 3g.40gb cannot start at memory slice 2; it can at 0, 4.
        utilization-130.slicewise.json     | : gpus[0].instances[0].utilization = Expected a number from 0 to 1, found 130.
        utilization-as-text.slicewise.json | : gpus[0].instances[1].utilization = Expected a number from 0 to 1, found "30 %".
        duplicate-instance.slicewise.json  | : gpus[0].instances[1].id = There are two instances with the id “1” on this GPU.
        duplicate-gpu.slicewise.json       | : gpus[1].id = There are two GPUs with the id “gpu-0”.
        duplicate-field.slicewise.json     | :4 = This is not valid JSON: the field
        no-id.slicewise.json               | : gpus[0].instances[1].id = A value is missing here.
        list.json                          | ~ = This is JSON, but not a Slicewise scenario~
        prose.slicewise.json               | ~ = This looks like text of another kind. Slicewise reads~
        page.html                          | ~ = This looks like the page of a sign-in~
        inventory.xml                      | ~ = There is no GPU in this XML.~
        empty.slicewise.json               | ~ = The file is empty.~
        spaces.slicewise.json              | ~ = This looks like text of another kind.~
        latin1.slicewise.json              | ~ = The text is not UTF-8.~
        utf-16-cut-off.slicewise.json      | :
        """)
    void aDefectIsNamedWithItsPlace(String file, String expected) {
        String error = error(OPENER.open(BAD.resolve(file)));
        String shown = BAD.resolve(file) + expected;
        assertTrue(error.startsWith(shown), error);
    }

    @Test
    void severalConflictsOfOneDefectAreAllNamed() {
        Opened opened = OPENER.open(BAD.resolve("too-many-slices.slicewise.json"));
        Set<String> said = opened.problems().stream()
                .map(problem -> Messages.in(Language.ENGLISH).say(problem.message()))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "This partition cannot exist on the hardware: 10 compute slices are used; "
                                + "A100 80GB has 7. "
                                + "Change a start or remove an instance.",
                        "This partition cannot exist on the hardware: 7g.80gb at 0 and 3g.40gb at 4 overlap. "
                                + "Change a start or remove an instance."),
                said);
    }

    @Test
    void noBadFileIsForgotten() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            TreeSet<String> names = files.filter(file -> Files.isRegularFile(file) && !file.endsWith("expected.txt"))
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(22, names.size(), "a new file needs a line in the table above: " + names);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"255044462d", "89504e47", "ffd8ffe0", "7f454c460100"})
    void whatIsNoTextIsRecognised(String hex) {
        String error = error(OPENER.open("x", HexFormat.of().parseHex(hex)));
        List<String> kinds = List.of("a PDF", "a picture", "binary data");
        assertTrue(kinds.stream().anyMatch(kind -> error.startsWith("x = This looks like " + kind)), error);
    }

    @Test
    void zerosAreRefusedWithoutReadingThem() throws IOException {
        Path zeros = folder.resolve("zeros.slicewise.json");
        try (RandomAccessFile file = new RandomAccessFile(zeros.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertTrue(error(OPENER.open(zeros)).contains("This looks like binary data"));
    }

    @Test
    void aScenarioOfMoreThan64MegabytesIsRefusedBeforeItIsRead() throws IOException {
        Path large = folder.resolve("large.slicewise.json");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.write("{\"formatVersion\":1,".getBytes(StandardCharsets.UTF_8));
            file.write(" ".repeat(Beginning.LENGTH).getBytes(StandardCharsets.UTF_8));
            file.setLength(Opener.LARGEST_SCENARIO + 1);
        }
        assertTrue(error(OPENER.open(large)).contains("larger than 64 MB"));
    }

    @Test
    void aStreamThatDoesNotEndIsLeftAtTheLimit() {
        long[] given = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return given[0]++ == 0 ? '{' : ' ';
            }

            @Override
            public int read(byte[] to, int from, int length) {
                Arrays.fill(to, from, from + length, (byte) ' ');
                if (given[0] == 0 && length > 0) {
                    to[from] = '{';
                }
                given[0] += length;
                return length;
            }
        };
        assertTrue(error(OPENER.open("stdin", endless)).contains("larger than 64 MB"));
        assertTrue(given[0] < Opener.LARGEST_SCENARIO + (1 << 20), "read " + given[0]);
    }

    @Test
    void deepNestingIsRefused() {
        String error = error(OPENER.open("deep", "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)));
        assertTrue(error.startsWith("deep = This is not valid JSON: something in it is deeper"), error);
    }

    @Test
    void aStoppedReadingIsNothingWhateverTheFormatAndNoFailure() throws IOException {
        for (String sample : List.of("snapshot-a100-mig.prom", "snapshot-grafana.csv", "main-example.slicewise.json")) {
            Opened opened = OPENER.open(Path.of("samples", sample), new ReadWatch() {
                @Override
                public boolean cancelled() {
                    return true;
                }
            });
            NotOpened nothing = assertInstanceOf(NotOpened.class, opened, sample);
            assertEquals(
                    List.of(Problem.Severity.INFO),
                    nothing.problems().stream().map(Problem::severity).toList());
        }
    }

    @Test
    void theProgressEndsAtTheSizeOfTheFileAlsoOfACompressedOne() throws IOException {
        Path file = folder.resolve("scrape.prom.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(Path.of("samples", "snapshot-a100-mig.prom"), out);
        }
        AtomicLong read = new AtomicLong();
        Opened opened = OPENER.open(file, new ReadWatch() {
            @Override
            public void progress(long bytes) {
                read.set(bytes);
            }
        });
        assertInstanceOf(SnapshotOpened.class, opened);
        assertEquals(Files.size(file), read.get());
    }

    @Test
    void aFolderAndAMissingFileAreNoDocuments() {
        assertEquals(folder + " = This is a folder. Name a file in it.", error(OPENER.open(folder)));
        Path missing = folder.resolve("missing.json");
        assertEquals(missing + " = There is no such file. Check the name and the folder.", error(OPENER.open(missing)));
    }

    @Test
    void aFileThatMayNotBeReadSaysSo() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.json"), "{}");
        assertTrue(secret.toFile().setReadable(false));
        assumeFalse(Files.isReadable(secret), "this user may read everything");
        assertTrue(error(OPENER.open(secret)).contains("Check its permissions."));
    }

    @Test
    void theScenariosOfTheLibraryOpenWhateverTheyAreCalled() {
        for (Sample sample : SampleLibrary.builtIn().all()) {
            if (sample.file().endsWith(ScenarioFile.EXTENSION)) {
                Opened opened = OPENER.open("renamed.txt", SampleLibrary.bytes(sample));
                Scenario scenario =
                        assertInstanceOf(ScenarioOpened.class, opened).scenario();
                assertEquals(sample.title(), scenario.name());
                assertEquals(List.of(), opened.problems());
            }
        }
    }

    @Test
    void theExportsOfTheLibraryOpenWhateverTheyAreCalled() {
        for (Sample sample : SampleLibrary.builtIn().all()) {
            if (!sample.file().endsWith(ScenarioFile.EXTENSION)) {
                Opened opened = OPENER.open("renamed.json", SampleLibrary.bytes(sample));
                SnapshotOpened export = assertInstanceOf(SnapshotOpened.class, opened);
                assertEquals(export.snapshot().problems(), opened.problems());
                assertEquals(export.snapshot().fleet(), export.fleet());
                assertTrue(
                        opened.problems().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR),
                        sample.file());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# HELP a b\n",
                "# TYPE DCGM_FI_PROF_GR_ENGINE_ACTIVE gauge\r\n",
                "Active 2*1g.5gb\n\n# HELP DCGM_FI_DEV_SM_CLOCK SM clock\n",
                "DCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\"} 0.5",
                "\uFEFFdcgm_fi_dev_sm_clock { gpu=\"0\" } 1410\n",
                "# Invented.\nx{y=\"z\"} 1\n# EOF\n"
            })
    void whatAnExporterServesIsRecognised(String text) {
        assertEquals("exposition", format(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# A heading\n\nSome words {of prose}.\n", "a,b\n1,2\n", "total 42\n", "{\"a\":1}", "# help"})
    void otherTextIsNotTakenForIt(String text) {
        assertTrue(!format(text).equals("exposition"));
    }

    private static String format(String text) {
        SnapshotFormat format =
                Formats.of(Fleets.CATALOGUE, SnapshotOptions.NONE).recognise(text.getBytes(StandardCharsets.UTF_8));
        return format == null ? "" : format.id();
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        byte[] bytes = ("\uFEFF" + new String(ScenarioFile.write(Scenario.empty("x")), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        assertInstanceOf(ScenarioOpened.class, OPENER.open("x", new ByteArrayInputStream(bytes)));
    }

    @Test
    void whatIsSavedIsOpenedAgain() {
        Scenario scenario = Scenario.empty("saved").withFleet(Fleets.scenario1());
        Path file = folder.resolve("new").resolve("saved.slicewise.json");
        assertTrue(Opener.save(file, DocumentContent.planned(scenario)).isEmpty());
        assertEquals(
                scenario,
                assertInstanceOf(ScenarioOpened.class, OPENER.open(file)).scenario());
    }

    @Test
    void whatCannotBeSavedLeavesTheOldFile() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "x");
        Problem problem = Opener.save(blocked.resolve("a.slicewise.json"), DocumentContent.planned(Scenario.empty("x")))
                .orElseThrow();
        assertEquals("document.notSaved", problem.message().key());
        assertArrayEquals(new byte[] {'x'}, Files.readAllBytes(blocked));
        assertEquals(
                "document.folder",
                Opener.save(folder, DocumentContent.planned(Scenario.empty("x")))
                        .orElseThrow()
                        .message()
                        .key());
    }

    @Test
    void aFullDiskIsNamedHoweverTheSystemSaysIt() {
        for (String said :
                List.of("No space left on device", "Disk quota exceeded", "There is not enough space on the disk")) {
            assertEquals("document.full", Opener.why(new IOException(said)).key());
            assertEquals(
                    "document.full",
                    Opener.why(new FileSystemException("a", null, said)).key());
        }
        assertEquals(
                "document.system",
                Opener.why(new IOException("Input/output error")).key());
    }
}
