package io.slicewise.live.http;

import io.slicewise.text.Thrown;
import org.jspecify.annotations.Nullable;

/** There is no answer. */
public final class LiveException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public LiveException(Failure failure) {
        super(failure.kind() + " " + failure.message().key());
        this.failure = failure;
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
