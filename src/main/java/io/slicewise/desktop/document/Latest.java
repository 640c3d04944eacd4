package io.slicewise.desktop.document;

import io.slicewise.desktop.document.Background.Work;
import io.slicewise.work.Cancel;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work in the background of which only the newest request matters. While one is at work, of those that come only the last
 * one is kept and done next; the one at work is cancelled, and the answers of older ones are dropped. Work that fails is
 * thrown on the FX thread, and what comes after it is done all the same. For the FX thread.
 */
public final class Latest {
    private final Background background;
    private Cancel newest = new Cancel();
    private @Nullable Runnable next;
    private boolean atWork;

    public Latest(Background background) {
        this.background = background;
    }

    /** Does this work, and hands over its result if nothing newer was asked for until then. */
    public <T> void ask(Supplier<T> work, Consumer<T> then) {
        ask(_ -> work.get(), then);
    }

    /** Does this work, which stops where something newer was asked for, and hands over its result else. */
    public <T> void ask(Work<T> work, Consumer<T> then) {
        newest.cancel();
        Cancel mine = new Cancel();
        newest = mine;
        if (atWork) {
            next = () -> start(mine, work, then);
        } else {
            start(mine, work, then);
        }
    }

    /** Does this work, which takes less than a frame, at once; whatever was asked for before is dropped. */
    public <T> void now(Supplier<T> work, Consumer<T> then) {
        stop();
        then.accept(work.get());
    }

    /** Stops whatever was asked for. */
    public void stop() {
        newest.cancel();
        next = null;
    }

    private <T> void start(Cancel mine, Work<T> work, Consumer<T> then) {
        atWork = true;
        background.run(mine, work, ended -> {
            atWork = false;
            Runnable waiting = next;
            next = null;
            if (waiting != null) {
                waiting.run();
            }
            ended.hand(mine, then);
        });
    }
}
