package io.slicewise.snapshot.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever way samples take, what comes out is the same. */
class SampleFeedProperties {
    /** Samples as they are in files, and as they are not. */
    @Provide
    Arbitrary<List<String>> samples() {
        Arbitrary<String> good = Arbitraries.integers()
                .between(0, 999_999)
                .map(i -> "[" + (1_700_000_000 + i % 5000) + ",\"0." + i + "\"]");
        Arbitrary<String> odd = Arbitraries.of(
                "[1700000000.5,\"NaN\"]",
                "[1700000001.25,\"1e-05\"]",
                "[1700000002.1234,\"0.5\"]",
                "[1700000003,0.25]",
                "[ 1700000004 , \"0.5\" ]",
                "[1700000005,\"a]b\"]",
                "[1700000006]",
                "[1700000007,\"\"]",
                "[1700000008,\"0.123456789012345678\"]",
                "[1700000009,\"0.1234567890123456789012345\"]",
                "[1700000010000,\"0.75\"]",
                "[1700000011,\"+Inf\"]",
                "[1700000012,\"-0.5\"]",
                "[1700000013,\".5\"]",
                "[1700000014,null]",
                "[]",
                "null",
                "{}",
                "{\"values\":[[1700000015,\"0.5\"]]}",
                "[1700000016,\"0.5\",\"\\\"values\\\":[\"]",
                "[1700000017,[1,\"values\"]]",
                "\n[1700000018,\"0.5\"]",
                "[1700000019,\"9223372036854775794\"]");
        return Arbitraries.frequencyOf(Tuple.of(12, good), Tuple.of(1, odd))
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    private static String answer(List<List<String>> series, String key) {
        List<String> written = new ArrayList<>();
        for (List<String> samples : series) {
            written.add("{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-1\",\"GPU_I_ID\":\""
                    + written.size()
                    + "\",\"pod\":\"\\\"values\\\":[\",\"GPU_I_PROFILE\":\"1g.10gb\"},"
                    + key
                    + String.join(",", samples)
                    + "]}");
        }
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + String.join(",", written)
                + "]}}";
    }

    /** A source that gives a few bytes at a time. */
    private static InputStream drops(byte[] bytes, long seed) {
        Random random = new Random(seed);
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(300)));
            }
        };
    }

    private static SnapshotRead read(InputStream in) {
        return read(PrometheusSnapshot.answers(), in);
    }

    private static SnapshotRead read(SnapshotFormat format, InputStream in) {
        try {
            return SnapshotReading.one(format, "x", in, ReadWatch.NONE).finish(Fleets.CATALOGUE, SnapshotOptions.NONE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> told(SnapshotRead read) {
        List<String> all = new ArrayList<>();
        read.problems().forEach(problem -> all.add(problem.where() + " " + problem.message()));
        Snapshot snapshot = read.snapshot();
        if (snapshot != null) {
            all.add(snapshot.fleet().toString() + snapshot.counts());
            Timeline timeline = snapshot.timeline();
            if (timeline != null) {
                for (InstanceTrack track : timeline.gpus().getFirst().instances()) {
                    track.samples().each((time, value) -> all.add(track.ref() + " " + time + " " + value));
                }
            }
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Property(tries = 100)
    void samplesPastTheParserAreThoseThatItReads(
            @ForAll("samples") List<String> one, @ForAll("samples") List<String> other, @ForAll long seed) {
        List<List<String>> series = List.of(one, other);
        List<String> plain = told(read(new ByteArrayInputStream(bytes(answer(series, "\"values\": [")))));
        byte[] written = bytes(answer(series, "\"values\":["));
        assertEquals(plain, told(read(new ByteArrayInputStream(written))));
        assertEquals(plain, told(read(drops(written, seed))));
    }

    /** Values without their times, as they are in files, and as they are not. */
    @Provide
    Arbitrary<List<String>> values() {
        Arbitrary<String> good = Arbitraries.integers().between(0, 999_999).map(i -> "0." + i);
        Arbitrary<String> odd = Arbitraries.of(
                "0",
                "1",
                "null",
                "1e-05",
                "-0.5",
                "0.25 ",
                " 0.25",
                "5E2",
                "\"NaN\"",
                "\"a],b\"",
                "0.123456789012345678",
                "0.1234567890123456789012345",
                "9223372036854775794",
                "nul",
                "007",
                ".5",
                "5.",
                "+1",
                "[1700000010,\"0.5\"]",
                "[]",
                "{}",
                "{\"timestamps\":[1]}",
                "");
        return Arbitraries.frequencyOf(Tuple.of(40, good), Tuple.of(1, odd))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static String lines(List<List<String>> series, List<String> times, String values, String timestamps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < series.size(); i++) {
            List<String> written = series.get(i);
            text.append(
                            "{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-1\",\"GPU_I_ID\":\"")
                    .append(i)
                    .append("\",\"pod\":\"\\\"values\\\":[\",\"GPU_I_PROFILE\":\"1g.10gb\"},")
                    .append(values)
                    .append(String.join(",", written))
                    .append("],")
                    .append(timestamps)
                    .append(String.join(",", times.subList(0, Math.min(times.size(), written.size()))))
                    .append("]}\n");
        }
        return text.toString();
    }

    @Property(tries = 200)
    void linesPastTheParserAreThoseThatItReads(
            @ForAll("values") List<String> one,
            @ForAll("values") List<String> other,
            @ForAll("times") List<String> times,
            @ForAll long seed) {
        List<List<String>> series = List.of(one, other);
        byte[] slow = bytes(lines(series, times, "\"values\": [", "\"timestamps\": ["));
        byte[] fast = bytes(lines(series, times, "\"values\":[", "\"timestamps\":["));
        List<String> plain = told(read(PrometheusSnapshot.lines(), new ByteArrayInputStream(slow)));
        assertEquals(plain, told(read(PrometheusSnapshot.lines(), new ByteArrayInputStream(fast))));
        assertEquals(plain, told(read(PrometheusSnapshot.lines(), drops(fast, seed))));
    }

    @Provide
    Arbitrary<List<String>> times() {
        Arbitrary<String> good =
                Arbitraries.integers().between(0, 99_999).map(i -> String.valueOf(1_700_000_000_000L + i * 100L));
        Arbitrary<String> odd = Arbitraries.of(
                "1700000000",
                "1.7e12",
                "1700000000000.4",
                "\"1700000000000\"",
                "null",
                "-5",
                "0",
                "01",
                " 1700000000001",
                "12345678901234567");
        return Arbitraries.frequencyOf(Tuple.of(60, good), Tuple.of(1, odd))
                .list()
                .ofSize(60);
    }

    /** What is cut off or damaged is told at the same column, a blank apart for each list that was begun. */
    @Property(tries = 100)
    void brokenAnswersBreakInTheSamePlace(@ForAll("samples") List<String> one, @ForAll long seed) {
        List<String> lines = one.stream().filter(s -> !s.contains("\n")).toList();
        String written = answer(List.of(lines), "\"values\":[");
        int list = written.indexOf("\"values\":[");
        int cut = list + 10 + new Random(seed).nextInt(written.length() - list - 10);
        byte[] fed = bytes(written.substring(0, cut));
        byte[] plain = bytes(written.substring(0, cut).replaceFirst("(?<!\\\\)\"values\":\\[", " \"values\": ["));
        List<String> expected = told(read(new ByteArrayInputStream(plain)));
        List<String> actual = told(read(drops(fed, seed)));
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).contains("snapshot.json.broken")) {
                assertEquals(expected.get(i), actual.get(i));
            }
        }
    }

    @Test
    void theColumnOfAFaultCountsTheSamplesToo() {
        String written = answer(
                List.of(List.of("[1700000000,\"0.5\"]", "[1700000060,\"0.5\"]", "[1700000120;")), "\"values\":[");
        SnapshotRead read = read(new ByteArrayInputStream(bytes(written)));
        String broken = told(read).stream()
                .filter(said -> said.contains("snapshot.json.broken"))
                .findFirst()
                .orElseThrow();
        int column = written.indexOf(';') + 1;
        assertTrue(broken.contains("[" + column + ",") || broken.contains("[" + (column + 1) + ","), broken);
        Timeline timeline = timeline(read.snapshot());
        assertEquals(2, timeline.samples());
    }

    private static Timeline timeline(@Nullable Snapshot snapshot) {
        assertNotNull(snapshot);
        Timeline timeline = snapshot.timeline();
        assertNotNull(timeline);
        return timeline;
    }

    /** Digits as servers print them, up to more than a double holds. */
    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> shortest =
                Arbitraries.doubles().between(0, 1000).map(String::valueOf).filter(s -> s.indexOf('E') < 0);
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
        return Arbitraries.oneOf(
                shortest, digits, digits.map(d -> "0." + d), digits.map(d -> d.charAt(0) + "." + d.substring(1) + "1"));
    }

    @Property(tries = 1000)
    void numbersAreTheNearestDoubles(@ForAll("numbers") String number) {
        byte[] text = Arrays.copyOf(bytes("[1700000000.5,\"" + number + "\"]"), 200);
        SampleScanner scanner = new SampleScanner();
        int end = scanner.pair(text, 0);
        if (end > 0) {
            assertEquals(Double.parseDouble(number), scanner.value());
            assertEquals(1_700_000_000_500L, scanner.millis());
            assertEquals(17 + number.length(), end);
        } else {
            assertTrue(number.replace(".", "").length() > 18, number);
        }
    }
}
