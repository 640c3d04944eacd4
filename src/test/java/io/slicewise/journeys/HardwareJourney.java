package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner tries other hardware: another model, further GPUs. */
class HardwareJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void aModelThatIsTooSmallNamesWhatItWouldLoseAndAsks() {
        desk.open();
        change("A30");
        assertEquals(1, desk.answers.lost.size(), "questions");
        List<String> named = desk.answers.lost.getFirst().stream()
                .map(lost -> lost.profile())
                .toList();
        assertEquals(List.of("1g.10gb"), named);
        assertEquals("A100 80GB", eyes.text(".card-model"));
        assertEquals(4, eyes.blocks().size());

        desk.answers.agrees = true;
        change("A30");
        assertEquals(List.of("1g.6gb", "1g.6gb", "2g.12gb"), eyes.profiles());
        assertEquals("4 of 4 slices", eyes.text(".card-slices"));
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(4, eyes.blocks().size());
    }

    private void change(String model) {
        hands.click(eyes.one(".card-model"));
        hands.chooseEntry("Ampere", model);
    }

    @Test
    void gpusAreDuplicatedAddedRenamedAndRemoved() {
        desk.open();
        hands.click(eyes.one(".card-menu"));
        hands.chooseEntry("Duplicate GPU");
        assertEquals(8, eyes.blocks().size());
        assertEquals(List.of("75.0 %", "72.0 %", "51.4 %"), eyes.figures());

        hands.click(eyes.labelled(".split-menu-button > .label", "Add A100 80GB"));
        assertEquals("3 GPUs, 8 instances", eyes.text(".editor-top > .muted"));
        assertEquals(List.of("75.0 %", "72.0 %", "34.3 %"), eyes.figures());

        hands.openMenu("desktop.menu.edit");
        hands.chooseEntry("Undo: Add A100 80GB");
        assertEquals("2 GPUs, 8 instances", eyes.text(".editor-top > .muted"));
    }

    @Test
    void aNewScenarioBeginsWithTheChoiceOfAGpu() {
        desk.open();
        hands.press(KeyCode.CONTROL, KeyCode.N);
        assertEquals("Slicewise — New scenario", eyes.title());
        assertEquals("Add a GPU to start", eyes.text(".empty-scenario .section-title"));
        assertEquals(List.of("–", "–", "–"), eyes.figures());
        hands.click(eyes.labelled(".empty-scenario .button", "A30 24GB"));
        hands.click(eyes.labelled(".chip", "4g.24gb"));
        hands.click(eyes.block("4g.24gb"));
        hands.type("33");
        hands.press(KeyCode.ENTER);
        assertEquals(List.of("33.0 %", "33.0 %", "33.0 %"), eyes.figures());
        assertTrue(eyes.text(".why").contains("only one instance"), eyes.text(".why"));
    }
}
