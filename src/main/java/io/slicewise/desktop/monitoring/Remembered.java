package io.slicewise.desktop.monitoring;

import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Connection;

/**
 * A connection that came about once, as it is remembered. Holds no secret: of headers the names alone.
 *
 * @param connection where to and how
 * @param computed who computes the figures
 * @param kept whether its secrets were kept in the system's keyring
 */
record Remembered(Connection connection, Computed computed, boolean kept) {
    /** {@code https://a.example (kim)}. */
    String name() {
        String base = connection.base().toString();
        return connection.access() instanceof Access.Basic basic ? base + " (" + basic.user() + ")" : base;
    }

    /** Whether it is about the same server and person. */
    boolean isSame(Remembered other) {
        return connection.base().equals(other.connection.base())
                && connection.access().equals(other.connection.access())
                && connection.tenant().equals(other.connection.tenant());
    }
}
