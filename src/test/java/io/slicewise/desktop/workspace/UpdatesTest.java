package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void nothingIsAskedUntilSomebodyWantsIt() {
        assertFalse(Settings.DEFAULT.updates().isDue(TODAY));
    }

    @Test
    void atMostOneQuestionADay() {
        assertTrue(new Updates.Wish(true, null).isDue(TODAY));
        assertFalse(new Updates.Wish(true, TODAY).isDue(TODAY));
        assertTrue(new Updates.Wish(true, TODAY.minusDays(1)).isDue(TODAY));
    }

    @Test
    void aNewerVersionIsToldWithItsPage() throws IOException {
        assertEquals(
                Optional.of(Text.of("desktop.update", "0.10.0", "0.9.1", "https://releases.test/0.10.0")),
                answered("{\"version\": \"0.10.0\", \"page\": \"https://releases.test/0.10.0\"}"));
    }

    @Test
    void whatIsNotNewerOrNoVersionIsNotWorthAWord() throws IOException {
        assertEquals(Optional.empty(), answered("{\"version\": \"0.9.1\"}"));
        assertEquals(Optional.empty(), answered("{\"version\": \"newest\"}"));
        assertEquals(Optional.empty(), answered("{\"version\": 10}"));
        assertEquals(Optional.empty(), answered("<html>"));
        assertEquals(
                Optional.empty(), Updates.newer("0.9.1", URI.create("http://127.0.0.1:9/newest.json"), Cancel.NEVER));
    }

    /** What is said by version 0.9.1 where a server answers so. */
    private static Optional<Text> answered(String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/newest.json", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            int port = server.getAddress().getPort();
            return Updates.newer("0.9.1", URI.create("http://127.0.0.1:" + port + "/newest.json"), Cancel.NEVER);
        } finally {
            server.stop(0);
        }
    }
}
