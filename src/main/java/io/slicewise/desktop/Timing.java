package io.slicewise.desktop;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** Says how long the start took, for those who set {@code SLICEWISE_TIMING=1}. */
final class Timing {
    private Timing() {}

    /**
     * Prints the time from the start of the process to the first frame that answers to a person, and to the first one in
     * which the figures of a document stand, with what all of that took of the processor.
     */
    static void ofFirstFrames(Stage stage) {
        if (!"1".equals(System.getenv("SLICEWISE_TIMING"))) {
            return;
        }
        new AnimationTimer() {
            private int frames;
            private int figures;

            @Override
            public void handle(long now) {
                // the pulse after the one that painted something: it is on the screen
                if (stage.isShowing() && ++frames == 2) {
                    System.err.println("first frame after " + elapsed() + " ms");
                }
                // much is painted with them for the first time, which the next pulse waits for
                if (stage.isShowing() && (figures > 0 || hasFigures(stage)) && ++figures == 3) {
                    stop();
                    System.err.println("first figures after " + elapsed() + " ms, "
                            + Starter.processor().toMillis() + " ms of the processor");
                }
            }
        }.start();
    }

    private static long elapsed() {
        return Duration.between(Starter.started(), Instant.now()).toMillis();
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
