package io.slicewise.live.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A password, a token or the value of a header. It shows in no text, no log and no stack trace. */
public final class Secret {
    /** What stands in its place. */
    static final String SHOWN = "•••";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Keeps a secret as it is written. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The secret itself: for the request that needs it, and for nothing else. */
    public String reveal() {
        return value;
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for all: a hash of a short secret would tell it. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return SHOWN;
    }
}
