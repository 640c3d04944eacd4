package io.slicewise.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Ends work that is under way, once and for good. For any thread. */
public final class Cancel {
    /** Of work that always goes on to its end. */
    public static final Cancel NEVER = new Cancel(false);

    private final boolean possible;
    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean cancelled;

    public Cancel() {
        this(true);
    }

    private Cancel(boolean possible) {
        this.possible = possible;
    }

    /**
     * Ends it. Returns at once.
     *
     * @throws IllegalStateException for {@link #NEVER}
     */
    public void cancel() {
        if (!possible) {
            throw new IllegalStateException("this work always goes on to its end");
        }
        List<Runnable> all;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            all = List.copyOf(actions);
            actions.clear();
        }
        all.forEach(Runnable::run);
    }

    /** Whether it has been ended. Cheap: asked once for each instance, branch or file. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Goes on, unless it has been ended.
     *
     * @throws CancellationException where it has
     */
    public void check() {
        if (cancelled) {
            throw ended();
        }
    }

    /** What work throws that has been ended; it unwinds everything that would take it for a failure and go on. */
    public static CancellationException ended() {
        return new CancellationException();
    }

    /** Something to do when it is ended; at once where it has been. Close to take it back. */
    public Registration onCancel(Runnable action) {
        if (!possible) {
            return () -> {};
        }
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return () -> {
                    synchronized (actions) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /** Something that waits for the end. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
