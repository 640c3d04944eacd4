package io.slicewise.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.ProbeResult.Stage;
import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.work.Cancel;
import java.net.URI;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static ProbeResult probe(Function<Asked, Said> answers) throws Exception {
        try (Stub stub = Stub.http(answers)) {
            return new Probe(stub.queries()).run(new Cancel());
        }
    }

    private static Function<Asked, Said> server(String build, ToDoubleFunction<String> counts) {
        return asked -> switch (asked.path()) {
            case "/api/v1/status/buildinfo" -> Said.json("{\"status\":\"success\",\"data\":{" + build + "}}");
            case "/api/v1/query" -> {
                String query = asked.parameter("query");
                yield query.equals("vector(1)") ? Said.number(1) : Said.number(counts.applyAsDouble(query));
            }
            default -> Said.of(404, "text/plain", "404 page not found");
        };
    }

    private static String english(ProbeResult result) {
        return Messages.in(Language.ENGLISH).say(result.message());
    }

    private static Stage last(ProbeResult result) {
        return result.steps().getLast().stage();
    }

    @Test
    void aServerWithInstancesIsFineAndNamed() throws Exception {
        ProbeResult fine = probe(server("\"version\":\"3.1.0\"", query -> query.contains("GPU_I_ID") ? 56 : 224));
        assertTrue(fine.isFine());
        assertEquals("Prometheus 3.1.0", fine.server().shown());
        assertEquals(56, fine.instances());
        assertEquals(224, fine.series());
        assertTrue(english(fine).startsWith("Prometheus 3.1.0 at http://127.0.0.1:"), english(fine));
        assertTrue(english(fine).endsWith(": 56 GPU instances report."), english(fine));
        assertEquals(Stage.values().length, fine.steps().size());
        assertTrue(fine.steps().stream().allMatch(ProbeResult.Step::passed));
    }

    @Test
    void otherServersAreTold() throws Exception {
        assertEquals(
                "Grafana Mimir 2.14",
                probe(server("\"application\":\"Grafana Mimir\",\"version\":\"2.14\"", query -> 1))
                        .server()
                        .shown());
        Function<Asked, Said> prometheus = server("\"version\":\"2.24.0\"", query -> 1);
        assertEquals(
                "VictoriaMetrics",
                probe(asked -> prometheus.apply(asked).with("X-Server-Hostname", "vm"))
                        .server()
                        .shown());
        assertEquals(
                "Thanos",
                probe(asked -> switch (asked.path()) {
                            case "/api/v1/stores" -> Said.json("{\"status\":\"success\",\"data\":{}}");
                            case "/api/v1/status/buildinfo" -> Said.of(404, "text/plain", "");
                            default -> prometheus.apply(asked);
                        })
                        .server()
                        .shown());
        assertEquals(
                "",
                probe(asked -> asked.path().endsWith("query") ? Said.number(1) : Said.of(404, "text/plain", ""))
                        .server()
                        .shown());
    }

    @Test
    void theApiIsFoundWhereMimirHasIt() throws Exception {
        ProbeResult below = probe(asked ->
                asked.path().equals("/prometheus/api/v1/query") ? Said.number(3) : Said.of(404, "text/plain", ""));
        assertTrue(below.isFine());
        assertEquals("/prometheus", below.base().getPath());
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        ProbeResult nothing = probe(server("", query -> 0));
        assertEquals(Kind.NO_DCGM, nothing.failure().kind());
        assertEquals("live.failed.noDcgm", nothing.message().key());
        assertEquals(Stage.DCGM, last(nothing));
        ProbeResult without = probe(server("", query -> query.contains("(DCGM|dcgm)_") ? 900 : 0));
        assertEquals("live.failed.noUtilization", without.message().key());
        ProbeResult whole = probe(server("", query -> query.contains("_ID!=") || query.contains("_id!=") ? 0 : 8));
        assertEquals(Kind.NO_MIG, whole.failure().kind());
        assertEquals(Stage.MIG, last(whole));
        assertTrue(english(whole).contains("8 GPUs"), english(whole));
        ProbeResult lower = probe(server("", query -> query.contains("GPU_I_ID") ? 0 : 8));
        assertTrue(lower.isFine());
    }

    @Test
    void whatIsNoServerOfTheKindIsSaid() throws Exception {
        ProbeResult grafana = probe(asked -> Said.of(302, "text/html", "").with("Location", "/login"));
        assertEquals("live.failed.login", grafana.message().key());
        assertEquals(Stage.API, last(grafana));
        ProbeResult locked = probe(asked -> Said.of(401, "text/plain", "Unauthorized"));
        assertEquals(Kind.UNAUTHORIZED, locked.failure().kind());
        assertEquals(Stage.ACCESS, last(locked));
        assertFalse(locked.steps().getLast().passed());
        Stub gone = Stub.http(asked -> Said.number(1));
        URI address = gone.base();
        gone.close();
        ProbeResult refused = new Probe(gone.queries()).run(new Cancel());
        assertNotNull(refused.failure());
        assertEquals(Kind.REFUSED, refused.failure().kind());
        assertEquals(address, refused.base());
    }
}
