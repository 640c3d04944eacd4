package io.slicewise.live.http;

import io.slicewise.text.Text;
import io.slicewise.text.Thrown;
import io.slicewise.work.Cancel;
import org.jspecify.annotations.Nullable;

/** There is no answer. */
public final class LiveException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public LiveException(Failure failure) {
        super(failure.kind() + " " + failure.message().key());
        this.failure = failure;
    }

    /**
     * Goes on, unless the question was cancelled.
     *
     * @throws LiveException where it was
     */
    public static void check(Cancel cancel) throws LiveException {
        if (cancel.isCancelled()) {
            throw cancelled();
        }
    }

    /** There is no answer, since the question was cancelled. */
    public static LiveException cancelled() {
        return new LiveException(Failure.of(Failure.Kind.CANCELLED, Text.of("live.failed.cancelled")));
    }

    /** The failure that hides in what reading an answer threw; {@code null} where there is none. */
    public static @Nullable LiveException in(Throwable thrown) {
        return Thrown.in(thrown, LiveException.class);
    }

    /** Why not. */
    public Failure failure() {
        return failure;
    }
}
