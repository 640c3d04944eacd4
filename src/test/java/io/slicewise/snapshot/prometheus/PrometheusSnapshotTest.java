package io.slicewise.snapshot.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file for each way in which answers differ; most of them hold the main example. */
class PrometheusSnapshotTest {
    private static SnapshotRead read(String file) throws IOException {
        SnapshotFormat format = file.endsWith(".jsonl") ? PrometheusSnapshot.lines() : PrometheusSnapshot.answers();
        try (InputStream in = PrometheusSnapshotTest.class.getResourceAsStream(file)) {
            return SnapshotReading.one(format, file, Objects.requireNonNull(in, file), ReadWatch.NONE)
                    .finish(Fleets.CATALOGUE, SnapshotOptions.NONE);
        }
    }

    private static SnapshotRead readText(String text, ReadWatch watch) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return SnapshotReading.one(PrometheusSnapshot.answers(), "x", in, watch)
                .finish(Fleets.CATALOGUE, SnapshotOptions.NONE);
    }

    private static Snapshot snapshot(String file) throws IOException {
        SnapshotRead read = read(file);
        return Objects.requireNonNull(read.snapshot(), () -> said(read).toString());
    }

    private static List<String> said(SnapshotRead read) {
        return read.problems().stream()
                .filter(problem -> !problem.message().key().equals("snapshot.placement"))
                .map(problem -> problem.severity().name().toLowerCase(Locale.ROOT) + " " + problem.where() + ": "
                        + Messages.in(Language.ENGLISH).say(problem.message()))
                .toList();
    }

    private static Averages figures(Snapshot snapshot) {
        return Figures.of(snapshot.fleet(), Weights.DEFAULT).total();
    }

    /** Readings out of four instances, S and W in percent. */
    @ParameterizedTest
    @CsvSource({
        "vector.json, 4, 75, 72",
        "sorted.json, 4, 75, 72",
        "result.json, 4, 75, 72",
        "data.json, 4, 75, 72",
        "reordered.json, 4, 75, 72",
        "thanos.json, 4, 75, 72",
        "victoria.json, 4, 75, 72",
        "glued.json, 4, 75, 72",
        "other-metrics.json, 4, 75, 72",
        "unnamed.json, 4, 75, 72",
        "values.json, 2, 65, 63.333333333333336",
        "range.json, 4, 75, 72",
        "range-within-lookback.json, 4, 75, 72",
        "range-stale.json, 3, 76.66666666666667, 72.5",
        "export.jsonl, 4, 75, 72",
        "export-split.jsonl, 4, 75, 72",
        "export-null.jsonl, 3, 76.66666666666667, 72.5",
    })
    void figuresAreThoseAtTheEndOfTheAnswer(String file, int reported, double s, double w) throws IOException {
        Averages total = figures(snapshot(file));
        assertEquals(4, total.instances());
        assertEquals(reported, total.reported());
        assertEquals(s / 100, total.instanceAverage(), 1e-15);
        assertEquals(w / 100, total.weightedAverage(), 1e-15);
    }

    @Test
    void aPlainAnswerNeedsNoRemarkButTheUnit() throws IOException {
        assertEquals(
                List.of("info vector.json: Utilization was read as ratios, 1 is 100 %: the largest of 4 values is"
                        + " 0.9."),
                said(read("vector.json")));
        Snapshot snapshot = snapshot("vector.json");
        assertEquals(Instant.parse("2026-01-01T00:00:00.250Z"), snapshot.time());
        assertEquals("node-t", snapshot.fleet().gpus().getFirst().host());
        assertEquals(
                "a100-80gb",
                Objects.requireNonNull(snapshot.fleet().gpus().getFirst().model())
                        .id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        thanos.json       | warning thanos.json: The server warns: store 10.0.0.4:10901 did not answer in time
        thanos.json       | info thanos.json: The server remarks: PromQL info: metric might not be a counter
        victoria.json     | warning victoria.json: The server says that its answer is partial
        unnamed.json      | warning unnamed.json: 4 series have no metric name
        values.json       | warning values.json: data.result[0]: 2 values are no reading and were dropped: NaN (data.result[0]), Infinity (data.result[1]).
        range.json        | info range.json: A range of 244 samples from 2025-12-31T23:00:00Z to 2026-01-01T00:00:00Z: the figures are those at its end
        range-stale.json  | warning range-stale.json: data.result[2]: 1 of 4 series end more than 5 minutes before the range does: no reading at its end.
        export-null.jsonl | warning export-null.jsonl:3: 1 value is no reading and was dropped: NaN (line 3).
        """)
    void whatIsNoticedIsSaid(String file, String expected) throws IOException {
        List<String> said = said(read(file));
        assertTrue(said.stream().anyMatch(one -> one.startsWith(expected)), said::toString);
    }

    @Test
    void fiveMinutesAreStillValidAndAMillisecondMoreIsNot() throws IOException {
        assertEquals(
                List.of(
                        "info range-within-lookback.json: A range of 244 samples from 2025-12-31T22:55:00Z to"
                                + " 2026-01-01T00:00:00Z: the figures are those at its end, with the newest sample of"
                                + " each series.",
                        "info range-within-lookback.json: Utilization was read as ratios, 1 is 100 %: the largest of"
                                + " 244 values is 0.9."),
                said(read("range-within-lookback.json")));
        String answer = """
            {"data":{"result":[
             {"metric":{"__name__":"DCGM_FI_PROF_GR_ENGINE_ACTIVE","UUID":"GPU-a","GPU_I_ID":"1",
               "GPU_I_PROFILE":"1g.10gb"},"values":[[100,"0.5"],[700.001,"0.5"]]},
             {"metric":{"__name__":"DCGM_FI_PROF_GR_ENGINE_ACTIVE","UUID":"GPU-a","GPU_I_ID":"2",
               "GPU_I_PROFILE":"1g.10gb"},"values":[[100,"0.5"],[400,"0.5"]]}]}}\
            """;
        assertEquals(
                1,
                figures(Objects.requireNonNull(readText(answer, ReadWatch.NONE).snapshot()))
                        .reported());
        assertEquals(
                2,
                figures(Objects.requireNonNull(readText(answer.replace("700.001", "700"), ReadWatch.NONE)
                                .snapshot()))
                        .reported());
    }

    @Test
    void aCancelledReadingHasNoSnapshot() throws IOException {
        ReadWatch impatient = new ReadWatch() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        SnapshotRead read = readText("{\"status\":\"success\"}", impatient);
        assertNull(read.snapshot());
        assertEquals(List.of("info x: Reading was stopped."), said(read));
    }

    @Test
    void aSourceThatFailsIsNoBrokenJson() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        IOException thrown = assertThrows(
                IOException.class,
                () -> SnapshotReading.one(PrometheusSnapshot.answers(), "x", failing, ReadWatch.NONE));
        assertEquals("the disk is gone", thrown.getMessage());
    }
}
