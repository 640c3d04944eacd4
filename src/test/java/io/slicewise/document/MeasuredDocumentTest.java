package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotFacts;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What monitoring told is kept in a document's file: all of it, and in one way only. */
class MeasuredDocumentTest {
    private static final Opener OPENER = new Opener(Fleets.CATALOGUE);

    @TempDir
    private Path folder;

    /** Samples and fixtures that are exports. */
    static List<Path> exports() throws IOException {
        List<Path> exports = new ArrayList<>();
        for (String root : List.of("samples", "src/test/resources/io/slicewise/snapshot")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(Files::isRegularFile)
                        .filter(file -> OPENER.open(file) instanceof SnapshotOpened)
                        .sorted()
                        .forEach(exports::add);
            }
        }
        assertTrue(exports.size() > 60, () -> exports.size() + " exports");
        return exports;
    }

    private static Measured measured(Path file) {
        Snapshot snapshot =
                assertInstanceOf(SnapshotOpened.class, OPENER.open(file)).snapshot();
        return DocumentContent.measured(Scenario.empty("export"), snapshot)
                .from(List.of(file.toAbsolutePath().toString()));
    }

    private static Measured reopened(byte[] bytes) {
        Opened opened = OPENER.open("saved.slicewise.json", bytes);
        return assertInstanceOf(
                Measured.class,
                assertInstanceOf(
                                ScenarioOpened.class,
                                opened,
                                () -> said(opened.problems()).toString())
                        .content());
    }

    private static List<Wording> said(List<Problem> problems) {
        return problems.stream()
                .map(problem -> Messages.wording(problem.message()))
                .toList();
    }

    /** The problems without the words in which they are told, which a file keeps as they are. */
    private static List<Problem> places(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem(
                        problem.severity(),
                        problem.where(),
                        Text.of(problem.message().kind()),
                        problem.count()))
                .toList();
    }

    private static void assertSame(Measured before, Measured after) {
        assertEquals(before.scenario(), after.scenario());
        Snapshot told = before.snapshot();
        Snapshot kept = after.snapshot();
        assertEquals(told.fleet(), kept.fleet());
        assertEquals(told.wholeGpus(), kept.wholeGpus());
        assertEquals(told.crossChecks(), kept.crossChecks());
        assertEquals(told.unweighed(), kept.unweighed());
        assertEquals(told.printedProfiles(), kept.printedProfiles());
        assertEquals(told.labels(), kept.labels());
        assertEquals(told.counts(), kept.counts());
        assertEquals(told.time(), kept.time());
        assertEquals(told.source(), kept.source());
        assertEquals(told.unit().unit(), kept.unit().unit());
        assertEquals(told.unit().certain(), kept.unit().certain());
        assertEquals(said(told.problems()), said(kept.problems()));
        assertEquals(places(told.problems()), places(kept.problems()));
        assertEquals(
                SnapshotFacts.all(told).stream().map(Messages::wording).toList(),
                SnapshotFacts.all(kept).stream().map(Messages::wording).toList());
        assertEquals(before.over(), after.over());
        Fleet fleet = before.scenario().fleet();
        assertEquals(
                Figures.of(fleet, before.scenario().weights()).total(),
                Figures.of(after.scenario().fleet(), after.scenario().weights()).total());
    }

    @ParameterizedTest
    @MethodSource("exports")
    void aMeasuredDocumentIsTheSameAfterItWasSavedAndOpened(Path file) {
        Measured before = measured(file);
        byte[] saved = ScenarioFile.write(before);
        Measured after = reopened(saved);
        assertSame(before, after);
        assertEquals(List.of(), after.noticed());
        assertEquals(before.timeline(), after.timeline());
        assertArrayEquals(saved, ScenarioFile.write(after));
    }

    @ParameterizedTest
    @MethodSource("exports")
    void whatWasMeasuredStaysBesideWhatIsEdited(Path file) {
        Measured told = measured(file);
        Scenario emptied = told.scenario().withFleet(Fleets.main());
        Measured before = told.with(emptied);
        byte[] saved = ScenarioFile.write(before);
        Measured after = reopened(saved);
        assertSame(before, after);
        assertArrayEquals(saved, ScenarioFile.write(after));
    }

    @Property(tries = 60)
    void whateverIsLeftOfAnExportIsKept(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> scrapes = exports().stream()
                .filter(file -> file.toString().endsWith(".prom"))
                .toList();
        List<String> lines = new ArrayList<>(
                Files.readAllLines(scrapes.get(random.nextInt(scrapes.size())), StandardCharsets.UTF_8));
        lines.removeIf(_ -> random.nextInt(4) == 0);
        lines.replaceAll(line -> random.nextInt(12) > 0 || line.isEmpty() ? line : damaged(line, random));
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        if (OPENER.open("scrape.prom", text) instanceof SnapshotOpened export) {
            Measured before = DocumentContent.measured(Scenario.empty("x"), export.snapshot());
            byte[] saved = ScenarioFile.write(before);
            Measured after = reopened(saved);
            assertSame(before, after);
            assertArrayEquals(saved, ScenarioFile.write(after));
        }
    }

    private static String damaged(String line, Random random) {
        int at = random.nextInt(line.length());
        String harmful = "\"\\{}=, \u0001é:0Gg";
        return line.substring(0, at) + harmful.charAt(random.nextInt(harmful.length())) + line.substring(at + 1);
    }

    @Test
    void theReadingsOverTimeAreFoundWhereTheyWereOrBesideTheDocument() throws IOException {
        Path range = Files.copy(Path.of("samples/snapshot-range.json"), folder.resolve("range.json"));
        Editable content = measured(range);
        Path file = folder.resolve("kept.slicewise.json");
        assertTrue(Opener.save(file, content).isEmpty());
        assertEquals(content.timeline(), open(file).timeline());

        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.move(range, elsewhere.resolve("range.json"));
        Measured lost = open(file);
        assertNull(lost.timeline());
        assertEquals(
                "document.timeline.gone", lost.noticed().getFirst().message().key());
        assertArrayEquals(Files.readAllBytes(file), ScenarioFile.write(lost), "the reference stays");

        Path moved = Files.move(file, elsewhere.resolve("kept.slicewise.json"));
        assertNotNull(open(moved).timeline());
        Files.copy(Path.of("samples/snapshot-faults.prom"), range);
        assertEquals(
                "document.timeline.other",
                open(moved).noticed().getFirst().message().key());
    }

    @Test
    void aDocumentThatNamesItselfIsOpenedOnce() throws IOException {
        Path file = folder.resolve("self.slicewise.json");
        Measured range = measured(Path.of("samples/snapshot-range.json"));
        Files.write(file, ScenarioFile.write(range.from(List.of(file.toString()))));
        assertNull(open(file).timeline());
    }

    @Test
    void readingsOverTimeOfAServerAreSaidToBeThere() {
        Measured live = measured(Path.of("samples/snapshot-range.json")).from(List.of());
        assertEquals(
                "document.timeline.server",
                reopened(ScenarioFile.write(live))
                        .noticed()
                        .getFirst()
                        .message()
                        .key());
    }

    private static Measured open(Path file) {
        return assertInstanceOf(
                Measured.class,
                assertInstanceOf(ScenarioOpened.class, OPENER.open(file)).content());
    }
}
