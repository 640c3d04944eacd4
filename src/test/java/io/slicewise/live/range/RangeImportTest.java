package io.slicewise.live.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.http.ApiAnswer;
import io.slicewise.live.http.Backoff;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RangeImportTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(15);

    private final List<Duration> pauses = new ArrayList<>();
    private final List<RangeProgress> progress = new ArrayList<>();
    private final List<ApiAnswer> answers = new ArrayList<>();

    private void run(Stub stub, Grid grid, long series) throws LiveException {
        RangeImport ranges = new RangeImport(
                stub.queries(),
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 0.5),
                Duration.ofMinutes(5),
                (time, cancel) -> pauses.add(time));
        ranges.run("up", grid, series, answers::add, progress::add, new Cancel());
    }

    private static Grid grid(int count) {
        return new Grid(FROM, STEP, count);
    }

    /** The points that a question is about. */
    private static int points(Asked asked) {
        double span = Double.parseDouble(asked.parameter("end")) - Double.parseDouble(asked.parameter("start"));
        return (int) Math.round(span / Double.parseDouble(asked.parameter("step"))) + 1;
    }

    /** Answers as Prometheus does to more than 11,000 points, and with nothing else. */
    private static Said prometheus(Asked asked) {
        return points(asked) > 11_000
                ? Said.of(
                        400,
                        "application/json",
                        "{\"status\":\"error\",\"error\":\"exceeded maximum resolution of 11,000 points\"}")
                : Said.vector();
    }

    @Test
    void aLongRangeIsAskedForInPartsThatPrometheusGrants() throws Exception {
        try (Stub stub = Stub.http(RangeImportTest::prometheus)) {
            run(stub, grid(30_000), 1);
            assertEquals(3, answers.size());
            assertEquals(
                    List.of(11_000, 11_000, 8_000),
                    stub.asked().stream().map(RangeImportTest::points).toList());
            assertEquals("1793491200.000", stub.asked().get(0).parameter("start"));
            double end = Double.parseDouble(stub.asked().get(0).parameter("end"));
            double start = Double.parseDouble(stub.asked().get(1).parameter("start"));
            assertEquals(15, start - end, "no time twice, none left out");
            assertEquals(1.0, progress.getLast().share());
        }
    }

    @Test
    void manySeriesMakeSmallParts() throws Exception {
        try (Stub stub = Stub.http(RangeImportTest::prometheus)) {
            run(stub, grid(1000), 50_000);
            assertTrue(stub.asked().stream().allMatch(asked -> points(asked) * 50_000L <= Grid.MOST_SAMPLES));
            assertEquals(
                    1000,
                    stub.asked().stream().mapToInt(RangeImportTest::points).sum());
        }
    }

    @Test
    void whatIsTooMuchIsHalved() throws Exception {
        Function<Asked, Said> strict = asked -> points(asked) > 300
                ? Said.of(
                        422,
                        "application/json",
                        "{\"error\":\"query processing would load too many samples into memory\"}")
                : Said.vector();
        try (Stub stub = Stub.http(strict)) {
            run(stub, grid(1000), 1);
            assertEquals(4, answers.size());
            assertEquals(List.of(), pauses);
        }
        Function<Asked, Said> never = asked -> Said.of(413, "text/plain", "");
        try (Stub stub = Stub.http(never)) {
            LiveException thrown = assertThrows(LiveException.class, () -> run(stub, grid(1000), 1));
            assertEquals(Kind.TOO_MANY_SAMPLES, thrown.failure().kind());
            assertTrue(stub.asked().size() <= 11, stub.asked().size() + " tries");
        }
    }

    @Test
    void aBusyServerIsAskedMoreSlowly() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Function<Asked, Said> busy = asked -> switch (count.incrementAndGet()) {
            case 1, 2 -> Said.of(503, "text/plain", "");
            case 3 -> Said.of(429, "text/plain", "").with("Retry-After", "20");
            default -> Said.vector();
        };
        try (Stub stub = Stub.http(busy)) {
            run(stub, grid(10), 1);
            assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(20_400)), pauses);
            assertEquals(1, answers.size());
            assertEquals(Kind.BUSY, progress.getFirst().why().kind());
        }
    }

    @Test
    void aServerThatStaysAwayIsGivenUpInTheEndAndARefusedQueryAtOnce() throws Exception {
        Stub gone = Stub.http(RangeImportTest::prometheus);
        gone.close();
        LiveException thrown = assertThrows(LiveException.class, () -> run(gone, grid(10), 1));
        assertEquals(Kind.REFUSED, thrown.failure().kind());
        long waited = pauses.stream().mapToLong(Duration::toSeconds).sum();
        assertTrue(waited > 240 && waited <= 300, waited + " s");
        try (Stub stub = Stub.http(asked -> Said.of(400, "application/json", "{\"error\":\"parse error\"}"))) {
            assertEquals(
                    Kind.QUERY,
                    assertThrows(LiveException.class, () -> run(stub, grid(10), 1))
                            .failure()
                            .kind());
            assertEquals(1, stub.asked().size());
        }
    }

    @Test
    void aWaitEndsAtOnceWhenItIsEnded() throws Exception {
        try (Stub stub = Stub.http(asked -> Said.of(503, "text/plain", "").with("Retry-After", "3000"))) {
            Cancel cancel = new Cancel();
            long[] ended = new long[1];
            RangeImport ranges = new RangeImport(
                    stub.queries(),
                    new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> 0.5),
                    Duration.ofDays(1),
                    Pause.inThread());
            LiveException thrown = assertThrows(
                    LiveException.class,
                    () -> ranges.run(
                            "up",
                            grid(10),
                            1,
                            answers::add,
                            it -> Thread.ofVirtual().start(() -> {
                                ended[0] = System.nanoTime();
                                cancel.cancel();
                            }),
                            cancel));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended[0]);
            assertEquals(Kind.CANCELLED, thrown.failure().kind());
            assertTrue(millis < 100, millis + " ms");
        }
    }
}
