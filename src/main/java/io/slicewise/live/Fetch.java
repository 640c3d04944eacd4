package io.slicewise.live;

import io.slicewise.live.http.Cancel;
import io.slicewise.live.http.LiveException;

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
