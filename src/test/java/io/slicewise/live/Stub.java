package io.slicewise.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A small server on a loopback address that answers as a test says. */
public final class Stub implements AutoCloseable {
    private final HttpServer http;
    private final String scheme;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** What was asked. */
    public record Asked(String method, String path, Map<String, String> parameters, Map<String, String> headers) {
        /** A parameter; empty without it. */
        public String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }

        /** A header by its name in lower case; empty without it. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What is answered. */
    public static final class Said {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        /** Any answer. */
        public Said(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** A good answer. */
        public static Said json(String body) {
            return of(200, "application/json", body);
        }

        /** Any answer. */
        public static Said of(int status, String type, String body) {
            return new Said(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
        }

        /** With another header. */
        public Said with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Said(status, more, body);
        }

        /** A vector of rows as {@code {"labels"} value}. */
        public static Said vector(String... rows) {
            return json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":["
                    + String.join(",", rows) + "]}}");
        }

        /** One number without labels; no row for a count of nothing. */
        public static Said number(double value) {
            return value == 0 ? vector() : vector("{\"metric\":{},\"value\":[1700000000,\"" + value + "\"]}");
        }
    }

    private Stub(HttpServer http, String scheme, Function<Asked, Said> answers) {
        this.http = http;
        this.scheme = scheme;
        http.createContext("/", exchange -> {
            Asked question = asked(exchange);
            asked.add(question);
            Said said = answers.apply(question);
            said.headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(said.status, said.body.length == 0 ? -1 : said.body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(said.body);
            }
        });
        http.setExecutor(threads);
        http.start();
    }

    /** A server without TLS. */
    public static Stub http(Function<Asked, Said> answers) throws IOException {
        return new Stub(HttpServer.create(loopback(), 0), "http", answers);
    }

    /** A server with TLS. */
    public static Stub https(SSLContext context, boolean wantsCertificate, Function<Asked, Said> answers)
            throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(wantsCertificate);
                parameters.setSSLParameters(ssl);
            }
        });
        return new Stub(server, "https", answers);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static Asked asked(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> parameters = new HashMap<>();
        for (String pair : ((query == null ? "" : query) + "&" + body).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), parameters, headers);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Its address. */
    public URI base() {
        return URI.create(scheme + "://127.0.0.1:" + http.getAddress().getPort());
    }

    /** A connection to it that gives up soon. */
    public Connection connection() {
        return Connection.to(base()).withTimeout(Duration.ofSeconds(5));
    }

    /** A client for it. */
    public Queries queries() throws LiveException {
        return new Queries(ApiClient.of(connection(), Credentials.NONE, InstantSource.system()));
    }

    /** Everything that was asked so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
