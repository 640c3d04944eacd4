package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner composes a partition: adds, moves, swaps and removes instances, by mouse and by keyboard. */
class PartitionJourney {
    private static final List<String> MAIN_EXAMPLE = List.of("1g.10gb", "1g.10gb", "1g.10gb", "2g.20gb");

    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void thePaletteAddsWhatFitsAndSaysWhyTheRestDoesNot() {
        desk.open();
        Node four = eyes.labelled(".chip", "4g.40gb");
        assertTrue(four.isDisabled(), "the 4g can be chosen");
        assertEquals("4g.40gb does not fit: needs 4 compute slices; 2 of 7 are free", four.getAccessibleText());
        hands.click(eyes.labelled(".chip", "1g.10gb"));
        assertEquals(5, eyes.blocks().size());
        assertEquals("6 of 7 slices", eyes.text(".card-slices"));
        hands.click(eyes.labelled(".chip", "1g.10gb"));
        assertEquals("7 of 7 slices", eyes.text(".card-slices"));
        Node one = eyes.labelled(".chip", "1g.10gb");
        assertTrue(one.isDisabled(), "an eighth slice can be added");
        assertEquals("1g.10gb does not fit: needs 1 compute slice; 0 of 7 are free", one.getAccessibleText());
    }

    /** By mouse as by keyboard: the next key adds a profile to the GPU that was just added, and digits go nowhere else. */
    @Test
    void aGpuThatIsAddedIsWorkedOnFromThenOn() {
        desk.open();
        hands.click(eyes.block("2g.20gb"));
        hands.click(eyes.labelled(".split-menu-button > .label", "Add A100 80GB"));
        hands.type("55");
        assertEquals("GPU 1 has no instance yet. Choose a profile first.", eyes.notice());
        assertEquals("75.0%", eyes.figures().getFirst());
        hands.press(KeyCode.SPACE);
        hands.type("25");
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("65.0%", "64.2%", "27.5%"), eyes.figures());
        assertEquals("2 GPUs, 5 instances", eyes.texts(".editor-top .muted").getFirst());
    }

    @Test
    void aProfileIsDraggedFromThePaletteToAStart() {
        desk.open();
        hands.dragOnto(eyes.labelled(".chip", "1g.10gb"), eyes.freeSlices().getLast());
        assertEquals("6 of 7 slices", eyes.text(".card-slices"));
        assertEquals(List.of("1g.10gb", "1g.10gb", "1g.10gb", "2g.20gb", "1g.10gb"), eyes.profiles());

        hands.dragOnto(eyes.block("2g.20gb"), eyes.labelled(".chip", "7g.80gb"));
        assertEquals(5, eyes.blocks().size());
        assertEquals("75.0%", eyes.figures().getFirst());
    }

    @Test
    void anInstanceIsMovedWithTheKeyboard() {
        desk.open();
        hands.click(eyes.block("2g.20gb"));
        double before = eyes.block("2g.20gb").getLayoutX();
        hands.press(KeyCode.ALT, KeyCode.LEFT);
        assertEquals(before, eyes.block("2g.20gb").getLayoutX(), "there is no free start at the left");
        hands.press(KeyCode.LEFT);
        hands.press(KeyCode.ALT, KeyCode.RIGHT);
        assertEquals(List.of("1g.10gb", "1g.10gb", "1g.10gb", "2g.20gb"), eyes.profiles());
        hands.press(KeyCode.ALT, KeyCode.RIGHT);
        assertEquals(List.of("1g.10gb", "1g.10gb", "2g.20gb", "1g.10gb"), eyes.profiles());
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());
    }

    @Test
    void aProfileIsSwappedFromTheTable() {
        desk.open();
        hands.click(eyes.inRow(3, ".profile-button"));
        hands.chooseEntry("1g.10gb");
        assertEquals(List.of("1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb"), eyes.profiles());
        assertEquals(List.of("75.0%", "75.0%", "42.9%"), eyes.figures());
        assertTrue(eyes.text(".why").startsWith("The 4 instances are of the same size"), eyes.text(".why"));
    }

    @Test
    void whatWasDeletedComesBackWithUndoAndGoesAgainWithRedo() {
        desk.open();
        hands.click(eyes.block("2g.20gb"));
        hands.press(KeyCode.DELETE);
        assertEquals(List.of("1g.10gb", "1g.10gb", "1g.10gb"), eyes.profiles());
        assertEquals("80.0%", eyes.figures().getFirst());
        hands.openMenu("desktop.menu.edit");
        hands.chooseEntry("Undo: Remove instance");
        assertEquals(MAIN_EXAMPLE, eyes.profiles());
        hands.openMenu("desktop.menu.edit");
        hands.chooseEntry("Redo: Remove instance");
        assertEquals(List.of("1g.10gb", "1g.10gb", "1g.10gb"), eyes.profiles());
    }

    @Test
    void severalInstancesAreChangedAtOnce() {
        desk.open();
        hands.click(eyes.block("2g.20gb"));
        hands.press(KeyCode.CONTROL, KeyCode.A);
        assertEquals(4, eyes.all(".instance-block:selected").size());
        hands.press(KeyCode.SHIFT, KeyCode.MINUS);
        assertEquals("65.0%", eyes.figures().getFirst());
        desk.answers.utilization = Optional.of(0.5);
        hands.press(KeyCode.CONTROL, KeyCode.U);
        assertEquals(List.of("50.0%", "50.0%", "35.7%"), eyes.figures());
        assertTrue(eyes.text(".why").contains("at the same utilization"), eyes.text(".why"));
    }

    @Test
    void whatIsTypedInARowIsForThatRowWhateverIsSelected() {
        desk.open();
        hands.click(eyes.block("2g.20gb"));
        hands.press(KeyCode.CONTROL, KeyCode.A);
        hands.fill(eyes.inRow(0, ".utilization-field"), "10");
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("10.0", "80.0", "70.0", "60.0"), List.of(field(0), field(1), field(2), field(3)));
        assertEquals(4, eyes.all(".instance-block:selected").size(), "the selection stays");
    }

    private String field(int row) {
        return Eyes.read(eyes.inRow(row, ".utilization-field"));
    }

    @Test
    void aPresetPutsAWholePartitionInPlace() {
        desk.open();
        hands.click(eyes.labelled(".menu-button", "Presets"));
        hands.chooseEntry("7 × 1g.10gb");
        assertEquals(7, eyes.blocks().size());
        assertEquals("7 of 7 slices", eyes.text(".card-slices"));
        hands.click(eyes.labelled(".menu-button", "Presets"));
        hands.chooseEntry("2 × 3g.40gb   (strands 1 slice)");
        assertEquals(List.of("3g.40gb", "3g.40gb"), eyes.profiles());
        assertEquals("1 slice stranded", eyes.text(".badge.warning"));
        assertTrue(eyes.texts(".badge").contains("ceiling 85.7%"), () -> "" + eyes.texts(".badge"));
    }
}
