package io.slicewise.live.connection;

import io.slicewise.text.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address as it was typed or copied out of a browser.
 *
 * @param base where the API is; {@code null} where it is no address
 * @param user the user that stood in it; empty for none
 * @param password the password that stood in it; {@code null} for none
 * @param problem why it is no address; {@code null} where it is one
 */
public record Address(
        @Nullable URI base,
        String user,
        @Nullable Secret password,
        @Nullable Text problem) {
    private static final Pattern PAGE = Pattern.compile("/(?:api/v1(?:/.*)?|graph|query|targets|vmui.*|-/.*)$");

    /** What stands for a secret in the query of an address. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:^|&)[^=&]*(?:token|key|pass|secret|auth|sig|credential)[^=&]*=");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * Reads an address. Without a scheme it is {@code http}; what a browser shows behind the server's own path
     * ({@code /graph?g0…}, {@code /api/v1/query}) is taken off; user and password are taken out of it. Other parameters
     * are not sent, and so refused.
     */
    public static Address of(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return wrong(Text.of("live.address.empty"));
        }
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!SCHEMES.contains(scheme)) {
                return wrong(Text.of("live.address.scheme", scheme));
            }
            if (uri.getHost() == null || uri.getPort() > 0xffff) {
                return wrong(Text.of("live.address.host"));
            }
            String typedPath = withoutSlash(uri.getRawPath());
            String path = PAGE.matcher(typedPath).replaceFirst("");
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            if (!query.isEmpty()
                    && (path.equals(typedPath) || SECRET.matcher(query).find())) {
                return wrong(Text.of("live.address.query"));
            }
            URI base = new URI(scheme + "://" + host(uri) + withoutSlash(path));
            return user(base, uri.getUserInfo());
        } catch (URISyntaxException _) {
            // the parser's own words repeat what was typed, and a password may be in it
            return wrong(Text.of("live.address.malformed"));
        }
    }

    private static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static Address user(URI base, @Nullable String info) {
        if (info == null || info.isEmpty()) {
            return new Address(base, "", null, null);
        }
        int colon = info.indexOf(':');
        return colon < 0
                ? new Address(base, info, null, null)
                : new Address(base, info.substring(0, colon), Secret.of(info.substring(colon + 1)), null);
    }

    private static String withoutSlash(@Nullable String path) {
        String plain = path == null ? "" : path;
        while (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain;
    }

    private static Address wrong(Text problem) {
        return new Address(null, "", null, problem);
    }
}
