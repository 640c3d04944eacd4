package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.samples.SampleLibrary;
import io.slicewise.text.Language;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner looks for what stands out among many GPUs, takes some of them apart, and holds them against the whole. */
class FleetJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    private void openFleet(String sample) {
        desk.openSample(sample);
        hands.click(eyes.labelled(".navigation .toggle-button", "Fleet"));
    }

    private TableView<?> table() {
        return (TableView<?>) eyes.one(".fleet-table");
    }

    private int rows() {
        return Desk.fx(() -> table().getItems().size());
    }

    private Node row(int index) {
        return eyes.one(
                ".fleet-table .table-row-cell",
                node -> node instanceof TableRow<?> row && !row.isEmpty() && row.getIndex() == index);
    }

    private String summary() {
        return eyes.text(".fleet-summary");
    }

    private void choose(String button, String... entries) {
        hands.click(eyes.one(".fleet-bar .menu-button", node -> Eyes.read(node).startsWith(button)));
        hands.chooseEntry(entries);
    }

    @Test
    void rowsAreFoundGroupedAndSorted() {
        openFleet("host-8-gpus.slicewise.json");
        assertEquals(8, rows());
        assertTrue(summary().startsWith("8 GPUs   S 48.0%"), this::summary);

        hands.fill(eyes.one(".fleet-filter"), "3g");
        assertTrue(summary().startsWith("2 of 8 GPUs"), this::summary);
        hands.press(KeyCode.ESCAPE);
        assertEquals(8, rows());

        hands.click(eyes.labelled(".fleet-asks .toggle-button", "Instances"));
        assertEquals(50, rows());
        choose("Group by", "Profile");
        assertEquals(53, rows());
        assertTrue(eyes.texts(".group-row .label").contains("8 GPUs, 43 instances")
                || eyes.texts(".group-row .table-cell").stream().anyMatch(text -> text.contains("GPUs, ")));
        hands.click(eyes.labelled(".all-groups", "Close all groups"));
        assertEquals(3, rows());
        hands.click(row(0));
        assertTrue(summary().startsWith("50 instances, 47 selected   S "), this::summary);
        eyes.labelled(".all-groups", "Open all groups");

        choose("Filter", "Profile", "3g.40gb");
        assertEquals(List.of("Profile: 3g.40gb"), eyes.texts(".chip"));
        assertEquals(1, rows());
        hands.click(eyes.one(".chip"));
        assertEquals(3, rows());
    }

    @Test
    void whatIsSelectedIsChartedAndExplored() {
        openFleet("host-8-gpus.slicewise.json");
        assertTrue(eyes.chart("How busy").contains("8 GPUs"), () -> eyes.chart("How busy"));
        hands.click(eyes.labelled(".column-header .label", "Gap W−S"));
        hands.click(row(7));
        assertTrue(summary().contains("1 selected"), this::summary);
        assertTrue(eyes.chart("How busy").contains("1 GPU, at"), () -> eyes.chart("How busy"));
        hands.press(KeyCode.CONTROL, KeyCode.C);
        assertTrue(desk.answers.text().startsWith("GPU\t"), desk.answers::text);

        hands.click(eyes.labelled(".explore", "Explore 1 GPU"));
        assertEquals("Slicewise — gpu-host-03 · GPU 7", eyes.title());
        assertEquals(List.of("67.8%", "47.2%", "40.4%"), eyes.figures());
    }

    @Test
    void aPartIsHeldAgainstTheWholeAndBack() {
        openFleet("host-8-gpus.slicewise.json");
        hands.click(row(7));
        hands.click(eyes.labelled(".explore", "Explore 1 GPU"));
        hands.click(eyes.labelled(".navigation .toggle-button", "Fleet"));
        choose("Compare with", "A host with eight GPUs");
        hands.press(KeyCode.ESCAPE);
        assertEquals(List.of(), eyes.all(".comparison"), "the keyboard is in the comparison from the beginning");
        choose("Compare with", "A host with eight GPUs");
        assertTrue(
                eyes.texts(".comparison .label").stream()
                        .anyMatch(words -> words.startsWith("GPUs: 0 added, 7 removed")),
                () -> "" + eyes.texts(".comparison .label"));
        assertEquals(7, rows());
        hands.click(eyes.labelled(".comparison .toggle-button", "All GPUs"));
        assertEquals(8, rows());
        hands.press(KeyCode.ESCAPE);
        assertEquals(1, rows());
        assertEquals(List.of(), eyes.all(".comparison"));
    }

    @Test
    void columnsThatSomebodyHidStayHidden() {
        openFleet("host-8-gpus.slicewise.json");
        choose("Columns", "Gap");
        assertFalse(eyes.texts(".column-header .label").contains("Gap W−S"));
        Desk.fx(() -> {
            desk.session().workspace().open(SampleLibrary.builtIn().named("main-example.slicewise.json"));
            return true;
        });
        Desk.settle();
        hands.click(eyes.labelled(".navigation .toggle-button", "Fleet"));
        assertFalse(eyes.texts(".column-header .label").contains("Gap W−S"));
    }

    @Test
    void theScreenSpeaksKoreanAndSaysWhatToDoWhenThereIsNothing() {
        openFleet("host-8-gpus.slicewise.json");
        Desk.fx(() -> {
            desk.words().languageProperty().set(Language.KOREAN);
            return true;
        });
        Desk.settle();
        assertTrue(summary().startsWith("GPU 8개"), this::summary);
        assertTrue(eyes.texts(".column-header .label").contains("가중 평균 W"));
        Desk.fx(() -> {
            desk.words().languageProperty().set(Language.ENGLISH);
            desk.session().workspace().newScenario();
            return true;
        });
        Desk.settle();
        hands.click(eyes.labelled(".navigation .toggle-button", "Fleet"));
        assertEquals("There is no GPU here yet", eyes.text(".fleet .empty-state > .section-title"));
    }
}
