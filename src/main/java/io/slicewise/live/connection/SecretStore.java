package io.slicewise.live.connection;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps secrets, so that they are not asked for each time. Can wait for a person who unlocks a keyring: never call it
 * where a window is drawn. */
public interface SecretStore {
    /**
     * What a secret is for.
     *
     * @param server the address of the server
     * @param purpose {@code access}, {@code certificate} or {@code header:NAME}
     */
    record Key(String server, String purpose) {
        /** The password or token of a server. */
        public static Key access(URI base) {
            return new Key(base.toString(), "access");
        }

        /** The password of the client certificate for a server. */
        public static Key certificate(URI base) {
            return new Key(base.toString(), "certificate");
        }

        /** The value of a header for a server. */
        public static Key header(URI base, String name) {
            return new Key(base.toString(), "header:" + name);
        }
    }

    /** Whether what is kept is still there after the program has ended. */
    boolean lasts();

    /** The secret; empty where none is kept or the keyring does not give it out. */
    Optional<Secret> find(Key key);

    /** Keeps a secret; whether it is kept. */
    boolean keep(Key key, Secret secret);

    /** Forgets a secret, where there is one. */
    void forget(Key key);

    /** The secrets of a connection, as far as they are kept. */
    default Credentials credentials(Connection connection) {
        Map<String, Secret> headers = new HashMap<>();
        for (String name : connection.headers()) {
            find(Key.header(connection.base(), name)).ifPresent(value -> headers.put(name, value));
        }
        boolean certificate = connection.tls().certificate() != null;
        boolean access = !(connection.access() instanceof Access.None);
        return new Credentials(
                access ? find(Key.access(connection.base())).orElse(null) : null,
                certificate ? find(Key.certificate(connection.base())).orElse(null) : null,
                headers);
    }

    /** Keeps the secrets of a connection; whether all of them are kept. */
    default boolean keep(Connection connection, Credentials credentials) {
        boolean kept = true;
        Secret access = credentials.access();
        if (access != null) {
            kept = keep(Key.access(connection.base()), access);
        }
        Secret certificate = credentials.certificate();
        if (certificate != null) {
            kept &= keep(Key.certificate(connection.base()), certificate);
        }
        for (Map.Entry<String, Secret> header : credentials.headers().entrySet()) {
            kept &= keep(Key.header(connection.base(), header.getKey()), header.getValue());
        }
        return kept;
    }

    /** Forgets the secrets of a connection. */
    default void forget(Connection connection) {
        if (!(connection.access() instanceof Access.None)) {
            forget(Key.access(connection.base()));
        }
        if (connection.tls().certificate() != null) {
            forget(Key.certificate(connection.base()));
        }
        connection.headers().forEach(name -> forget(Key.header(connection.base(), name)));
    }

    /** The system's keyring where its command is there, else the memory of this process. */
    static SecretStore ofSystem() {
        return Keyring.ofSystem().<SecretStore>map(keyring -> keyring).orElseGet(MemorySecrets::new);
    }
}
