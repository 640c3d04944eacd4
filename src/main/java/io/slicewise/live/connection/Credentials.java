package io.slicewise.live.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one connection.
 *
 * @param access the password or the token; {@code null} where nobody gave one
 * @param certificate the password of the client certificate's file; {@code null} for none
 * @param headers the values of further headers, by name
 */
public record Credentials(@Nullable Secret access, @Nullable Secret certificate, Map<String, Secret> headers) {
    /** No secret at all. */
    public static final Credentials NONE = new Credentials(null, null, Map.of());

    public Credentials {
        headers = Map.copyOf(headers);
    }

    /** With a password or a token. */
    public static Credentials of(Secret access) {
        return new Credentials(access, null, Map.of());
    }

    /** A text without any of the secrets, should a server have repeated one. */
    public String without(String text) {
        String plain = text;
        List<Secret> all = new ArrayList<>(headers.values());
        if (access != null) {
            all.add(access);
        }
        for (Secret secret : all) {
            if (!secret.isEmpty()) {
                plain = plain.replace(secret.reveal(), secret.toString());
            }
        }
        return plain;
    }
}
