package io.slicewise.live.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.range.Grid;
import io.slicewise.live.range.RangeImport;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SummingTest {
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final Grid GRID = new Grid(FROM, Duration.ofSeconds(60), 4);
    private static final String A100 = "NVIDIA A100-SXM4-80GB";

    private boolean indexTells = true;

    /**
     * Two hosts with an A100 each: seven 1g at 90 %, and a 3g at 30 % with four 1g at 60 %. It had nothing for a moment:
     * at the end, and at each time at which somebody looks for the profiles.
     */
    private Said server(Asked asked) {
        String query = asked.parameter("query");
        if (asked.path().contains("/label/")) {
            String values =
                    !indexTells ? "" : asked.path().contains("PROFILE") ? "\"1g.10gb\",\"3g.40gb\"" : quoted(A100);
            return indexTells
                    ? Said.json("{\"status\":\"success\",\"data\":[" + values + "]}")
                    : Said.of(404, "text/plain", "no such page");
        }
        if (query.startsWith("count by (modelName")) {
            return Said.json("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
        }
        if (asked.path().endsWith("query_range")) {
            return Said.json("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                    + rows(asked, query) + "]}}");
        }
        boolean isEnd = Double.parseDouble(asked.parameter("time")) > FROM.getEpochSecond() + 150;
        if (isEnd) {
            return Said.vector();
        }
        return query.startsWith("label_replace")
                ? Said.vector(
                        "{\"metric\":{\"label\":\"GPU_I_ID\"},\"value\":[1,\"12\"]}",
                        "{\"metric\":{\"label\":\"hostname\"},\"value\":[1,\"12\"]}")
                : query.contains("> 1.1") ? Said.vector() : Said.number(12);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private String rows(Asked asked, String query) {
        boolean weighed = query.contains("3 * ");
        if (query.contains("!~")) {
            return weighed || indexTells ? "" : row("n1", "7", asked) + "," + row("n2", "5", asked);
        }
        boolean hardware = query.contains("7 * group by (hostname, UUID, modelName)");
        if (hardware) {
            return row("n1", "7", asked) + "," + row("n2", "7", asked);
        }
        boolean load = query.contains("clamp_max");
        if (query.startsWith("count")) {
            return row("n1", "7", asked) + "," + row("n2", "5", asked);
        }
        return load
                ? row("n1", "6.3", asked) + "," + row("n2", weighed ? "3.3" : "2.7", asked)
                : row("n1", "7", asked) + "," + row("n2", "7", asked);
    }

    /** At the first and the third time; between them is a gap. */
    private static String row(String host, String value, Asked asked) {
        long start = Math.round(Double.parseDouble(asked.parameter("start").toLowerCase(Locale.ROOT)));
        return "{\"metric\":{\"hostname\":\"" + host + "\"},\"values\":[[" + start + ",\"" + value + "\"],["
                + (start + 120) + ",\"" + value + "\"]]}";
    }

    private SummedRange range() throws Exception {
        try (Stub stub = Stub.http(this::server)) {
            return Summing.of(stub.queries(), Catalogue.builtIn(), SnapshotOptions.NONE, Weights.DEFAULT)
                    .range(Group.HOST, GRID, RangeImport.of(stub.queries()), it -> {}, new Cancel());
        }
    }

    @Test
    void profilesThatNobodySawInTheMomentsThatWereLookedAtAreWeighedAllTheSame() throws Exception {
        SummedRange range = range();
        assertEquals(
                "hostname", range.labels().host(), "the names of labels come from a time at which there is something");
        Averages first = range.total(0).averages();
        assertEquals(12, first.instances());
        assertEquals(9.0 / 12, first.instanceAverage(), 1e-12);
        assertEquals(9.6 / 14, first.weightedAverage(), 1e-12);
        assertEquals(9.6 / 14, first.wholeGpu(), 1e-12);
        assertEquals(first, range.total(2).averages());
        assertEquals(List.of(), range.unknownModels());
    }

    @Test
    void whatCannotBeWeighedHasNoWeightedFigureInsteadOfAWrongOne() throws Exception {
        indexTells = false;
        Averages first = range().total(0).averages();
        assertEquals(9.0 / 12, first.instanceAverage(), 1e-12);
        assertTrue(Double.isNaN(first.weightedAverage()));
        assertTrue(Double.isNaN(first.wholeGpu()));
    }

    @Test
    void curvesOfSumsHaveGapsWhereTheServerHadNothing() throws Exception {
        SummedRange range = range();
        Curves all = range.curves(range.rows());
        long start = FROM.toEpochMilli();
        assertEquals(9.6 / 14, all.at(Measure.WEIGHTED_AVERAGE, start + 59_999), 1e-12);
        assertTrue(Double.isNaN(all.at(Measure.WEIGHTED_AVERAGE, start + 60_000)));
        assertTrue(Double.isNaN(all.at(Measure.COVERAGE, start + 60_000)));
        assertEquals(1.0, all.at(Measure.COVERAGE, start));
        assertEquals(
                120_000,
                all.statistics(Measure.WHOLE_GPU, start, start + 240_000, 0.5).known());
        Curves second = range.curves(range.rows().subList(1, 2));
        assertEquals(2.7 / 5, second.at(Measure.INSTANCE_AVERAGE, start), 1e-12);
        assertEquals(3.3 / 7, second.at(Measure.WEIGHTED_AVERAGE, start), 1e-12);
    }

    @Test
    void aMomentOfARangeIsAReadingWhoseContributionsAreTheGap() throws Exception {
        SummedRange range = range();
        assertEquals(2, range.last());
        assertEquals(1, range.index(FROM.plusSeconds(119)));
        SummedReading reading = range.at(range.last());
        assertEquals(2, reading.rows().size());
        assertEquals(0, range.at(1).rows().size());
        double sum = reading.rows().stream().mapToDouble(reading::contribution).sum();
        assertEquals(reading.total().gap(), sum, 1e-12);
        assertTrue(reading.contribution(reading.rows().get(1)) < 0, "the big instance that does little");
    }
}
