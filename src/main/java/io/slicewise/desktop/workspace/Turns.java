package io.slicewise.desktop.workspace;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets what asks a person come one after the other. A dialog that waits for its answer lets everything else go on, other
 * questions among it: without turns, what a file leaves open would lie over the work that a crash left behind. For one
 * thread.
 */
final class Turns {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean taken;

    /** Does something that may ask: now, or when what asks at the moment has its answer. */
    void take(Runnable asking) {
        waiting.add(asking);
        if (!taken) {
            taken = true;
            goOn();
        }
    }

    /** Makes all wait from now on, while nothing has its turn, until what is returned is run. */
    Runnable hold() {
        taken = true;
        return this::goOn;
    }

    private void goOn() {
        try {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        } finally {
            taken = false;
        }
    }
}
