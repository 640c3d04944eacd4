package io.slicewise.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What a live view needs of the world.
 *
 * @param owner runs everything that touches the view, one after the other: the thread of a window
 * @param worker runs what waits for answers
 * @param timer starts something on the owner later
 * @param clock what time it is
 */
public record Surroundings(Executor owner, Executor worker, Timer timer, InstantSource clock) {
    /** Starts things later. */
    @FunctionalInterface
    public interface Timer {
        /** Starts something on the owner after a while; what it returns takes that back. */
        Runnable after(Duration time, Runnable action);
    }
}
