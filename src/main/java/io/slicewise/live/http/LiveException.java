package io.slicewise.live.http;

/** There is no answer. */
public final class LiveException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public LiveException(Failure failure) {
        super(failure.kind() + " " + failure.message().key());
        this.failure = failure;
    }

    /** Why not. */
    public Failure failure() {
        return failure;
    }
}
