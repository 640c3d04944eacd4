package io.slicewise.live.http;

import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.snapshot.json.JsonTokens;
import io.slicewise.snapshot.json.Shown;
import io.slicewise.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a server said instead of an answer.
 *
 * @param connection how it was asked
 * @param credentials what must not be repeated
 * @param now what time it is, for a server that names a time to come back at
 */
record Refused(Connection connection, Credentials credentials, Instant now) {
    private static final int BEGINNING = 4096;
    private static final Pattern LIMITS = Pattern.compile(
            "(?is).*(?:too many samples|maximum resolution of|exceed(?:s|ed)? (?:the )?(?:limit|maximum)|limit of .*"
                    + " exceeded|max-?samples|max-?series|too many points|err-mimir-max|the number of matching timeseries"
                    + " exceeds).*");
    private static final Pattern TENANT = Pattern.compile("(?is).*(?:no org id|no tenant|x-scope-orgid).*");

    /** Why an answer with this status is none; {@code null} where it is one. */
    @Nullable
    Failure failure(int status, HttpHeaders headers, ApiAnswer answer) {
        byte[] beginning = answer.beginning(BEGINNING);
        String text = new String(beginning, StandardCharsets.UTF_8);
        if (status == 200) {
            return text.stripLeading().startsWith("{") ? null : notPrometheus(text);
        }
        String said = said(answer, text);
        String host = connection.host();
        if (TENANT.matcher(said).matches() && status < 500) {
            return Failure.of(Kind.TENANT, Text.of("live.failed.tenant", host));
        }
        return switch (status) {
            case 301, 302, 303, 307, 308 -> redirect(headers);
            case 401 -> unauthorized();
            case 403 -> Failure.of(Kind.FORBIDDEN, Text.of("live.failed.forbidden", host));
            case 404, 405 -> Failure.of(Kind.NOT_FOUND, Text.of("live.failed.notFound", address()));
            case 407 -> Failure.of(Kind.PROXY, Text.of("live.failed.proxy"));
            case 429, 503 -> busy(status, headers, said);
            case 400, 413, 422 -> query(status, said, host);
            default ->
                status >= 500
                        ? server(status, headers, said)
                        : Failure.of(Kind.QUERY, Text.of("live.failed.status", host, status, said));
        };
    }

    private Failure query(int status, String said, String host) {
        if (said.toLowerCase(Locale.ROOT).contains("http request to an https server")) {
            return Failure.of(Kind.OTHER_SCHEME, Text.of("live.failed.wantsTls", host));
        }
        if (status == 413 || LIMITS.matcher(said).matches()) {
            return Failure.of(Kind.TOO_MANY_SAMPLES, Text.of("live.failed.tooManySamples", host, said));
        }
        return Failure.of(Kind.QUERY, Text.of("live.failed.query", host, said));
    }

    private Failure server(int status, HttpHeaders headers, String said) {
        if (LIMITS.matcher(said).matches()) {
            return Failure.of(Kind.TOO_MANY_SAMPLES, Text.of("live.failed.tooManySamples", connection.host(), said));
        }
        return new Failure(
                Kind.SERVER, Text.of("live.failed.server", connection.host(), status, said), retryAfter(headers));
    }

    private Failure busy(int status, HttpHeaders headers, String said) {
        // a query that took too long is refused with the same number as a server that has too much to do
        return LIMITS.matcher(said).matches()
                ? Failure.of(Kind.TOO_MANY_SAMPLES, Text.of("live.failed.tooManySamples", connection.host(), said))
                : new Failure(Kind.BUSY, Text.of("live.failed.busy", connection.host(), status), retryAfter(headers));
    }

    private Failure unauthorized() {
        String host = connection.host();
        return Failure.of(
                Kind.UNAUTHORIZED,
                switch (connection.access()) {
                    case Access.None _ -> Text.of("live.failed.noAccess", host);
                    case Access.Basic basic -> Text.of("live.failed.password", host, basic.user());
                    case Access.Bearer _ -> Text.of("live.failed.token", host);
                });
    }

    private Failure redirect(HttpHeaders headers) {
        String location = headers.firstValue("Location").orElse("");
        if (location.toLowerCase(Locale.ROOT).contains("login")
                || location.toLowerCase(Locale.ROOT).contains("oauth")
                || location.toLowerCase(Locale.ROOT).contains("/auth")) {
            return Failure.of(Kind.NOT_PROMETHEUS, Text.of("live.failed.login", address()));
        }
        int query = location.indexOf('?');
        return Failure.of(
                Kind.REDIRECT,
                Text.of("live.failed.redirect", shown(query < 0 ? location : location.substring(0, query))));
    }

    private Failure notPrometheus(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("grafana")) {
            return Failure.of(Kind.NOT_PROMETHEUS, Text.of("live.failed.grafana", address()));
        }
        if (lower.contains("# help ") || lower.contains("# type ")) {
            return Failure.of(Kind.NOT_PROMETHEUS, Text.of("live.failed.exporter", address()));
        }
        return Failure.of(Kind.NOT_PROMETHEUS, Text.of("live.failed.notPrometheus", address()));
    }

    private String address() {
        return connection.base().toString();
    }

    /** {@code Retry-After}, in seconds or as a date. */
    private @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return at.isAfter(now) ? Duration.between(now, at) : null;
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** The error of Prometheus' envelope, else the text itself, on one line. */
    private String said(ApiAnswer answer, String text) {
        if (text.stripLeading().startsWith("{")) {
            String error = error(answer);
            if (!error.isEmpty()) {
                return shown(error);
            }
        }
        String plain =
                text.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return plain.isEmpty() ? "–" : shown(plain);
    }

    /** The one place where words of a server become words of ours: without the secrets, which it can repeat. */
    private String shown(String words) {
        return Shown.of(credentials.without(words, connection.access()));
    }

    private static String error(ApiAnswer answer) {
        try (InputStream in = answer.open();
                JsonParser p = JsonTokens.of(in)) {
            if (p.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            for (String field = p.nextName(); field != null; field = p.nextName()) {
                JsonToken token = p.nextToken();
                if ((field.equals("error") || field.equals("message")) && token == JsonToken.VALUE_STRING) {
                    return p.getString();
                }
                p.skipChildren();
            }
            return "";
        } catch (IOException | JacksonException _) {
            // not JSON after all
            return "";
        }
    }
}
