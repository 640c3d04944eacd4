package io.slicewise.desktop.control;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Region;

/** When what is shown has come to the screen. JavaFX paints on another thread, and tells nobody when that is done. */
public final class Frames {
    private Frames() {}

    /**
     * Does something on the FX thread when the next frame is on the screen: not earlier, because where JavaFX paints
     * without a graphics card it also needs this thread to bring the frame there.
     */
    public static void onScreen(Runnable then) {
        onScreen(() -> true, then);
    }

    /**
     * The same for the first frame that shows something.
     *
     * @param shown is asked before each frame
     */
    public static void onScreen(BooleanSupplier shown, Runnable then) {
        new AnimationTimer() {
            private boolean begun;

            @Override
            public void handle(long now) {
                if (begun) {
                    stop();
                    waitForPainting();
                    // bringing the frame to the screen stands before this in the queue
                    Platform.runLater(then);
                } else {
                    begun = shown.getAsBoolean();
                }
            }
        }.start();
    }

    /** A picture is taken by the thread that paints, behind the frame that it has been given. */
    private static void waitForPainting() {
        SnapshotParameters pixel = new SnapshotParameters();
        pixel.setViewport(new Rectangle2D(0, 0, 1, 1));
        new Region().snapshot(pixel, null);
    }
}
