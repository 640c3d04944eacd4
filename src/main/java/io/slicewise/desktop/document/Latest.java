package io.slicewise.desktop.document;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background of which only the newest request matters. While one is at work, of those that come only the last
 * one is kept and done next; the answers of older ones are dropped. For the FX thread.
 */
public final class Latest {
    private final Background background;
    private @Nullable Runnable next;
    private boolean atWork;
    private long newest;

    public Latest(Background background) {
        this.background = background;
    }

    /** Does this work, and hands over its result if nothing newer was asked for until then. */
    public <T> void ask(Supplier<T> work, Consumer<T> then) {
        long mine = ++newest;
        if (atWork) {
            next = () -> start(mine, work, then);
        } else {
            start(mine, work, then);
        }
    }

    /** Does this work, which takes less than a frame, at once; whatever was asked for before is dropped. */
    public <T> void now(Supplier<T> work, Consumer<T> then) {
        newest++;
        next = null;
        then.accept(work.get());
    }

    private <T> void start(long mine, Supplier<T> work, Consumer<T> then) {
        atWork = true;
        background.run(work, result -> {
            atWork = false;
            Runnable waiting = next;
            next = null;
            if (waiting != null) {
                waiting.run();
            }
            if (mine == newest) {
                then.accept(result);
            }
        });
    }
}
