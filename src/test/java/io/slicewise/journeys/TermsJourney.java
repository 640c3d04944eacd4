package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
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
        expect(".compute-row", "Compute slice");
        expect(".memory-row", "Memory slice");
        expect(".card-slices", "Allocated share");
        expect(".figure-aside.term-gap", "Gap");
        expect(".basis-button", "Weight basis");
        expect(".column-header.term-profile", "Profile");
        expect(".findings-toggle.term-finding", "Finding");
    }

    @Test
    void theColumnsOfTheFleetExplainThemselves() {
        desk.openSample("host-8-gpus.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        expect(".column-header.term-placement", "Placement");
        expect(".column-header.term-weighted", "Slice-weighted average");
    }

    @Test
    void inTheOtherLanguageToo() {
        desk.open();
        Desk.fx(() -> {
            desk.words().languageProperty().set(Language.KOREAN);
            return true;
        });
        expect(".compute-row", "컴퓨트 슬라이스");
    }

    @Test
    void f1OpensTheTermThatThePointerRestsOn() {
        desk.open();
        rest(eyes.one(".memory-row"));
        hands.press(KeyCode.F1);
        Desk.settle();
        Node title = eyes.labelled(".help-view .section-title", "Memory slice");
        Desk.until(() -> {
            double y = title.localToScene(title.getBoundsInLocal()).getCenterY();
            return y > 0 && y < title.getScene().getHeight();
        });
    }

    private void expect(String selector, String term) {
        rest(eyes.one(selector));
        Desk.until(() -> tips().stream().anyMatch(tip -> tip.startsWith(term + "\n")));
        assertTrue(tips().size() == 1, () -> selector + ": " + tips());
    }

    private static List<String> tips() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList();
    }

    /** From above it, so that it is entered. */
    private static void rest(Node node) {
        Desk.settle();
        Desk.fx(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            Robot pointer = new Robot();
            pointer.mouseMove(new Point2D(3, 3));
            pointer.mouseMove(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
            pointer.mouseMove(new Point2D(bounds.getCenterX() + 1, bounds.getCenterY()));
            return true;
        });
    }
}
