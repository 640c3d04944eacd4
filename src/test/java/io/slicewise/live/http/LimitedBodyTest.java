package io.slicewise.live.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
    private static final int SIZE = 300_000;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, SIZE);
            exchange.getResponseBody().write(new byte[SIZE]);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private byte[] answer(long limit) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.sendAsync(HttpRequest.newBuilder(address).build(), _ -> new LimitedBody(limit))
                    .join()
                    .body();
        }
    }

    @Test
    void whatFitsIsTakenWhole() {
        assertEquals(SIZE, answer(SIZE).length);
    }

    @Test
    void oneByteMoreIsRefusedAsSuch() {
        Throwable thrown =
                assertThrows(CompletionException.class, () -> answer(SIZE - 1)).getCause();
        while (!(thrown instanceof LimitedBody.TooLargeException) && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        assertEquals(SIZE - 1, assertInstanceOf(LimitedBody.TooLargeException.class, thrown).limit);
    }
}
