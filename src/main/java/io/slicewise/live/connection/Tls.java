package io.slicewise.live.connection;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Certificates beside those that Java trusts and sends anyway.
 *
 * @param authority a PEM file with certificates to trust; {@code null} for none
 * @param certificate who the client is: a PEM file with a chain (and, unless {@code key} names it, the key), or a
 *     PKCS12 file; {@code null} for no one
 * @param key a PEM file with the key of the certificate; {@code null} where the certificate's file has it
 */
public record Tls(
        @Nullable Path authority,
        @Nullable Path certificate,
        @Nullable Path key) {
    /** Nothing of one's own. */
    public static final Tls DEFAULT = new Tls(null, null, null);
}
