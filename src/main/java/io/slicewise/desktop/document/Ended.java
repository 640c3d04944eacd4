package io.slicewise.desktop.document;

import io.slicewise.desktop.document.Background.Work;
import io.slicewise.work.Cancel;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** How work in the background ended. */
public sealed interface Ended<T> {
    /** With a result. */
    record Done<T>(T result) implements Ended<T> {}

    /** With a failure. */
    record Failed<T>(RuntimeException why) implements Ended<T> {}

    /** Before its end, since it was cancelled. */
    record Stopped<T>() implements Ended<T> {}

    /** Does work, unless it was cancelled before. */
    static <T> Ended<T> of(Cancel cancel, Work<T> work) {
        try {
            cancel.check();
            return new Done<>(work.take(cancel));
        } catch (CancellationException _) {
            return new Stopped<>();
        } catch (RuntimeException e) {
            return new Failed<>(e);
        }
    }

    /** Hands over the result, unless the work was cancelled; throws what it failed with. */
    default void hand(Cancel cancel, Consumer<T> then) {
        if (this instanceof Failed<T> failed) {
            throw failed.why();
        }
        if (this instanceof Done<T> done && !cancel.isCancelled()) {
            then.accept(done.result());
        }
    }
}
