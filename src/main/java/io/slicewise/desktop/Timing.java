package io.slicewise.desktop;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/** Says how long the start took, for those who set {@code SLICEWISE_TIMING=1}. */
final class Timing {
    private Timing() {}

    /** Prints the time from the start of the process to the first frame that answers to a person. */
    static void ofFirstFrame(Stage stage) {
        if (!"1".equals(System.getenv("SLICEWISE_TIMING"))) {
            return;
        }
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                // the pulse after the one that painted the window: it is on the screen and takes input
                if (stage.isShowing() && ++frames == 2) {
                    stop();
                    System.err.println("first frame after "
                            + Duration.between(Starter.started(), Instant.now()).toMillis() + " ms");
                }
            }
        }.start();
    }
}
