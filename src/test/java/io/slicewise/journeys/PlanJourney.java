package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner asks how many GPUs a demand needs, and which moves make room. */
class PlanJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    private List<String> sentences() {
        return eyes.texts(".plan-sentence");
    }

    /** A field of the demand, by the line and the column as they stand there. */
    private Node cell(int row, int column) {
        return eyes.one(
                ".demand-table .live-field",
                node -> node.getParent() instanceof TableCell<?, ?> cell
                        && cell.getIndex() == row
                        && cell.getParent().getChildrenUnmodifiable().indexOf(cell) == column);
    }

    @Test
    void eachKeyChangesTheAnswerAndIsUndone() {
        desk.openSample("plan-cases-grown.slicewise.json");
        assertEquals(List.of("8 A100 80GB: the compute slices decide."), sentences());

        hands.chooseFrom("Compare", "With this plan as it is now");
        hands.fill(cell(0, 1), "70");
        assertTrue(sentences().getFirst().startsWith("22 A100 80GB"), () -> "" + sentences());
        assertTrue(
                eyes.texts(".plan-blocks .label").contains("the plan before → this plan: 14 more GPUs to buy."),
                () -> "" + eyes.texts(".plan-blocks .label"));
        hands.fill(cell(1, 2), "4g");
        assertTrue(sentences().getFirst().contains("A100 80GB"), () -> "" + sentences());
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        Desk.settle();
        assertEquals(List.of("8 A100 80GB: the compute slices decide."), sentences());

        hands.click(eyes.labelled(".plan-answer .button", "Open as scenario"));
        assertEquals("Slicewise — Plan: the cases, grown by half: plan", eyes.title());
    }

    @Test
    void aQuestionOfTheEmptyScreenLeadsToTheMovesAndTheirCommands() {
        desk.openSample("host-8-gpus.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT6);
        Desk.settle();
        hands.click(eyes.one(".plan-choice", node -> "Make room".equals(node.getAccessibleText())));
        Desk.until(() -> !sentences().isEmpty());
        assertEquals(List.of("With a stop: 3 moves"), sentences());
        hands.click(eyes.labelled(".plan-part .button", "Steps and commands"));
        Desk.until(() -> sentences().stream().anyMatch(words -> words.startsWith("Kept: 47, drained: 3")));
        assertTrue(
                eyes.texts(".plan-code").stream().anyMatch(script -> script.startsWith("#!/usr/bin/env bash")),
                () -> "" + eyes.texts(".plan-code"));
    }

    @Test
    void aRecordedRangeTellsOfSizesAndOfWhenItIsFull() {
        desk.openSample("snapshot-range.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT6);
        Desk.settle();
        hands.click(eyes.labelled(".plan-bar-top .toggle-button", "Sizes"));
        Desk.until(() -> sentences().contains("0 too large, 0 too small, 0 right, 6 without an answer"));
        hands.click(eyes.labelled(".plan-bar-top .toggle-button", "When"));
        Desk.until(() -> eyes.texts(".badge").contains("No date can be given"));
        assertTrue(
                sentences().stream().anyMatch(words -> words.startsWith("Too short: 0 days.")), () -> "" + sentences());
        hands.click(eyes.labelled(".plan-bar-top .toggle-button", "Sizes"));
        hands.click(eyes.labelled(".plan-part .button", "Plan with these sizes"));
        Desk.until(() -> sentences().stream().anyMatch(words -> words.startsWith("2 H100")));
    }

    @Test
    void aRateThatIsTypedTellsWhatTheHardwareCosts() {
        desk.openSample("main-example.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT6);
        Desk.settle();
        hands.click(eyes.labelled(".plan-bar-top .toggle-button", "Money"));
        Desk.until(() -> eyes.texts(".plan-blocks .label").stream().anyMatch(said -> said.startsWith("No total yet")));
        hands.fill(eyes.one(".live-field", node -> "assumed-a100-80gb-hourly".equals(node.getId())), "2.5");
        Desk.until(() -> sentences().stream().anyMatch(said -> said.startsWith("The hardware costs 1,825.00 a month")));
        hands.click(eyes.labelled(".plan-bar-top .toggle-button", "Power"));
        Desk.until(() -> sentences().stream().anyMatch(said -> said.startsWith("The GPUs draw 237.8 W")));
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        Desk.settle();
        hands.click(eyes.labelled(".plan-bar-top .toggle-button", "Money"));
        Desk.until(() -> eyes.texts(".plan-blocks .label").stream().anyMatch(said -> said.startsWith("No total yet")));
    }

    @Test
    void theScreenSpeaksKorean() {
        desk.openSample("plan-four-models.slicewise.json");
        Desk.fx(() -> {
            desk.words().languageProperty().set(Language.KOREAN);
            return true;
        });
        Desk.until(() -> sentences().size() == 2);
        assertTrue(eyes.texts(".badge").contains("증명됨"), () -> "" + eyes.texts(".badge"));
    }
}
