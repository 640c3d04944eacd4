package io.slicewise.desktop.monitoring;

import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Address;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.connection.Secret;
import io.slicewise.live.connection.Tls;
import io.slicewise.text.Text;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a server, as it was typed.
 *
 * @param address as typed or copied out of a browser
 * @param access how the server learns who asks
 * @param user for {@link Kind#BASIC}
 * @param secret the password or the token
 * @param authority a file of certificates that are trusted; empty for the system's
 * @param certificate a file with the client's certificate; empty for none
 * @param key a file with its key; empty where that is in the same file
 * @param certificatePassword what the client's certificate is locked with
 * @param proxy {@code host:port}; empty for none
 * @param tenant of Mimir and its like; empty for none
 * @param headers further headers; those without a name are none
 */
record ConnectionInput(
        String address,
        Kind access,
        String user,
        Secret secret,
        String authority,
        String certificate,
        String key,
        Secret certificatePassword,
        String proxy,
        String tenant,
        List<Header> headers) {
    private static final Pattern PROXY = Pattern.compile("(?:https?://)?(\\[[^\\]]+]|[^:/\\s]+):(\\d{1,5})/?");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final int MOST_PORTS = 0xffff;

    ConnectionInput {
        headers = headers.stream().filter(header -> !header.name().isBlank()).toList();
    }

    /**
     * One more header.
     *
     * @param name as typed
     * @param value which can be a key
     */
    record Header(String name, Secret value) {}

    /** A password can stand in the address, so nothing of it is a text. */
    @Override
    public String toString() {
        return "Entered";
    }

    /** How the server learns who asks. */
    enum Kind {
        NONE,
        BASIC,
        BEARER;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came out of it. */
    sealed interface Result {
        /** Something to ask. */
        record Good(Connection connection, Credentials credentials) implements Result {}

        /** Something that cannot be meant so. */
        record Bad(Text why) implements Result {}
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Text why;

        private Wrong(Text why) {
            super(why.key());
            this.why = why;
        }
    }

    /** A connection with what is needed for it, or why it is none. */
    Result read() {
        try {
            Address typed = Address.of(address);
            Text problem = typed.problem();
            URI base = typed.base();
            if (problem != null || base == null) {
                throw new Wrong(problem == null ? Text.of("monitoring.live.address.none") : problem);
            }
            if (!typed.user().isEmpty() || typed.password() != null) {
                throw new Wrong(Text.of("monitoring.live.inAddress"));
            }
            Connection connection = Connection.to(base)
                    .withAccess(chosenAccess())
                    .withTls(new Tls(
                            file("monitoring.live.authority", authority),
                            file("monitoring.live.certificate", certificate),
                            file("monitoring.live.key", key)))
                    .withProxy(proxyAddress())
                    .withTenant(tenant.strip())
                    .withHeaders(headerNames());
            return new Result.Good(connection, credentials());
        } catch (Wrong wrong) {
            return new Result.Bad(wrong.why);
        }
    }

    private Access chosenAccess() throws Wrong {
        return switch (access) {
            case NONE -> new Access.None();
            case BEARER -> new Access.Bearer();
            case BASIC -> {
                if (user.isBlank()) {
                    throw new Wrong(Text.of("monitoring.live.user.none"));
                }
                yield new Access.Basic(user.strip());
            }
        };
    }

    private Credentials credentials() {
        Secret chosen = access == Kind.NONE || secret.isEmpty() ? null : secret;
        Map<String, Secret> values = new LinkedHashMap<>();
        headers.stream()
                .filter(header -> !header.value().isEmpty())
                .forEach(header -> values.put(header.name().strip(), header.value()));
        return new Credentials(chosen, certificatePassword.isEmpty() ? null : certificatePassword, values);
    }

    private static @Nullable Path file(String name, String typed) throws Wrong {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return Path.of(typed.strip());
        } catch (InvalidPathException _) {
            throw new Wrong(Text.of("monitoring.live.file.wrong", Text.of(name)));
        }
    }

    private @Nullable InetSocketAddress proxyAddress() throws Wrong {
        if (proxy.isBlank()) {
            return null;
        }
        Matcher parts = PROXY.matcher(proxy.strip());
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > MOST_PORTS) {
            throw new Wrong(Text.of("monitoring.live.proxy.wrong"));
        }
        return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    private List<String> headerNames() throws Wrong {
        List<String> names = new ArrayList<>();
        for (Header header : headers) {
            String name = header.name().strip();
            if (!HEADER.matcher(name).matches()) {
                throw new Wrong(Text.of("monitoring.live.header.wrong"));
            }
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
