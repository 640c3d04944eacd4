package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Ended;
import io.slicewise.work.Cancel;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * Work that begins when the frame of now has been painted: what a person waits for first has the processors for itself.
 *
 * @param background does the work
 */
record AfterFrame(Background background) implements Background {
    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        new AnimationTimer() {
            private int begun;

            @Override
            public void handle(long now) {
                // called before each frame: the one of now has been painted when the one after it is behind us
                if (++begun > 2) {
                    stop();
                    background.run(cancel, work, then);
                }
            }
        }.start();
    }
}
