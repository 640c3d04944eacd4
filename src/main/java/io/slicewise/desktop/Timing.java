package io.slicewise.desktop;

import io.slicewise.desktop.control.Frames;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/**
 * Says when the window has started, for those who set {@code SLICEWISE_TIMING=1} and look at the clock themselves: when a
 * process began, Java knows only to the second on some systems.
 */
final class Timing {
    private Timing() {}

    /**
     * Tells of the first frame that answers to a person, and of the first one in which the figures of a document stand,
     * with what all of that took of the processor.
     */
    static void ofFirstFrames(Stage stage) {
        if (!"1".equals(System.getenv("SLICEWISE_TIMING"))) {
            return;
        }
        stage.setOnShown(_ -> Frames.onScreen(() -> System.err.println("first frame")));
        Frames.onScreen(
                () -> stage.isShowing() && hasFigures(stage),
                () -> System.err.println("first figures, " + Starter.processor().toMillis() + " ms of the processor"));
    }

    /** Whether the cards of one document have their figures, or the line above the table of a fleet. */
    private static boolean hasFigures(Stage stage) {
        Node root = stage.getScene().getRoot();
        return Stream.of(".figure-value", ".fleet-summary")
                .flatMap(where -> root.lookupAll(where).stream())
                .anyMatch(
                        node -> node instanceof Label label && !label.getText().isEmpty());
    }
}
