package io.slicewise.live;

import io.slicewise.live.http.LiveException;
import io.slicewise.work.Cancel;

/** Asks for a fleet once, and waits for the answer. */
@FunctionalInterface
public interface Fetch {
    /**
     * The fleet of now.
     *
     * @param cancel ends it within a moment
     */
    Reading fetch(Cancel cancel) throws LiveException;
}
