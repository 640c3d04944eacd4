package io.slicewise.snapshot.exposition;

import io.slicewise.work.Cancel;
import java.util.concurrent.CancellationException;

/**
 * Watches a reading from outside: how far it is, and whether it should stop. Asked after each read from the source, of
 * 256 KB or more where the source has so much at hand, and once more for each GPU that is put together of what was read.
 */
public interface ReadWatch {
    /** Nobody watches. */
    ReadWatch NONE = new ReadWatch() {};

    /** Whether to stop; what was read until then stays valid. Must be cheap. */
    default boolean cancelled() {
        return false;
    }

    /**
     * Goes on, unless it should stop.
     *
     * @throws CancellationException where it should
     */
    default void check() {
        if (cancelled()) {
            throw Cancel.ended();
        }
    }

    /**
     * Tells the progress.
     *
     * @param bytes the bytes taken from the source so far
     */
    default void progress(long bytes) {}
}
