package io.slicewise.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.http.Backoff;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.range.Grid;
import io.slicewise.live.range.RangeImport;
import io.slicewise.live.range.RangeProgress;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RangeReaderTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");

    private final List<RangeProgress> progress = new ArrayList<>();

    private RangeReader reader(Stub stub) throws LiveException {
        LiveReader reader = LiveReader.of(stub.queries(), Catalogue.builtIn(), SnapshotOptions.NONE);
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 0.5);
        return new RangeReader(
                reader, new RangeImport(stub.queries(), backoff, Duration.ofSeconds(30), (time, cancel) -> {}));
    }

    private RangeReading read(Function<Asked, Said> answers, Grid grid) throws Exception {
        try (Stub stub = Stub.http(answers)) {
            return reader(stub).read(grid, progress::add, new Cancel());
        }
    }

    @Test
    void partsAreOneTimelineWithoutSeams() throws Exception {
        Grid grid = new Grid(FROM, Duration.ofSeconds(15), 25_000);
        RangeStub stub = new RangeStub(14);
        RangeReading.OfSeries reading = assertInstanceOf(RangeReading.OfSeries.class, read(stub::answer, grid));
        assertEquals(25_000, reading.done());
        assertNull(reading.broken());
        assertTrue(progress.size() >= 3, progress.size() + " parts");
        assertEquals(14L * 25_000, stub.points());
        assertEquals(2, reading.snapshot().fleet().gpus().size());
        Timeline timeline = reading.snapshot().timeline();
        assertNotNull(timeline);
        assertEquals(14L * 25_000, timeline.samples());
        assertEquals(0, timeline.reconfigurations().size());
        GpuTrack gpu = timeline.gpus().getFirst();
        InstanceTrack instance = gpu.instances().getFirst();
        for (int i = 0; i < grid.count(); i += 7) {
            long time = grid.at(i).toEpochMilli();
            assertEquals(RangeStub.value(time, 0), timeline.at(instance, time), 1e-12);
        }
    }

    @Test
    void aRestartInTheMiddleChangesNothing() throws Exception {
        Grid grid = new Grid(FROM, Duration.ofSeconds(15), 25_000);
        AtomicInteger ranges = new AtomicInteger();
        RangeStub stub = new RangeStub(7);
        RangeReading reading = read(
                asked -> asked.path().endsWith("query_range") && ranges.incrementAndGet() % 2 == 0
                        ? Said.of(503, "text/plain", "starting up")
                        : stub.answer(asked),
                grid);
        RangeReading.OfSeries series = assertInstanceOf(RangeReading.OfSeries.class, reading);
        assertEquals(7L * 25_000, series.snapshot().timeline().samples());
        assertTrue(progress.stream().anyMatch(it -> it.why() != null));
    }

    @Test
    void whatCameBeforeTheServerWentAwayStays() throws Exception {
        Grid grid = new Grid(FROM, Duration.ofSeconds(15), 25_000);
        AtomicInteger ranges = new AtomicInteger();
        RangeStub stub = new RangeStub(7);
        RangeReading reading = read(
                asked -> asked.path().endsWith("query_range") && ranges.incrementAndGet() > 1
                        ? Said.of(503, "text/plain", "gone")
                        : stub.answer(asked),
                grid);
        RangeReading.OfSeries series = assertInstanceOf(RangeReading.OfSeries.class, reading);
        assertEquals(11_000, series.done());
        assertNotNull(series.broken());
        assertEquals(Kind.BUSY, series.broken().kind());
        assertEquals(7L * 11_000, series.snapshot().timeline().samples());
    }

    @Test
    void anEndedImportIsOverAndAnEmptyOneSaysSo() throws Exception {
        Grid grid = new Grid(FROM, Duration.ofSeconds(15), 25_000);
        RangeStub stub = new RangeStub(7);
        try (Stub server = Stub.http(stub::answer)) {
            Cancel cancel = new Cancel();
            RangeReader reader = reader(server);
            LiveException thrown =
                    assertThrows(LiveException.class, () -> reader.read(grid, it -> cancel.cancel(), cancel));
            assertEquals(Kind.CANCELLED, thrown.failure().kind());
        }
        LiveException empty = assertThrows(LiveException.class, () -> read(asked -> Said.vector(), grid));
        assertEquals(Kind.NO_DCGM, empty.failure().kind());
    }
}
