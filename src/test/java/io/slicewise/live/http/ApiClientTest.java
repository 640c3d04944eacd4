package io.slicewise.live.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.connection.Secret;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.query.Queries;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiClientTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final String GOOD = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private static ApiAnswer ask(Connection connection, Credentials credentials, Map<String, String> parameters)
            throws LiveException {
        try (ApiClient client = ApiClient.of(connection, credentials, CLOCK)) {
            return client.ask("/api/v1/query", parameters, new Cancel());
        }
    }

    private static Failure failure(Function<Asked, Said> answers) throws IOException {
        try (Stub stub = Stub.http(answers)) {
            return failure(stub.connection(), Credentials.NONE);
        }
    }

    private static Failure failure(Connection connection, Credentials credentials) {
        return assertThrows(LiveException.class, () -> ask(connection, credentials, Map.of("query", "1")))
                .failure();
    }

    private static String english(Failure failure) {
        return Messages.in(Language.ENGLISH).say(failure.message());
    }

    @Test
    void accessTenantAndHeadersGoAlong() throws Exception {
        try (Stub stub = Stub.http(asked -> Said.json(GOOD))) {
            Connection connection = stub.connection().withTenant("team-a");
            Credentials headers = new Credentials(Secret.of("pa:ss"), null, Map.of("X-Api-Key", Secret.of("k1")));
            ask(connection.withAccess(new Access.Basic("kim")), headers, Map.of("query", "up{a=\"b&c\"} + 1"));
            ask(connection.withAccess(new Access.Bearer()), headers, Map.of());
            Asked basic = stub.asked().get(0);
            assertEquals("Basic a2ltOnBhOnNz", basic.header("authorization"));
            assertEquals("team-a", basic.header("x-scope-orgid"));
            assertEquals("k1", basic.header("x-api-key"));
            assertEquals("up{a=\"b&c\"} + 1", basic.parameter("query"));
            assertEquals("GET", basic.method());
            assertEquals("Bearer pa:ss", stub.asked().get(1).header("authorization"));
        }
    }

    @Test
    void aLongQueryGoesInTheBody() throws Exception {
        String query = "sum(" + "a or ".repeat(1000) + "b)";
        try (Stub stub = Stub.http(asked -> Said.json(GOOD))) {
            ask(stub.connection(), Credentials.NONE, Map.of("query", query));
            assertEquals("POST", stub.asked().getFirst().method());
            assertEquals(query, stub.asked().getFirst().parameter("query"));
        }
    }

    @Test
    void aCompressedAnswerIsOpened() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> headers = Map.of("Content-Encoding", "gzip");
        try (Stub stub = Stub.http(asked -> new Said(200, headers, packed.toByteArray()))) {
            ApiAnswer answer = ask(stub.connection(), Credentials.NONE, Map.of());
            assertTrue(answer.isGzipped());
            assertArrayEquals(
                    GOOD.getBytes(StandardCharsets.UTF_8), answer.open().readAllBytes());
            assertEquals("gzip", stub.asked().getFirst().header("accept-encoding"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | | UNAUTHORIZED",
                "401 | no org id | TENANT",
                "403 | | FORBIDDEN",
                "404 | 404 page not found | NOT_FOUND",
                "429 | | BUSY",
                "503 | | BUSY",
                "500 | {\"status\":\"error\",\"error\":\"it broke\"} | SERVER",
                "502 | <html><h1>Bad gateway</h1></html> | SERVER",
                "400 | {\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"} | QUERY",
                "422 | {\"status\":\"error\",\"error\":\"query processing would load too many samples into memory\"} |"
                        + " TOO_MANY_SAMPLES",
                "400 | {\"status\":\"error\",\"error\":\"exceeded maximum resolution of 11,000 points per"
                        + " timeseries.\"} | TOO_MANY_SAMPLES",
                "422 | {\"status\":\"error\",\"error\":\"the query exceeded the maximum number of series"
                        + " (err-mimir-max-series-per-query)\"} | TOO_MANY_SAMPLES",
                "413 | | TOO_MANY_SAMPLES",
                "200 | <html><title>Grafana</title></html> | NOT_PROMETHEUS",
                "200 | <html>router</html> | NOT_PROMETHEUS",
                "200 | # HELP DCGM_FI_DEV_SM_CLOCK x | NOT_PROMETHEUS",
                "302 | | REDIRECT",
                "407 | | PROXY",
                "418 | teapot | QUERY"
            })
    void whatIsSaidInsteadOfAnAnswerIsTold(int status, String body, Kind kind) throws IOException {
        Failure failure = failure(asked -> Said.of(status, "text/plain", body == null ? "" : body));
        assertEquals(kind, failure.kind(), english(failure));
        for (Language language : Language.all()) {
            String said = Messages.in(language).say(failure.message());
            assertFalse(said.startsWith("live.") || said.contains("{0}"), said);
        }
    }

    @Test
    void aPageToSignInIsNamed() throws IOException {
        Failure failure = failure(asked -> Said.of(302, "text/html", "").with("Location", "/login?token=abc"));
        assertEquals(Kind.NOT_PROMETHEUS, failure.kind());
        assertEquals("live.failed.login", failure.message().key());
        Failure moved = failure(asked -> Said.of(301, "text/html", "").with("Location", "https://other.example/p?a=b"));
        assertEquals(List.of("https://other.example/p"), moved.message().args());
    }

    @Test
    void retryAfterIsReadInSecondsAndAsADate() throws IOException {
        assertEquals(
                Duration.ofSeconds(17),
                failure(asked -> Said.of(429, "text/plain", "").with("Retry-After", "17"))
                        .retryAfter());
        assertEquals(
                Duration.ofMinutes(2),
                failure(asked -> Said.of(503, "text/plain", "").with("Retry-After", "Sun, 22 Nov 2026 10:02:00 GMT"))
                        .retryAfter());
        assertEquals(
                null,
                failure(asked -> Said.of(503, "text/plain", "").with("Retry-After", "soon"))
                        .retryAfter());
    }

    @Test
    void noSecretGetsIntoWhatIsSaid() throws IOException {
        Secret token = Secret.of("tok-12345");
        Credentials credentials = new Credentials(token, null, Map.of("X-Api-Key", Secret.of("key-6789")));
        try (Stub stub = Stub.http(asked ->
                Said.of(500, "text/plain", "I got " + asked.header("authorization") + asked.header("x-api-key")))) {
            Connection connection = stub.connection().withAccess(new Access.Bearer());
            LiveException thrown = assertThrows(LiveException.class, () -> ask(connection, credentials, Map.of()));
            String all = english(thrown.failure()) + thrown + thrown.getMessage();
            assertFalse(all.contains("12345") || all.contains("6789"), all);
            assertTrue(all.contains("I got Bearer •••"), all);
            Map<String, Secret> bad = new HashMap<>(Map.of("X-Bad", Secret.of("line\nbreak-6789")));
            Failure header = failure(connection, new Credentials(token, null, bad));
            assertEquals(Kind.SETTINGS, header.kind());
            assertEquals(List.of("X-Bad"), header.message().args());
            Failure own = failure(connection, new Credentials(token, null, Map.of("Host", Secret.of("x"))));
            assertEquals(Kind.SETTINGS, own.kind());
        }
    }

    @Test
    void aRepeatedHeaderShowsNoPasswordInAnyForm() throws IOException {
        Credentials credentials = Credentials.of(Secret.of("pa:ss word"));
        try (Stub stub = Stub.http(asked -> asked.path().contains("moved")
                ? Said.of(302, "text/plain", "").with("Location", "https://x/" + asked.header("authorization"))
                : Said.of(400, "application/json", "{\"error\":\"bad " + asked.header("authorization") + "\"}"))) {
            Connection connection = stub.connection().withAccess(new Access.Basic("kim"));
            String said = english(failure(connection, credentials));
            assertTrue(said.contains("bad Basic •••"), said);
            Connection moved = connection.withBase(URI.create(stub.base() + "/moved"));
            String elsewhere = english(failure(moved, credentials));
            assertTrue(elsewhere.contains("https://x/Basic •••"), elsewhere);
        }
    }

    /** Packs as many zeros as gzip can: a thousand to one. */
    private static byte[] bomb(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(GOOD.substring(0, GOOD.length() - 3).getBytes(StandardCharsets.UTF_8));
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < megabytes; i++) {
                out.write(blank);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void anAnswerThatUnpacksToMoreThanAnybodyPacksIsNotRead() throws Exception {
        byte[] bomb = bomb(100);
        try (Stub stub = Stub.http(asked -> new Said(200, Map.of("Content-Encoding", "gzip"), bomb))) {
            ApiAnswer answer = ask(stub.connection(), Credentials.NONE, Map.of());
            LiveException refused = assertThrows(LiveException.class, () -> read(answer));
            assertEquals(Kind.TOO_LARGE, refused.failure().kind());
        }
    }

    @Test
    void patienceAndCancelCoverTheReadingToo() throws Exception {
        byte[] large = bomb(40);
        try (Stub stub = Stub.http(asked -> new Said(200, Map.of("Content-Encoding", "gzip"), large));
                ApiClient client = ApiClient.of(stub.connection(), Credentials.NONE, CLOCK)) {
            Cancel cancel = new Cancel();
            ApiAnswer answer = client.ask("/api/v1/query", Map.of(), cancel);
            try (InputStream in = answer.open()) {
                assertEquals('{', in.read());
                cancel.cancel();
                IOException ended = assertThrows(IOException.class, in::readAllBytes);
                assertEquals(Kind.CANCELLED, LiveException.in(ended).failure().kind());
            }
        }
        ApiAnswer late = new ApiAnswer(GOOD.getBytes(StandardCharsets.UTF_8), false, false, () -> {
            throw new LiveException(Failure.of(Kind.TIMEOUT, Text.of("live.failed.timeout", "x", 1)));
        });
        assertEquals(
                Kind.TIMEOUT,
                assertThrows(LiveException.class, () -> read(late)).failure().kind());
    }

    private static void read(ApiAnswer answer) throws LiveException {
        try (ApiClient client = ApiClient.of(Connection.to(URI.create("http://x")), Credentials.NONE, CLOCK)) {
            new Queries(client).table(answer);
        }
    }

    @Test
    void nameConnectionTimeAndBreakAreToldApart() throws Exception {
        assertEquals(
                Kind.NAME,
                failure(Connection.to(URI.create("http://nosuch.invalid:9")), Credentials.NONE)
                        .kind());
        URI gone;
        try (Stub stub = Stub.http(asked -> Said.json(GOOD))) {
            gone = stub.base();
        }
        assertEquals(
                Kind.REFUSED, failure(Connection.to(gone), Credentials.NONE).kind());
        CountDownLatch never = new CountDownLatch(1);
        try (Stub stub = Stub.http(asked -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Said.json(GOOD);
        })) {
            Connection impatient = stub.connection().withTimeout(Duration.ofMillis(200));
            assertEquals(Kind.TIMEOUT, failure(impatient, Credentials.NONE).kind());
            assertEquals(Kind.CANCELLED, cancelled(stub).kind());
            never.countDown();
        }
    }

    /** A question that is ended after it has arrived; must be over within a tenth of a second. */
    private static Failure cancelled(Stub stub) throws Exception {
        Cancel cancel = new Cancel();
        int before = stub.asked().size();
        try (ApiClient client = ApiClient.of(stub.connection(), Credentials.NONE, CLOCK)) {
            Thread.ofVirtual().start(() -> {
                while (stub.asked().size() == before) {
                    Thread.onSpinWait();
                }
                cancel.cancel();
            });
            long[] end = new long[1];
            cancel.onCancel(() -> end[0] = System.nanoTime());
            LiveException thrown =
                    assertThrows(LiveException.class, () -> client.ask("/api/v1/query", Map.of(), cancel));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - end[0]);
            assertTrue(millis < 100, millis + " ms");
            return thrown.failure();
        }
    }
}
