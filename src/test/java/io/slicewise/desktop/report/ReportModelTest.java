package io.slicewise.desktop.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleets;
import io.slicewise.page.Template;
import io.slicewise.report.Logo;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportModelTest {
    @TempDir
    private Path folder;

    private final Later later = new Later();
    private final Document document = Document.unchanged(
            DocumentContent.planned(Scenario.empty("Main: 1/2 «a»").withFleet(Fleets.main())));
    private final ObjectProperty<Language> window = new SimpleObjectProperty<>(Language.ENGLISH);
    private final ObjectProperty<ReportChoice> wishes = new SimpleObjectProperty<>(ReportChoice.DEFAULT);

    private final AlertLevel alert = new AlertLevel(AlertLevel.USUAL);

    private ReportModel model() {
        ReportModel model = new ReportModel(document, wishes, window, alert, "2026-11-22", later);
        model.folderProperty().set(folder.resolve("out").toString());
        return model;
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFilesOfAllChosenFormatsAreWritten() throws IOException {
        ReportModel model = model();
        model.change(w -> w.withFormat(ReportFormat.MD, true).withFormat(ReportFormat.SVG, true));
        model.titleProperty().set("Quarter");
        model.make();
        assertEquals(
                new Phase.Working(ReportFormat.PDF, 1, 3),
                model.making().phaseProperty().get());
        later.one();
        later.one();
        assertEquals(
                new Phase.Working(ReportFormat.MD, 2, 3),
                model.making().phaseProperty().get());
        assertFalse(Files.exists(folder.resolve("out")), "nothing is written before all is made");
        later.all();
        String base = "Main-1-2-«a»-executive-en";
        assertEquals(List.of(base + "-chart-1.svg", base + ".md", base + ".pdf"), written());
        Phase.Done done = assertInstanceOf(
                Phase.Done.class, model.making().phaseProperty().get());
        assertEquals(3, done.files().size());
        String said = Files.readString(folder.resolve("out").resolve(base + ".md"));
        assertTrue(said.startsWith("# Quarter\n") && said.contains("22 November 2026"), said);
        assertEquals(folder.resolve("out"), wishes.get().folder());
    }

    @Test
    void filesThatAreThereAreAskedAboutOnce() throws IOException {
        ReportModel model = model();
        wishes.set(wishes.get().withFormat(ReportFormat.PDF, false).withFormat(ReportFormat.MD, true));
        Path file = folder.resolve("out").resolve("Main-1-2-«a»-executive-en.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "old");
        model.make();
        later.all();
        assertEquals(
                new Phase.Asking(List.of(file)), model.making().phaseProperty().get());
        model.making().cancel();
        later.all();
        assertEquals("old", Files.readString(file));
        model.make();
        later.all();
        model.making().replace();
        later.all();
        assertInstanceOf(Phase.Done.class, model.making().phaseProperty().get());
        assertTrue(Files.readString(file).startsWith("# Main"));
    }

    @Test
    void whatIsCancelledWritesNothing() {
        ReportModel model = model();
        model.make();
        later.one();
        model.making().cancel();
        later.all();
        assertInstanceOf(Phase.Idle.class, model.making().phaseProperty().get());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void whatIsCancelledBeforeItIsWrittenStaysUnwritten() {
        ReportModel model = model();
        model.make();
        // the report, its PDF, and which files are there; the writing is what waits now
        later.one();
        later.one();
        later.one();
        assertEquals(1, later.waiting.size());
        model.making().cancel();
        later.all();
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aFolderThatCannotBeIsSaid() throws IOException {
        Files.writeString(folder.resolve("out"), "a file");
        ReportModel model = model();
        model.make();
        later.all();
        Phase.Failed failed = assertInstanceOf(
                Phase.Failed.class, model.making().phaseProperty().get());
        assertEquals("making.failed.written", failed.why().key());
        assertEquals(Text.of("document.noFolder"), failed.why().args().getLast());
    }

    @Test
    void reportsWarnFromTheWindowsAlertOn() {
        alert.percentProperty().set(57);
        assertEquals(
                0.57,
                ReportModel.options(wishes.get(), alert, Language.ENGLISH)
                        .thresholds()
                        .alert());
    }

    @Test
    void withoutFormatsOrFolderNothingCanBeMade() {
        ReportModel model = model();
        model.change(w -> w.withFormat(ReportFormat.PDF, false));
        assertEquals(
                Text.of("making.obstacle.formats"), model.obstacleProperty().getValue());
        model.change(w -> w.withFormat(ReportFormat.CSV, true));
        model.folderProperty().set(" ");
        assertEquals(Text.of("making.obstacle.folder"), model.obstacleProperty().getValue());
        model.folderProperty().set("~/reports");
        assertNull(model.obstacleProperty().getValue());
    }

    @Test
    void aComparisonNeedsAnotherDocumentAndKnowsWhichIsFirst() throws IOException {
        ReportModel model = model();
        model.change(w -> w.withTemplate(Template.COMPARISON)
                .withFormat(ReportFormat.PDF, false)
                .withFormat(ReportFormat.MD, true));
        assertEquals(Text.of("making.obstacle.other"), model.obstacleProperty().getValue());
        Document other = Document.unchanged(
                DocumentContent.planned(Scenario.empty("Other").withFleet(Fleets.main())));
        model.otherProperty().set(other);
        assertNull(model.obstacleProperty().getValue());
        model.make();
        later.all();
        model.swappedProperty().set(true);
        model.make();
        later.all();
        assertEquals(List.of("Main-1-2-«a»-Other-comparison-en.md", "Other-Main-1-2-«a»-comparison-en.md"), written());
    }

    @Test
    void theLanguageIsTheWindowsUntilOneIsChosen() {
        ReportModel model = model();
        window.set(Language.KOREAN);
        assertEquals(Language.KOREAN, model.language());
        assertEquals("2026년 11월 22일", model.printedDate());
        model.change(w -> w.withLanguage(Language.ENGLISH));
        assertEquals("22 November 2026", model.printedDate());
        model.dateProperty().set("autumn");
        assertEquals("autumn", model.printedDate());
    }

    @Test
    void aLogoThatIsNoPictureIsRefusedAndTheOldOneStays() throws IOException {
        Path good = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB), "png", good.toFile());
        Path bad = folder.resolve("logo.txt");
        Files.writeString(bad, "no picture");
        ReportModel model = model();
        model.logo().choose(good);
        later.all();
        FileChoice.Chosen<Logo> chosen =
                Objects.requireNonNull(model.logo().chosenProperty().get());
        assertEquals(120, chosen.content().width());
        assertEquals(good, wishes.get().logo());
        model.logo().choose(bad);
        later.all();
        assertEquals(
                Text.of("making.logo.none", "logo.txt"),
                model.logo().refusalProperty().get());
        assertEquals(chosen, model.logo().chosenProperty().get());
        model.logo().choose(folder.resolve("gone.png"));
        later.all();
        assertEquals(
                "making.logo.unread",
                Objects.requireNonNull(model.logo().refusalProperty().get()).key());
        model.logo().remove();
        assertNull(model.logo().refusalProperty().get());
        assertNull(wishes.get().logo());
    }

    @Test
    void aRememberedLogoThatIsGoneIsSaid() {
        wishes.set(wishes.get().withLogo(folder.resolve("gone.png")));
        ReportModel model = model();
        later.all();
        assertNull(model.logo().chosenProperty().get());
        assertEquals(
                "making.logo.unread",
                Objects.requireNonNull(model.logo().refusalProperty().get()).key());
    }
}
