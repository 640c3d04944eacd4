package io.slicewise.cli;

import io.slicewise.live.Way;
import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Address;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.connection.Secret;
import io.slicewise.live.connection.Tls;
import io.slicewise.live.sums.Group;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * A server as the command line names it. No option takes a secret itself, which the list of processes and the shell's
 * history would show: passwords are asked for or read from files.
 *
 * @param connection the way to it
 * @param credentials the secrets
 * @param way who computes
 * @param group what the rows of sums are about
 */
record LiveOptions(Connection connection, Credentials credentials, Way way, Group group) {
    static LiveOptions of(ParseResult command, String url, Terminal terminal, Messages words) {
        LiveOptions options = read(command, url, terminal, words);
        if (options.connection().exposesSecrets() && !command.hasMatchedOption(CommandOptions.PLAIN_HTTP)) {
            throw new UsageException(
                    Text.of("cli.live.plainHttp", options.connection().host(), CommandOptions.PLAIN_HTTP));
        }
        return options;
    }

    private static LiveOptions read(ParseResult command, String url, Terminal terminal, Messages words) {
        Address address = Address.of(url);
        URI base = address.base();
        if (base == null) {
            throw new UsageException(address.problem() == null ? Text.of("live.address.empty") : address.problem());
        }
        if (!address.user().isEmpty() || address.password() != null) {
            throw new UsageException(Text.of("cli.live.inAddress", CommandOptions.USER, CommandOptions.PASSWORD_FILE));
        }
        Map<String, Secret> headers = headers(command);
        Connection connection = Connection.to(base)
                .withTls(new Tls(
                        path(command, CommandOptions.CA),
                        path(command, CommandOptions.CERT),
                        path(command, CommandOptions.KEY)))
                .withProxy(proxy(value(command, CommandOptions.PROXY)))
                .withTenant(value(command, CommandOptions.TENANT))
                .withHeaders(List.copyOf(headers.keySet()));
        String seconds = value(command, CommandOptions.TIMEOUT);
        if (!seconds.isEmpty()) {
            connection = connection.withTimeout(Times.duration(CommandOptions.TIMEOUT, seconds));
        }
        String user = value(command, CommandOptions.USER);
        Secret certificate =
                secret(command, CommandOptions.CERT_PASSWORD_FILE, terminal).orElse(null);
        Optional<Secret> token = secret(command, CommandOptions.BEARER_FILE, terminal);
        if (token.isPresent()) {
            return new LiveOptions(
                    connection.withAccess(new Access.Bearer()),
                    new Credentials(token.get(), certificate, headers),
                    way(command),
                    group(command));
        }
        if (user.isEmpty()) {
            return new LiveOptions(
                    connection, new Credentials(null, certificate, headers), way(command), group(command));
        }
        Secret password = secret(command, CommandOptions.PASSWORD_FILE, terminal)
                .or(() -> terminal.asker()
                        .ask(words.say("cli.live.password", user, base.toString()))
                        .map(Secret::of))
                .orElseThrow(() -> new UsageException(Text.of("cli.live.noPassword", CommandOptions.PASSWORD_FILE)));
        return new LiveOptions(
                connection.withAccess(new Access.Basic(user)),
                new Credentials(password, certificate, headers),
                way(command),
                group(command));
    }

    private static String value(ParseResult command, String option) {
        return command.matchedOptionValue(option, "");
    }

    private static Way way(ParseResult command) {
        boolean sums = command.hasMatchedOption(CommandOptions.SUMS);
        boolean series = command.hasMatchedOption(CommandOptions.SERIES);
        if (sums && series) {
            throw new UsageException(Text.of("cli.usage.either", CommandOptions.SUMS, CommandOptions.SERIES));
        }
        return sums ? Way.SUMS : series ? Way.SERIES : Way.AUTOMATIC;
    }

    private static Group group(ParseResult command) {
        String by = value(command, CommandOptions.BY);
        return switch (by) {
            case "", "host" -> Group.HOST;
            case "gpu" -> Group.GPU;
            default -> throw new UsageException(Text.of("cli.usage.value", CommandOptions.BY, by, "host, gpu"));
        };
    }

    private static Map<String, Secret> headers(ParseResult command) {
        Map<String, Secret> headers = new LinkedHashMap<>();
        for (String header : command.matchedOptionValue(CommandOptions.HEADER, List.<String>of())) {
            int colon = header.indexOf(':');
            if (colon <= 0) {
                throw new UsageException(Text.of("cli.live.header", CommandOptions.HEADER));
            }
            headers.put(
                    header.substring(0, colon).strip(),
                    Secret.of(header.substring(colon + 1).strip()));
        }
        return headers;
    }

    private static @Nullable InetSocketAddress proxy(String proxy) {
        if (proxy.isEmpty()) {
            return null;
        }
        int colon = proxy.lastIndexOf(':');
        String port = proxy.substring(colon + 1);
        if (colon <= 0 || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 0xffff) {
            throw new UsageException(Text.of("cli.live.proxy", CommandOptions.PROXY, proxy));
        }
        // its name is looked up with each connection, and not here
        return InetSocketAddress.createUnresolved(proxy.substring(0, colon), Integer.parseInt(port));
    }

    private static @Nullable Path path(ParseResult command, String option) {
        String file = value(command, option);
        return file.isEmpty() ? null : path(file);
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException(Text.of("cli.path", e.getReason()));
        }
    }

    private static Optional<Secret> secret(ParseResult command, String option, Terminal terminal) {
        String file = value(command, option);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = file.equals("-") ? terminal.in().readAllBytes() : Files.readAllBytes(path(file));
            return Optional.of(Secret.of(new String(bytes, StandardCharsets.UTF_8).strip()));
        } catch (IOException _) {
            throw new UsageException(Text.of("live.failed.file", file));
        }
    }
}
