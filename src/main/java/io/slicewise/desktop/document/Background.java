package io.slicewise.desktop.document;

import io.slicewise.work.Cancel;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Runs what takes longer than a frame, and hands its result to the FX thread. */
public interface Background {
    /** Work that can be told to stop. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does it.
         *
         * @param cancel to be asked now and then
         * @throws CancellationException where it stopped since that said so
         */
        T take(Cancel cancel);
    }

    /**
     * Does work on another thread.
     *
     * @param cancel ends it; where that is done before it begins, nothing is done
     * @param then gets on the FX thread how it ended, also where it was cancelled
     */
    <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then);

    /**
     * Does work on another thread; what it fails with is thrown on the FX thread.
     *
     * @param cancel ends it
     * @param then gets its result on the FX thread, unless it was cancelled until then
     */
    default <T> void start(Cancel cancel, Work<T> work, Consumer<T> then) {
        run(cancel, work, ended -> ended.hand(cancel, then));
    }

    /** Does work on another thread that only ends where what it belongs to is closed. */
    default <T> void start(Work<T> work, Consumer<T> then) {
        start(new Cancel(), work, then);
    }
}
