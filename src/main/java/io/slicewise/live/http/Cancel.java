package io.slicewise.live.http;

import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Ends what is under way, once and for good. For any thread. */
public final class Cancel {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Ends it. Returns at once. */
    public void cancel() {
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

    /** Whether it has been ended. */
    public boolean isCancelled() {
        synchronized (actions) {
            return cancelled;
        }
    }

    /** Goes on, unless it has been ended. */
    public void check() throws LiveException {
        if (isCancelled()) {
            throw exception();
        }
    }

    /** What to throw when it has been ended. */
    static LiveException exception() {
        return new LiveException(Failure.of(Failure.Kind.CANCELLED, Text.of("live.failed.cancelled")));
    }

    /** Something to do when it is ended; at once where it has been. Close to take it back. */
    public Registration onCancel(Runnable action) {
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
