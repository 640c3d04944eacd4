package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner presents a scenario to managers, with keys as clickers send them; in a window, as for a call. */
class PresentationJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    /** Begins a presentation as somebody does who sets it up first. */
    private void present() {
        desk.open();
        hands.press(KeyCode.SHIFT, KeyCode.F5);
        Desk.settle();
        hands.click(eyes.labelled(".setup .check-box", "In a window, for video calls"));
        hands.click(eyes.labelled(".sheet-buttons .button", "Present"));
        Desk.until(() -> !eyes.all(".show .slide-title").isEmpty());
        Desk.settle();
    }

    private void press(KeyCode... keys) {
        hands.press(keys);
        Desk.settle();
    }

    private String title() {
        return eyes.text(".show .slide-title");
    }

    private String lead() {
        return eyes.text(".show .slide-lead");
    }

    private String number() {
        return eyes.texts(".show .slide-foot").getLast();
    }

    @Test
    void theFiguresAreToldOneAfterTheOther() {
        present();
        assertEquals("1 / 9", number());
        assertEquals(List.of("51.4%", "72.0%", "75.0%"), eyes.texts(".show .tile-value"));
        press(KeyCode.PAGE_DOWN);
        assertEquals("How the GPU is divided", title());
        press(KeyCode.SPACE);
        assertEquals("Count every instance once: the instance average is 75.0%.", lead());
        press(KeyCode.RIGHT);
        assertEquals("Weigh each by its size: the slice-weighted average is 72.0% (−3.0 pp).", lead());
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        assertEquals("Why the figures differ", title());
        press(KeyCode.PAGE_UP);
        assertEquals("3 / 9", number());
        press(KeyCode.DIGIT7);
        assertEquals("7", eyes.text(".typed"));
        press(KeyCode.ENTER);
        assertEquals("What to do", title());
        press(KeyCode.END);
        assertEquals("9 / 9", number());
        press(KeyCode.HOME);
        press(KeyCode.B);
        assertTrue(eyes.one(".cover").getStyleClass().contains("black"));
        press(KeyCode.B);
        assertTrue(eyes.all(".cover").isEmpty());
        press(KeyCode.ESCAPE);
        assertTrue(eyes.all(".show").isEmpty(), "nothing was tried out, so nothing is asked");
    }

    @Test
    void whatIsTriedOnTheSlideCanBeKept() {
        present();
        press(KeyCode.DIGIT3);
        press(KeyCode.ENTER);
        hands.dragOnto(
                eyes.one(".morph-column", node -> node.getAccessibleText().startsWith("2g")),
                eyes.one(".show .slide-title"));
        assertEquals("Count every instance once: the instance average is 85.0%.", lead());
        assertEquals("75.0%", eyes.figures().getFirst(), "the document stays as it is");
        press(KeyCode.ESCAPE);
        if (eyes.all(".sheet.ask").isEmpty()) {
            press(KeyCode.ESCAPE);
        }
        hands.click(eyes.labelled(".sheet.ask .button", "Apply"));
        assertTrue(eyes.all(".show").isEmpty());
        assertEquals("85.0%", eyes.figures().getFirst());
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        Desk.settle();
        assertEquals("75.0%", eyes.figures().getFirst());
    }

    @Test
    void whatIsTriedIsToldApartOnEverySlide() {
        present();
        assertEquals(List.of(), eyes.all(".show .slide-foot.tried"));
        press(KeyCode.DIGIT3);
        press(KeyCode.ENTER);
        press(KeyCode.TAB);
        press(KeyCode.SHIFT, KeyCode.DOWN);
        for (String slide : List.of("3 / 9", "4 / 9", "9 / 9")) {
            press(KeyCode.getKeyCode(slide.substring(0, 1)));
            press(KeyCode.ENTER);
            assertEquals(slide, number());
            assertEquals("Tried out: not the document’s utilizations", eyes.text(".show .slide-foot.tried"));
        }
        assertEquals(
                "Some utilizations were tried out on the slides: they are neither readings nor part of the document.",
                lead());
        press(KeyCode.R);
        assertEquals(List.of(), eyes.all(".show .slide-foot.tried"));
        assertEquals("Nothing here is estimated; what is missing is marked as missing.", lead());
    }

    @Test
    void aPresentationIsInTheLanguageThatTheWindowHasWhenItStarts() {
        desk.open();
        hands.press(KeyCode.F5);
        Desk.settle();
        String english = title();
        press(KeyCode.ESCAPE);
        Desk.fx(() -> {
            desk.words().languageProperty().set(Language.KOREAN);
            return true;
        });
        hands.press(KeyCode.F5);
        Desk.settle();
        assertFalse(english.equals(title()), title());
        assertEquals("GPU 분할 현황", secondTitle());
    }

    private String secondTitle() {
        press(KeyCode.DIGIT2);
        press(KeyCode.ENTER);
        return title();
    }

    @Test
    void columnsAreChangedByKeysAndDropped() {
        present();
        press(KeyCode.DIGIT3);
        press(KeyCode.ENTER);
        press(KeyCode.TAB);
        press(KeyCode.SHIFT, KeyCode.DOWN);
        press(KeyCode.UP);
        assertEquals("Count every instance once: the instance average is 72.8%.", lead());
        press(KeyCode.ESCAPE);
        press(KeyCode.ESCAPE);
        hands.click(eyes.labelled(".sheet.ask .button", "Discard"));
        assertEquals("75.0%", eyes.figures().getFirst());
    }

    @Test
    void anotherAudienceInAnotherLanguageWithoutTheArithmetic() {
        present();
        String forManagers = lead();
        press(KeyCode.A);
        assertFalse(forManagers.equals(lead()));
        press(KeyCode.L);
        press(KeyCode.DIGIT2);
        press(KeyCode.ENTER);
        assertEquals("GPU 분할 현황", title());
        press(KeyCode.S);
        hands.click(eyes.labelled(".show .setup .check-box", "The arithmetic"));
        press(KeyCode.ESCAPE);
        assertEquals("2 / 8", number());
        press(KeyCode.ESCAPE);
        hands.press(KeyCode.CONTROL, KeyCode.F5);
        Desk.until(() -> !eyes.all(".show .slide-title").isEmpty());
        Desk.settle();
        assertEquals("2 / 8", number(), "it goes on where it was, as it was set up");
    }

    @Test
    void thePresenterHasNotesAndATimerOnOneScreenToo() {
        present();
        press(KeyCode.P);
        assertTrue(eyes.text(".presenter-notes").contains("2 × 1g.10gb still fit"));
        assertTrue(eyes.text(".presenter-timer").matches("\\d\\d:\\d\\d"));
        hands.click(eyes.labelled(".presenter-bar .button", "Next"));
        assertEquals("How the GPU is divided", title());
        assertTrue(eyes.text(".presenter-notes").startsWith("MIG divides one GPU"));
        hands.click(eyes.labelled(".presenter-bar .button", "Set up"));
        assertTrue(eyes.all(".show .setup").isEmpty(), "out of the audience's sight");
        assertEquals(1, eyes.all(".setup").size());
        press(KeyCode.ESCAPE);
        press(KeyCode.P);
        assertTrue(eyes.all(".presenter").isEmpty());
    }

    @Test
    void whateverTakesTheKeyboardSaysWhatItIs() {
        present();
        for (int slide = 1; slide <= 9; slide++) {
            Node root = eyes.one(".show");
            assertEquals(List.of(), Desk.fx(() -> silent(root, new ArrayList<>())), title());
            press(KeyCode.getKeyCode(String.valueOf(Math.min(9, slide + 1))));
            press(KeyCode.ENTER);
        }
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
