package io.slicewise.desktop.fleet;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the newest of several requests. While one is at work, of those that come only the last one is kept; what an older
 * one came to is not shown. For the FX thread.
 */
final class Latest {
    private final FleetActions actions;
    private @Nullable Runnable next;
    private boolean atWork;
    private int newest;

    Latest(FleetActions actions) {
        this.actions = actions;
    }

    /**
     * A request.
     *
     * @param small whether it takes less than a frame: then it is done at once
     */
    <T> void ask(boolean small, Supplier<T> work, Consumer<T> then) {
        int number = ++newest;
        next = null;
        if (small) {
            then.accept(work.get());
        } else if (atWork) {
            next = () -> start(number, work, then);
        } else {
            start(number, work, then);
        }
    }

    private <T> void start(int number, Supplier<T> work, Consumer<T> then) {
        atWork = true;
        actions.run(work, result -> {
            atWork = false;
            Runnable waiting = next;
            next = null;
            if (number == newest) {
                then.accept(result);
            }
            if (waiting != null) {
                waiting.run();
            }
        });
    }
}
