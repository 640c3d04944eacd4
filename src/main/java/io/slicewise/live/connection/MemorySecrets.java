package io.slicewise.live.connection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps secrets as long as the program runs. */
public final class MemorySecrets implements SecretStore {
    private final Map<Key, Secret> secrets = new ConcurrentHashMap<>();

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Optional<Secret> find(Key key) {
        return Optional.ofNullable(secrets.get(key));
    }

    @Override
    public boolean keep(Key key, Secret secret) {
        secrets.put(key, secret);
        return true;
    }

    @Override
    public void forget(Key key) {
        secrets.remove(key);
    }
}
