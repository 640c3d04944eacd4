package io.slicewise.live.http;

import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.connection.Secret;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Asks a server. Every call waits for its answer: never call it where a window is drawn. For any thread.
 *
 * <p>Redirects are not followed, since the secrets would go along to wherever they lead.
 */
public final class ApiClient implements AutoCloseable {
    /** Longer addresses are refused by some proxies; then the query goes in the body. */
    private static final int LONGEST_QUERY = 3000;

    private static final long LARGEST_ANSWER = 256 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Names that the HTTP client sets itself, or that would break the request. */
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private final Connection connection;
    private final Credentials credentials;
    private final InstantSource clock;
    private final HttpClient http;
    private final AtomicBoolean closed;

    private ApiClient(
            Connection connection,
            Credentials credentials,
            InstantSource clock,
            HttpClient http,
            AtomicBoolean closed) {
        this.connection = connection;
        this.credentials = credentials;
        this.clock = clock;
        this.http = http;
        this.closed = closed;
    }

    /**
     * Makes a client; connects with the first request only. Close it when it is not needed any more.
     *
     * @throws LiveException where the certificates cannot be used
     */
    public static ApiClient of(Connection connection, Credentials credentials, InstantSource clock)
            throws LiveException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT.compareTo(connection.timeout()) < 0 ? CONNECT : connection.timeout());
        InetSocketAddress proxy = connection.proxy();
        builder.proxy(proxy == null ? ProxySelector.getDefault() : ProxySelector.of(proxy));
        if (connection.isEncrypted()) {
            builder.sslContext(TlsContexts.of(connection.tls(), credentials.certificate()));
        }
        return new ApiClient(connection, credentials, clock, builder.build(), new AtomicBoolean());
    }

    /** How it asks. */
    public Connection connection() {
        return connection;
    }

    /** A client for another path of the same server, with the same secrets. Shares what this one holds. */
    public ApiClient under(String path) {
        URI base = URI.create(connection.base() + path);
        return new ApiClient(connection.withBase(base), credentials, clock, http, closed);
    }

    /**
     * Asks.
     *
     * @param path behind the base, {@code /api/v1/query}
     * @param parameters what is asked, not encoded
     * @param cancel ends it within a moment
     * @throws LiveException where there is no answer of the API
     */
    public ApiAnswer ask(String path, Map<String, String> parameters, Cancel cancel) throws LiveException {
        LiveException.check(cancel);
        if (isClosed()) {
            throw LiveException.cancelled();
        }
        long began = System.nanoTime();
        HttpResponse<byte[]> response =
                waited(http.sendAsync(request(path, parameters), _ -> new LimitedBody(LARGEST_ANSWER)), cancel);
        boolean gzipped = response.headers()
                .firstValue("Content-Encoding")
                .map(encoding -> encoding.toLowerCase(Locale.ROOT).contains("gzip"))
                .orElse(false);
        boolean victoria = response.headers().firstValue("X-Server-Hostname").isPresent();
        ApiAnswer answer = new ApiAnswer(response.body(), gzipped, victoria, () -> goOn(began, cancel));
        Failure failure = new Refused(connection, credentials, clock.instant())
                .failure(response.statusCode(), response.headers(), answer);
        if (failure != null) {
            throw new LiveException(failure);
        }
        return answer;
    }

    /** The time that an answer may take is over only when it is read. */
    private void goOn(long began, Cancel cancel) throws LiveException {
        LiveException.check(cancel);
        if (System.nanoTime() - began > connection.timeout().toNanos()) {
            throw new LiveException(new Broken(connection).failure(new TimeoutException()));
        }
    }

    private HttpResponse<byte[]> waited(CompletableFuture<HttpResponse<byte[]>> sent, Cancel cancel)
            throws LiveException {
        // what the JDK returns is another future than the exchange; only its own cancel ends that too
        try (Cancel.Registration _ = cancel.onCancel(() -> sent.cancel(true))) {
            return sent.get(connection.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException _) {
            throw LiveException.cancelled();
        } catch (InterruptedException _) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw LiveException.cancelled();
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new LiveException(new Broken(connection).failure(e));
        } catch (ExecutionException e) {
            if (cancel.isCancelled() || isClosed()) {
                throw LiveException.cancelled();
            }
            throw new LiveException(failure(e));
        }
    }

    private Failure failure(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        Failure failure = new Broken(connection).failure(cause);
        if (failure.kind() != Kind.BROKEN || connection.proxy() != null) {
            return failure;
        }
        Handshake handshake = new Handshake(connection, http.sslContext());
        if (connection.isEncrypted()) {
            Failure complaint = handshake.complaint();
            return complaint == null ? failure : complaint;
        }
        return handshake.isUnderstood()
                ? Failure.of(Kind.OTHER_SCHEME, Text.of("live.failed.wantsTls", connection.host()))
                : failure;
    }

    private HttpRequest request(String path, Map<String, String> parameters) throws LiveException {
        String encoded = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        boolean inBody = encoded.length() > LONGEST_QUERY;
        String address = connection.base() + path + (inBody || encoded.isEmpty() ? "" : "?" + encoded);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address))
                .timeout(connection.timeout())
                .setHeader("Accept", "application/json")
                .setHeader("Accept-Encoding", "gzip");
        if (inBody) {
            builder.setHeader("Content-Type", "application/x-www-form-urlencoded");
            builder.POST(BodyPublishers.ofString(encoded));
        }
        authorize(builder);
        return builder.build();
    }

    private void authorize(HttpRequest.Builder builder) throws LiveException {
        Secret access = credentials.access();
        String secret = access == null ? "" : access.reveal();
        switch (connection.access()) {
            case Access.None _ -> {}
            case Access.Basic basic -> header(builder, "Authorization", "Basic " + base64(basic.user() + ":" + secret));
            case Access.Bearer _ -> header(builder, "Authorization", "Bearer " + secret);
        }
        if (!connection.tenant().isEmpty()) {
            header(builder, "X-Scope-OrgID", connection.tenant());
        }
        for (Map.Entry<String, Secret> header : credentials.headers().entrySet()) {
            header(builder, header.getKey(), header.getValue().reveal());
        }
    }

    private static void header(HttpRequest.Builder builder, String name, String value) throws LiveException {
        try {
            if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(name);
            }
            builder.setHeader(name, value);
        } catch (IllegalArgumentException _) {
            // a name or a value that no header can have; Java's message repeats it, so it goes no further
            throw new LiveException(Failure.of(Kind.SETTINGS, Text.of("live.failed.header", name)));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether it was closed: nothing is asked any more. */
    public boolean isClosed() {
        return closed.get();
    }

    /** Ends whatever is under way and lets go of the connections. Does not wait. */
    @Override
    public void close() {
        closed.set(true);
        http.shutdownNow();
    }
}
