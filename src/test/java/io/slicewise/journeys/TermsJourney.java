package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.look.Tooltips;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who does not know the field rests the pointer on a word and is told what it is. */
class TermsJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void theWordsOfTheEditorAndTheFiguresExplainThemselves() {
        desk.open();
        for (String word : List.of(
                ".compute-row",
                ".memory-row",
                ".card-slices",
                ".figure-aside.term-gap",
                ".basis-button",
                ".column-header.term-profile",
                ".findings-toggle.term-finding")) {
            expectExplained(word);
        }
    }

    @Test
    void theColumnsOfTheFleetExplainThemselves() {
        desk.openSample("host-8-gpus.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        expectExplained(".column-header.term-placement");
        expectExplained(".column-header.term-weighted");
    }

    @Test
    void f1OpensTheTermThatThePointerRestsOn() {
        desk.open();
        rest(eyes.one(".memory-row"));
        hands.press(KeyCode.F1);
        Desk.settle();
        assertEquals("Memory slice", Eyes.read(eyes.labelled(".help-view .section-title", "Memory slice")));
    }

    /** A tooltip is there once the pointer came; when it opens is JavaFX's business. */
    private void expectExplained(String selector) {
        Node word = eyes.one(selector);
        rest(word);
        assertTrue(Desk.fx(() -> Tooltips.isOn(word)), selector);
    }

    /** From elsewhere, so that it is entered. */
    private static void rest(Node node) {
        Desk.settle();
        Desk.fx(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            Robot pointer = new Robot();
            pointer.mouseMove(new Point2D(3, 3));
            pointer.mouseMove(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
            return true;
        });
        Desk.settle();
    }
}
