package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.snapshot.prometheus.PrometheusSnapshot;
import io.slicewise.text.Problem;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What is noticed in the course of a range, beside what is noticed about its newest readings. */
class RangeRemarksTest {
    private static Snapshot range(String... series) {
        String json = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                + String.join(",", series) + "]}}";
        return Reads.snapshot(Reads.read(PrometheusSnapshot.answers(), "range.json", json, SnapshotOptions.NONE));
    }

    private static String series(String id, String profile, int samples, IntFunction<String> value) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < samples; i++) {
            values.append(i == 0 ? "" : ",").append("[%d,\"%s\"]".formatted(1_700_000_000 + 60 * i, value.apply(i)));
        }
        return """
            {"metric":{"__name__":"DCGM_FI_PROF_GR_ENGINE_ACTIVE","gpu":"0","UUID":"GPU-1","GPU_I_ID":"%s",\
            "GPU_I_PROFILE":"%s","modelName":"NVIDIA A100-SXM4-80GB"},"values":[%s]}\
            """.formatted(id, profile, values);
    }

    private static List<Problem> of(Snapshot snapshot, String key) {
        return snapshot.problems().stream()
                .filter(problem -> problem.message().key().equals(key))
                .toList();
    }

    @Test
    void blanksBeforeTheNewestValueAreCountedAndStayGaps() {
        Snapshot read = range(
                series("7", "1g.10gb", 10, i -> i % 3 == 1 ? "NaN" : "0.5" + i),
                series("8", "1g.10gb", 10, i -> i == 2 ? "9223372036854775794" : "0.4" + i));
        Problem blanks = of(read, "snapshot.blankBefore").getFirst();
        assertEquals(4, blanks.count());
        assertEquals("range.json: data.result[0]", blanks.where().toString());
        assertEquals(4, read.counts().blanksBefore());
        assertTrue(of(read, "snapshot.blank").isEmpty());
        assertTrue(Reads.english(List.of(blanks)).getFirst().contains("4 values before the newest are no reading"));
    }

    @Test
    void readingsOfTheRangeAFewThousandthsAboveFullAreCounted() {
        Snapshot read = range(series("7", "1g.10gb", 10, i -> i < 3 ? "1.002" : "0.7" + i));
        assertEquals(3, of(read, "snapshot.clampedBefore").getFirst().count());
        assertTrue(of(read, "snapshot.clamped").isEmpty(), "the newest reading is below");
    }

    @Test
    void aThirdOfATwoGigInstanceIsNoFaultButHalfIs() {
        Snapshot read = range(
                series("3", "2g.20gb", 12, i -> "0.50" + i % 3),
                series("5", "2g.20gb", 12, i -> "0.33" + i % 3),
                series("2", "3g.40gb", 12, i -> i < 6 ? "0.333" : "0.9" + i));
        Problem throughout = of(read, "snapshot.pinnedLong").getFirst();
        assertEquals(2, throughout.count());
        assertFalse(Reads.english(List.of(throughout)).getFirst().contains("instance 5"));
    }

    @Test
    void aFewSamplesAreNoCourse() {
        Snapshot read = range(series("3", "2g.20gb", 5, i -> "0.5"));
        assertTrue(of(read, "snapshot.pinnedLong").isEmpty());
    }

    @Test
    void aRangeWithoutFaultsHasNoneNoticed() {
        Snapshot read = range(series("7", "1g.10gb", 10, i -> "0.7" + i));
        for (String key : List.of("blankBefore", "clampedBefore", "beyondUnitBefore", "pinnedLong")) {
            assertTrue(of(read, "snapshot." + key).isEmpty(), key);
        }
    }

    @Test
    void thePowerOfAGpuIsTakenOnceHoweverManyInstancesRepeatIt() {
        Snapshot read = range(
                series("7", "1g.10gb", 10, i -> "0.7" + i),
                series("8", "1g.10gb", 10, i -> "0.4" + i),
                power("7", 10),
                power("8", 10),
                power("9", 4));
        Timeline timeline = read.timeline();
        assertNotNull(timeline);
        assertEquals(1, timeline.power().size());
        assertEquals(10, timeline.power().getFirst().watts().count());
        PowerCurve curve = PowerCurve.of(timeline);
        assertEquals(204.5, curve.statistics(timeline.start(), timeline.end()).mean(), 1e-9);
        assertEquals(209, read.fleet().gpus().getFirst().powerWatts(), 1e-9);
    }

    private static String power(String id, int samples) {
        return series(id, "1g.10gb", samples, i -> String.valueOf(200 + i))
                .replace("DCGM_FI_PROF_GR_ENGINE_ACTIVE", "DCGM_FI_DEV_POWER_USAGE");
    }
}
