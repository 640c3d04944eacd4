package io.slicewise.desktop.monitoring;

import io.slicewise.json.AtomicFile;
import io.slicewise.json.JsonDocument;
import io.slicewise.json.JsonValue;
import io.slicewise.json.SharedFolder;
import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Tls;
import io.slicewise.text.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remembered connections on disk, as JSON. A connection has no field for a secret, so that none can come into the file; an
 * address is written without what may stand in front of its server's name. What cannot be read is left out.
 */
record ConnectionsFile(Path file) {
    private static final int FORMAT_VERSION = 1;
    private static final int MOST_PORTS = 0xffff;

    /** The last one first; none where there is no file. */
    List<Remembered> read() {
        List<Problem> problems = new ArrayList<>();
        List<Remembered> all = new ArrayList<>();
        try {
            JsonValue root =
                    Files.exists(file) ? JsonDocument.parse(file.toString(), Files.readAllBytes(file), problems) : null;
            if (root != null && root.isObject()) {
                for (JsonValue item : root.get("connections").items()) {
                    Remembered one = remembered(item);
                    if (one != null) {
                        all.add(one);
                    }
                }
            }
        } catch (IOException _) {
            // no one is kept from connecting by a list of what was
        }
        return all;
    }

    /** Changes what is in the file at the moment; no other process does meanwhile. */
    void change(UnaryOperator<List<Remembered>> change) throws IOException {
        SharedFolder.alone(file, () -> write(change.apply(read())));
    }

    /** Writes them whole or not at all. */
    void write(List<Remembered> all) throws IOException {
        ObjectNode root = JsonDocument.mapper().createObjectNode();
        root.put("formatVersion", FORMAT_VERSION);
        ArrayNode list = root.putArray("connections");
        all.forEach(one -> put(list.addObject(), one));
        AtomicFile.writeForOwner(file, JsonDocument.print(root));
    }

    private static void put(ObjectNode node, Remembered one) {
        Connection connection = one.connection();
        node.put("address", connection.base().toString());
        switch (connection.access()) {
            case Access.None _ -> node.put("access", "none");
            case Access.Basic basic -> node.put("access", "basic").put("user", basic.user());
            case Access.Bearer _ -> node.put("access", "bearer");
        }
        putFile(node, "authority", connection.tls().authority());
        putFile(node, "certificate", connection.tls().certificate());
        putFile(node, "key", connection.tls().key());
        InetSocketAddress proxy = connection.proxy();
        if (proxy != null) {
            node.put("proxy", proxy.getHostString()).put("proxyPort", proxy.getPort());
        }
        if (!connection.tenant().isEmpty()) {
            node.put("tenant", connection.tenant());
        }
        ArrayNode headers = node.putArray("headers");
        connection.headers().forEach(headers::add);
        node.put("computed", one.computed().id());
        node.put("keyring", one.kept());
    }

    private static void putFile(ObjectNode node, String name, @Nullable Path path) {
        if (path != null) {
            node.put(name, path.toString());
        }
    }

    private static @Nullable Remembered remembered(JsonValue item) {
        try {
            URI base = URI.create(item.get("address").string(""));
            if (base.getHost() == null || base.getUserInfo() != null) {
                return null;
            }
            Connection connection = Connection.to(base)
                    .withAccess(access(item))
                    .withTls(new Tls(path(item, "authority"), path(item, "certificate"), path(item, "key")))
                    .withProxy(proxy(item))
                    .withTenant(item.get("tenant").string(""))
                    .withHeaders(item.get("headers").items().stream()
                            .map(name -> name.string(""))
                            .filter(name -> !name.isEmpty())
                            .toList());
            return new Remembered(
                    connection, computed(item), item.get("keyring").bool(false));
        } catch (IllegalArgumentException _) {
            // no address, or no path on this system
            return null;
        }
    }

    private static Access access(JsonValue item) {
        return switch (item.get("access").string("")) {
            case "basic" -> new Access.Basic(item.get("user").string(""));
            case "bearer" -> new Access.Bearer();
            default -> new Access.None();
        };
    }

    private static @Nullable Path path(JsonValue item, String name) {
        String text = item.get(name).string("");
        return text.isEmpty() ? null : Path.of(text);
    }

    private static @Nullable InetSocketAddress proxy(JsonValue item) {
        String host = item.get("proxy").string("");
        Integer port = item.get("proxyPort").integer(1, MOST_PORTS);
        return host.isEmpty() || port == null ? null : InetSocketAddress.createUnresolved(host, port);
    }

    private static Computed computed(JsonValue item) {
        String id = item.get("computed").string("").toUpperCase(Locale.ROOT);
        for (Computed one : Computed.values()) {
            if (one.name().equals(id)) {
                return one;
            }
        }
        return Computed.AUTOMATIC;
    }
}
