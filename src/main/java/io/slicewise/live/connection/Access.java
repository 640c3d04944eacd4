package io.slicewise.live.connection;

/** How a server lets a person in. The secret itself is in {@link Credentials}. */
public sealed interface Access {
    /** Anyone may ask. */
    record None() implements Access {}

    /**
     * A user with a password.
     *
     * @param user the name
     */
    record Basic(String user) implements Access {}

    /** A token. */
    record Bearer() implements Access {}
}
