package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A planner takes the figures along: as files for a manager, as a ticket, as a table. */
class ReportJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    @TempDir
    private Path folder;

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    /** Opens the dialog with its keys, from whatever screen is in front. */
    private void report() {
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        Desk.until(() -> !eyes.all(".report-dialog").isEmpty());
        Desk.settle();
    }

    private void button(String words) {
        hands.click(eyes.labelled(".report-dialog .button", words));
    }

    private void make() {
        button("Make files");
        Desk.until(() -> eyes.all(".report-dialog .progress-bar").isEmpty());
        Desk.settle();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filesAreMadeReplacedOnlyWhenAskedAndOpened() throws IOException {
        desk.openLow();
        List<String> figures = eyes.figures();
        desk.answers.folder = Optional.of(folder);
        report();
        hands.click(eyes.labelled(".report-formats .check-box", "Markdown"));
        hands.click(eyes.labelled(".report-formats .check-box", "Figures as CSV"));
        hands.fill(eyes.one(".report-title"), "For the board");
        button("Choose…");
        make();
        String base = "Main-example-three-1g-and-one-2g-executive-en";
        assertEquals(List.of(base + ".csv", base + ".md", base + ".pdf"), files());
        String said = Files.readString(folder.resolve(base + ".md")).replace('\u00a0', ' ');
        assertTrue(said.startsWith("# For the board"), said);
        figures.forEach(figure -> assertTrue(said.contains(figure), () -> figure + " in " + said));
        assertEquals("3 files in " + folder, eyes.text(".report-sentence"));

        button("Open folder");
        hands.click(eyes.labelled(".report-file", base + ".pdf"));
        Desk.until(() -> desk.answers.viewed.size() == 2);
        assertEquals(List.of(folder, folder.resolve(base + ".pdf")), desk.answers.viewed);
        button("Copy paths");
        assertTrue(desk.answers.clipboard.endsWith(base + ".csv"), desk.answers.clipboard);

        Files.writeString(folder.resolve(base + ".md"), "mine");
        make();
        Desk.until(() -> eyes.text(".report-sentence").startsWith("3 of these files are there already"));
        button("Leave them");
        assertEquals("mine", Files.readString(folder.resolve(base + ".md")));
        make();
        button("Replace");
        Desk.until(() -> !eyes.all(".report-file").isEmpty());
        assertTrue(Files.readString(folder.resolve(base + ".md")).startsWith("# For the board"));
    }

    @Test
    void choicesAreFoundAgainAndWhatCannotBeIsSaid() throws IOException {
        desk.open();
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        report();
        hands.click(eyes.labelled(".report-templates .radio-button", "Fleet report"));
        hands.click(eyes.labelled(".report-formats .check-box", "PDF"));
        assertEquals("Choose at least one kind of file.", eyes.text(".report-sentence"));
        assertTrue(eyes.labelled(".report-dialog .button", "Make files").isDisabled());
        hands.click(eyes.labelled(".report-formats .check-box", "Charts as SVG"));
        hands.fill(eyes.one(".report-dialog .alert-spinner .text-field"), "80");
        hands.press(KeyCode.TAB);
        Path noPicture = Files.writeString(folder.resolve("logo.png"), "no picture");
        desk.answers.picture = Optional.of(noPicture);
        button("Choose a picture…");
        Desk.until(() -> !eyes.all(".report-said").isEmpty());
        assertTrue(eyes.text(".report-said").contains("logo.png"));
        hands.press(KeyCode.ESCAPE);
        assertTrue(eyes.all(".report-dialog").isEmpty());

        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        report();
        assertTrue(((RadioButton) eyes.labelled(".report-templates .radio-button", "Fleet report")).isSelected());
        assertFalse(((CheckBox) eyes.labelled(".report-formats .check-box", "PDF")).isSelected());
        assertTrue(((CheckBox) eyes.labelled(".report-formats .check-box", "Charts as SVG")).isSelected());
        assertEquals("80", eyes.text(".report-dialog .alert-spinner .text-field"), "one level for all of the window");
    }

    @Test
    void twoDocumentsAreComparedInKorean() throws IOException {
        desk.open(
                Path.of("samples", "scenario-1-idle-3g.slicewise.json"),
                Path.of("samples", "main-example.slicewise.json"));
        Desk.until(() -> desk.session().workspace().documents().size() == 2);
        report();
        hands.click(eyes.labelled(".report-templates .radio-button", "Comparison"));
        hands.click(eyes.labelled(".report-formats .check-box", "PDF"));
        hands.click(eyes.labelled(".report-formats .check-box", "Markdown"));
        hands.click(eyes.labelled(".report-dialog .toggle-button", "한국어 (Korean)"));
        assertEquals("Choose the document to compare with.", eyes.text(".report-sentence"));
        hands.click(eyes.one(".report-other .menu-button"));
        hands.chooseEntry("Scenario 1");
        hands.fill(eyes.one(".report-folder"), folder.toString());
        make();
        List<String> files = files();
        assertEquals(1, files.size(), files::toString);
        String said = Files.readString(folder.resolve(files.getFirst()));
        assertTrue(said.startsWith("# 비교") && said.contains("60.0%") && said.contains("72.0%"), said);
    }

    @Test
    void theClipboardGetsATicketAndATable() {
        desk.openLow();
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        Desk.until(() -> desk.answers.clipboard.startsWith("# Main example"));
        assertTrue(desk.answers.clipboard.replace('\u00a0', ' ').contains("51.4%"));
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        Desk.until(() -> desk.answers.clipboard.startsWith("Row\tDocument\tGPU"));
        assertTrue(desk.answers.clipboard.contains("\t72\t"), desk.answers.clipboard);
    }

    @Test
    void whateverTakesTheKeyboardSaysWhatItIs() {
        desk.open();
        report();
        Node root = eyes.one(".report-dialog");
        assertEquals(List.of(), Desk.fx(() -> silent(root, new ArrayList<>())));
    }

    private static List<Node> silent(Node node, List<Node> found) {
        if (node.isVisible()) {
            Object words = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
            if (node.isFocusTraversable() && !(words instanceof String text && !text.isBlank())) {
                found.add(node);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> silent(child, found));
            }
        }
        return found;
    }
}
