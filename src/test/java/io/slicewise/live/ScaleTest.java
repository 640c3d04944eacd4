package io.slicewise.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.Group;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Weights;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fleets that are too large to be pulled series by series. */
class ScaleTest {
    private static final int HOSTS = 1250;
    private static final int WIDTH = 800;
    private static final String LABELS = "{\"metric\":{\"label\":\"%s\"},\"value\":[1700000000,\"70000\"]}";
    private static final String SHAPE =
            "{\"metric\":{\"modelName\":\"NVIDIA H100 80GB HBM3\",\"GPU_I_PROFILE\":\"1g.10gb\"},"
                    + "\"%s\":%s[1700000000,\"70000\"]%s}";

    private final RangeStub stub = new RangeStub(0);

    /** 1250 hosts with 8 GPUs of 7 instances each, at 60 %, as a server with 10,000 GPUs would sum them up. */
    private Said server(Asked asked) {
        String query = asked.parameter("query");
        if (query.equals("vector(1)")) {
            return Said.number(1);
        }
        if (query.contains("label_replace")) {
            return Said.vector(LABELS.formatted("GPU_I_ID"), LABELS.formatted("Hostname"));
        }
        if (asked.path().endsWith("/values")) {
            return Said.json("{\"status\":\"success\",\"data\":[]}");
        }
        if (query.contains("> 1.1") || query.contains("!~")) {
            return Said.vector();
        }
        if (query.startsWith("count by (modelName, GPU_I_PROFILE)")) {
            return Said.vector(
                    asked.path().endsWith("query_range")
                            ? SHAPE.formatted("values", "[", "]")
                            : SHAPE.formatted("value", "", ""));
        }
        if (query.startsWith("count({")) {
            return Said.number(280_000);
        }
        if (query.startsWith("count(count by")) {
            return Said.number(HOSTS);
        }
        double value = query.startsWith("count") ? 56 : query.contains("clamp_max") ? 33.6 : 56;
        return asked.path().endsWith("query_range")
                ? stub.sums(asked, HOSTS, value)
                : Said.vector("{\"metric\":{\"Hostname\":\"node-1\"},\"value\":[1700000000,\"" + value + "\"]}");
    }

    @Test
    void aFleetAboveTheLimitIsSummedUpByTheServerWhichIsSaid() throws Exception {
        try (Stub server = Stub.http(this::server)) {
            LiveReader reader = LiveReader.of(server.queries(), Catalogue.builtIn(), SnapshotOptions.NONE);
            Reading.OfSums reading = assertInstanceOf(Reading.OfSums.class, reader.fetch(new Cancel()));
            assertEquals(280_000, reading.series());
            assertFalse(reading.chosen());
            assertEquals(56, reading.sums().total().instances());
            assertEquals(0.6, reading.sums().total().instanceAverage(), 1e-12);
            assertEquals(0.6, reading.sums().total().wholeGpu(), 1e-12);
            assertEquals(
                    "Computed by the server: 280,000 series are more than the 100,000 that are loaded one by one. Only"
                            + " sums travelled.",
                    Messages.in(Language.ENGLISH).say(reading.way()));
            assertTrue(server.asked().stream()
                    .map(asked -> asked.parameter("query"))
                    .noneMatch(query -> query.startsWith("{")));
        }
    }

    @Test
    void thirtyDaysOfTenThousandGpusAreNoMorePointsThanTheChartShows() throws Exception {
        Instant to = Instant.parse("2026-11-22T10:00:00Z");
        Grid grid = Grid.ofWidth(to.minus(Duration.ofDays(30)), to, WIDTH, Duration.ofSeconds(15));
        try (Stub server = Stub.http(this::server)) {
            LiveReader reader = LiveReader.of(server.queries(), Catalogue.builtIn(), SnapshotOptions.NONE)
                    .withSums(Group.HOST, Weights.DEFAULT);
            RangeReading reading = RangeReader.of(reader).read(grid, it -> {}, new Cancel());
            SummedRange range =
                    assertInstanceOf(RangeReading.OfSums.class, reading).sums();
            assertEquals(HOSTS, range.rows().size());
            long shown = (long) HOSTS * grid.count();
            assertTrue(grid.count() <= WIDTH);
            assertEquals(
                    7 * shown, range.points(), "seven numbers for each point of a host, of which its figures are made");
            assertEquals(range.points(), stub.points());
            assertEquals(0.6, range.total(100).averages().weightedAverage(), 1e-12);
            assertEquals(HOSTS * 56, range.total(100).averages().instances());
            List<String> raw = server.asked().stream()
                    .map(asked -> asked.parameter("query"))
                    .filter(query -> query.startsWith("{"))
                    .toList();
            assertEquals(List.of(), raw);
        }
    }
}
