package io.slicewise.desktop.monitoring;

import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.connection.Secret;
import io.slicewise.live.connection.SecretStore;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.LiveException;
import io.slicewise.text.Text;
import java.util.HashMap;
import java.util.Map;

/**
 * The secrets that are kept. Can wait for a person who unlocks a keyring.
 *
 * @param store where
 */
record KeptSecrets(SecretStore store) {
    /**
     * Secrets with what was left empty, as far as that is kept.
     *
     * @throws LiveException where one has to be entered
     */
    Credentials completed(Connection connection, Credentials entered) throws LiveException {
        boolean asks = !(connection.access() instanceof Access.None)
                || connection.tls().certificate() != null
                || !connection.headers().isEmpty();
        if (!asks) {
            return entered;
        }
        Credentials kept = store.credentials(connection);
        Map<String, Secret> headers = new HashMap<>(kept.headers());
        headers.putAll(entered.headers());
        Secret access = entered.access() == null ? kept.access() : entered.access();
        if (access == null && connection.access() instanceof Access.Bearer) {
            throw missing(Text.of("monitoring.live.secret.none"));
        }
        for (String name : connection.headers()) {
            if (!headers.containsKey(name)) {
                throw missing(Text.of("monitoring.live.header.none", name));
            }
        }
        return new Credentials(
                access, entered.certificate() == null ? kept.certificate() : entered.certificate(), headers);
    }

    /** A secret that has to be entered: it was left empty, and was kept nowhere. */
    private static LiveException missing(Text why) {
        return new LiveException(Failure.of(Failure.Kind.SETTINGS, why));
    }
}
