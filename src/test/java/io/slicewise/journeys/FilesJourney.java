package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.workspace.Dialogs.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A planner opens files, good and broken ones, edits, saves and closes. */
class FilesJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    @TempDir
    Path files;

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void aBrokenFileIsExplainedAndTheOpenDocumentStays() throws IOException {
        Path impossible = files.resolve("impossible.slicewise.json");
        Files.writeString(impossible, """
            {"formatVersion": 1, "name": "x", "gpus": [{"id": "g", "model": "a100-80gb", "instances": [
              {"id": "1", "profile": "1g.10gb", "start": 0, "utilization": 130}]}]}
            """);
        Path cut = files.resolve("cut.slicewise.json");
        Files.writeString(cut, "{\"formatVersion\": 1, \"gpus\": [{\"id\"");
        desk.open();
        hands.click(eyes.inRow(3, ".clear-reading"));
        desk.answers.open = List.of(impossible, cut);
        hands.press(KeyCode.CONTROL, KeyCode.O);
        Desk.until(() -> !desk.answers.told.isEmpty());
        List<String> told = desk.told();
        assertEquals("This could not be opened", told.getFirst());
        assertEquals(3, told.size(), () -> "" + told);
        assertTrue(told.get(1).startsWith(impossible.toString()), told.get(1));
        assertTrue(told.get(1).contains("gpus[0].instances[0].utilization"), told.get(1));
        assertTrue(told.get(1).contains("0 to 1"), told.get(1));
        assertTrue(told.get(2).startsWith(cut.toString()), told.get(2));
        assertTrue(told.get(2).contains("cut off"), told.get(2));
        assertEquals(1, eyes.texts(".tab .tab-label").size());
        assertEquals("3 of 4 instances reported", eyes.aside("instance-average"));
    }

    @Test
    void savedWorkLosesItsStarAndOpensAgainAsItWas() throws IOException {
        desk.open();
        hands.fill(eyes.inRow(0, ".utilization-field"), "12.5");
        hands.press(KeyCode.ENTER);
        List<String> figures = eyes.figures();
        assertTrue(eyes.title().endsWith(" *"), eyes.title());
        Path file = files.resolve("plan.slicewise.json");
        desk.answers.save = Optional.of(file);
        hands.press(KeyCode.CONTROL, KeyCode.S);
        assertFalse(eyes.title().endsWith("*"), eyes.title());
        assertTrue(Files.readString(file).contains("0.125"));

        hands.press(KeyCode.CONTROL, KeyCode.W);
        assertEquals("Nothing is open", eyes.text(".empty-state > .page-title"));
        assertEquals(List.of(), desk.answers.unsavedAsked);
        desk.answers.open = List.of(file);
        hands.press(KeyCode.CONTROL, KeyCode.O);
        Desk.until(() -> !eyes.all(".figure-card").isEmpty());
        assertEquals(figures, eyes.figures());
        hands.press(KeyCode.CONTROL, KeyCode.L);
        assertTrue(eyes.texts(".library-item").contains("plan"));
    }

    @Test
    void closingUnsavedWorkAsksFirst() {
        desk.open();
        hands.click(eyes.inRow(3, ".clear-reading"));
        desk.answers.unsaved = Unsaved.CANCEL;
        hands.press(KeyCode.CONTROL, KeyCode.W);
        assertEquals(List.of("Main example: three 1g and one 2g"), desk.answers.unsavedAsked);
        assertEquals("3 of 4 instances reported", eyes.aside("instance-average"));

        hands.choose("desktop.menu.file", "desktop.menu.quit");
        assertEquals(2, desk.answers.unsavedAsked.size());
        assertTrue(Desk.fx(() -> desk.stage().isShowing()), "the window closed although the planner said no");

        Path file = files.resolve("kept");
        desk.answers.unsaved = Unsaved.SAVE;
        desk.answers.save = Optional.of(file);
        hands.press(KeyCode.CONTROL, KeyCode.W);
        assertTrue(Files.exists(files.resolve("kept.slicewise.json")), "saved with its ending");
        assertEquals("Nothing is open", eyes.text(".empty-state > .page-title"));
    }

    @Test
    void whatAnExportToldIsThereAgainAfterItWasSaved() {
        desk.openSample("snapshot-mixed.prom");
        String told = eyes.text(".document-told");
        assertTrue(told.contains("without instances"), told);
        assertEquals("", Eyes.read(eyes.one(".document-notes")));
        List<String> figures = eyes.figures();
        List<String> remarks = remarks();
        desk.answers.save = Optional.of(files.resolve("kept.slicewise.json"));
        hands.press(KeyCode.CONTROL, KeyCode.S);
        hands.press(KeyCode.CONTROL, KeyCode.W);
        desk.answers.open = List.of(files.resolve("kept.slicewise.json"));
        hands.press(KeyCode.CONTROL, KeyCode.O);
        Desk.until(() -> !eyes.all(".figure-card").isEmpty());
        assertEquals(told, eyes.text(".document-told"));
        assertEquals(figures, eyes.figures());
        assertEquals(remarks, remarks());
    }

    private List<String> remarks() {
        hands.click(eyes.one(".findings-toggle.term-remark"));
        List<String> remarks = eyes.texts(".findings-list .finding-message");
        assertFalse(remarks.isEmpty());
        return remarks;
    }

    @Test
    void aSampleOfTheLibraryOpensInATabOfItsOwn() {
        desk.open();
        hands.press(KeyCode.CONTROL, KeyCode.L);
        hands.click(eyes.labelled(".library-item", "Scenario 1: the big instance is the idle one"));
        assertEquals(2, eyes.texts(".tab .tab-label").size());
        assertEquals(List.of("75.0 %", "60.0 %", "51.4 %"), eyes.figures());
        hands.click(eyes.labelled(".tab .tab-label", "Main example: three 1g and one 2g"));
        assertEquals(List.of("75.0 %", "72.0 %", "51.4 %"), eyes.figures());
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheWorkUnsaved() throws IOException {
        desk.open();
        hands.click(eyes.inRow(3, ".clear-reading"));
        desk.answers.save =
                Optional.of(Files.createFile(files.resolve("no-folder")).resolve("plan.slicewise.json"));
        hands.press(KeyCode.CONTROL, KeyCode.S);
        assertEquals("This could not be saved", desk.told().getFirst());
        assertTrue(eyes.title().endsWith(" *"), eyes.title());
    }
}
