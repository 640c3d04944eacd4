package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.samples.SampleLibrary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner who uses no mouse, or no screen, gets everywhere and is told what everything is. */
class AccessJourney {
    private static final int MOST_STOPS = 90;
    private static final int MOST_ON_A_SCREEN = 200;
    private static final double EDGE = 4;

    /** With room for the Library, as far as the headless screen goes. */
    private static final double WIDE = 1000;

    @RegisterExtension
    final Desk desk = new Desk();

    /** Stops that were looked at, since many are there on every screen. */
    private final Set<Node> looked = new HashSet<>();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void tabReachesTheMapTheTableTheFiguresAndTheCharts() {
        desk.open();
        Set<String> reached = new LinkedHashSet<>();
        List<String> kinds = List.of("slice-map", "instance-table", "figure-card", "chart-view", "chip", "card-model");
        for (int stop = 0; stop < MOST_STOPS && !reached.containsAll(kinds); stop++) {
            hands.press(KeyCode.TAB);
            Node focus = Desk.fx(() -> desk.stage().getScene().getFocusOwner());
            reached.addAll(focus.getStyleClass());
        }
        assertTrue(reached.containsAll(kinds), () -> "reached: " + reached);
    }

    /**
     * Whoever goes by keyboard sees where it is: every stop of every screen looks different while it has the focus. And no
     * screen holds the keyboard: Tab comes around to where it began.
     */
    @Test
    void everyStopShowsThatItHasTheFocusAndTabGoesAround() {
        Map<String, List<String>> unseen = new LinkedHashMap<>();
        onEveryScreen(screen -> {
            List<String> stops = unseen(screen);
            if (!stops.isEmpty()) {
                unseen.put(screen, stops);
            }
        });
        assertEquals(Map.of(), unseen);
    }

    /** F6 goes through the panes of every screen and comes around, and Shift F6 goes the same way back. */
    @Test
    void panesFollowEachOtherOnEveryScreen() {
        onEveryScreen(screen -> {
            List<Node> there = around(screen, false);
            assertTrue(there.size() > 2, () -> screen + ": " + there);
            // the one that it began and ended with is where the way back begins
            List<Node> back = around(screen, true);
            Collections.rotate(back, -back.indexOf(there.getFirst()));
            assertEquals(there.getFirst(), back.getFirst(), screen);
            assertEquals(there.reversed().subList(0, there.size() - 1), back.subList(1, back.size()), screen);
        });
    }

    /** Where the focus goes by a key until it is where it went first, which comes last. */
    private List<Node> around(String screen, boolean back) {
        Node first = press(KeyCode.F6, back);
        List<Node> stops = new ArrayList<>();
        do {
            Node next = press(KeyCode.F6, back);
            assertTrue(!stops.contains(next), () -> screen + ": caught among " + stops);
            stops.add(next);
        } while (!first.equals(stops.getLast()));
        return stops;
    }

    /** Looks at every screen and at every part of it. */
    private void onEveryScreen(Consumer<String> look) {
        desk.openSample("snapshot-range.json");
        Desk.until(() -> eyes.all(".document").size() == 1);
        for (KeyCode screen : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4)) {
            hands.press(KeyCode.CONTROL, screen);
            Desk.settle();
            look.accept(screen.getName());
        }
        onEveryPart(KeyCode.DIGIT5, ".monitoring-bar .toggle-button", look);
        onEveryPart(KeyCode.DIGIT6, ".plan-bar-top .toggle-button", look);
        hands.press(KeyCode.CONTROL, KeyCode.N);
        hands.press(KeyCode.SPACE);
        Desk.settle();
        look.accept("a GPU without instances");
        also("plan-four-models.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT6);
        Desk.settle();
        look.accept("6 with a demand");
        also("host-8-gpus.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        Desk.settle();
        hands.click(
                eyes.one(".fleet-bar .menu-button", button -> Eyes.read(button).startsWith("Compare with")));
        hands.chooseEntry("Plan: four models");
        look.accept("Compare");
    }

    private void also(String sample) {
        Desk.fx(() -> {
            desk.session().workspace().open(SampleLibrary.builtIn().named(sample));
            return true;
        });
        Desk.settle();
    }

    private void onEveryPart(KeyCode screen, String parts, Consumer<String> look) {
        hands.press(KeyCode.CONTROL, screen);
        Desk.settle();
        for (Node part : eyes.all(parts)) {
            hands.click(part);
            // what is made in the background stands before it is looked at
            Desk.until(() -> eyes.all(".file-preview").isEmpty()
                    || !eyes.text(".file-preview").isBlank());
            look.accept(screen.getName() + " " + Eyes.read(part));
        }
    }

    /** The stops of Tab that look as they do without the focus. */
    private List<String> unseen(String screen) {
        Set<Node> stops = new LinkedHashSet<>();
        List<String> unseen = new ArrayList<>();
        Node first = press(KeyCode.TAB, false);
        Node stop = first;
        do {
            Node focused = stop;
            assertTrue(stops.add(focused) && stops.size() < MOST_ON_A_SCREEN, () -> screen + ": caught among " + stops);
            boolean fresh = looked.add(focused);
            int[] with = fresh ? Desk.fx(() -> pixels(focused)) : new int[0];
            stop = press(KeyCode.TAB, false);
            if (fresh && Arrays.equals(with, Desk.fx(() -> pixels(focused)))) {
                unseen.add(focused + " in " + focused.getParent());
            }
        } while (!first.equals(stop));
        return unseen;
    }

    /** Where a key leads, by JavaFX's own robot; TestFX's takes ten times as long. */
    private Node press(KeyCode key, boolean back) {
        Desk.fx(() -> {
            Robot robot = new Robot();
            if (back) {
                robot.keyPress(KeyCode.SHIFT);
            }
            robot.keyPress(key);
            robot.keyRelease(key);
            if (back) {
                robot.keyRelease(KeyCode.SHIFT);
            }
            return true;
        });
        return Desk.afterPulse(() -> desk.stage().getScene().getFocusOwner());
    }

    /** What a node looks like, with the edge around it. */
    private static int[] pixels(Node node) {
        Parent root = node.getScene().getRoot();
        Bounds all = node.localToScene(node.getLayoutBounds());
        SnapshotParameters part = new SnapshotParameters();
        part.setViewport(new Rectangle2D(
                Math.max(0, all.getMinX() - EDGE),
                Math.max(0, all.getMinY() - EDGE),
                all.getWidth() + 2 * EDGE,
                all.getHeight() + 2 * EDGE));
        WritableImage image = root.snapshot(part, null);
        int wide = (int) image.getWidth();
        int high = (int) image.getHeight();
        int[] pixels = new int[wide * high];
        image.getPixelReader().getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        return pixels;
    }

    @Test
    void theKeyboardAloneMakesAScenario() {
        desk.open();
        tabTo("slice-map");
        hands.press(KeyCode.RIGHT);
        hands.press(KeyCode.DELETE);
        assertEquals(3, eyes.blocks().size());
        hands.press(KeyCode.END);
        hands.press(KeyCode.LEFT);
        hands.type("95.5");
        hands.press(KeyCode.ENTER);
        assertTrue(eyes.blocks().getLast().endsWith("95.5%"), () -> "" + eyes.blocks());
        tabTo("chip");
        hands.press(KeyCode.SPACE);
        assertEquals(4, eyes.blocks().size());
    }

    @Test
    void theLibraryIsOneStopWithArrowsAndLetters() {
        desk.openWithLibrary();
        Desk.fx(() -> {
            desk.stage().setWidth(WIDE);
            return true;
        });
        tabTo("library-item");
        hands.press(KeyCode.DOWN);
        assertEquals("One instance without a reading", Eyes.read(focus()));
        hands.type("c");
        assertEquals("Case 1: development, many 1g", Eyes.read(focus()));
        hands.type("c");
        assertEquals("Case 2: production, 2g and 3g mixed", Eyes.read(focus()));
        hands.press(KeyCode.TAB);
        assertFalse(focus().getStyleClass().contains("library-item"), () -> "" + focus());
        hands.press(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals("Case 2: production, 2g and 3g mixed", Eyes.read(focus()));
    }

    private Node focus() {
        return Desk.fx(() -> desk.stage().getScene().getFocusOwner());
    }

    private void tabTo(String styleClass) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            hands.press(KeyCode.TAB);
            if (Desk.fx(() ->
                    desk.stage().getScene().getFocusOwner().getStyleClass().contains(styleClass))) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + styleClass);
    }

    @Test
    void whateverTakesTheFocusSaysWhatItIs() {
        desk.open();
        expectWords("main example");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        expectWords("explain");
        hands.press(KeyCode.CONTROL, KeyCode.L);
        expectWords("Library");
        hands.press(KeyCode.CONTROL, KeyCode.N);
        expectWords("new scenario");
        hands.press(KeyCode.CONTROL, KeyCode.W);
        hands.press(KeyCode.CONTROL, KeyCode.W);
        expectWords("nothing open");
    }

    private void expectWords(String where) {
        assertEquals(List.of(), Desk.fx(() -> silent(desk.stage().getScene().getRoot(), new ArrayList<>())), where);
    }

    private static List<Node> silent(Node node, List<Node> found) {
        if (node.isVisible()) {
            if (node.isFocusTraversable() && !says(node)) {
                found.add(node);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> silent(child, found));
            }
        }
        return found;
    }

    private static boolean says(Node node) {
        Object words = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        return words instanceof String text && !text.isBlank() || node instanceof TabPane || node instanceof SplitPane;
    }
}
