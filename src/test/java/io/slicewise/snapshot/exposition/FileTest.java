package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n \t\r\n", "\uFEFF"})
    void nothingIsNoProblem(String text) {
        Reading reading = Reading.of(text);
        assertEquals(List.of(), reading.samples());
        assertTrue(reading.faults().isEmpty() || reading.faults().equals(List.of("lastLineOpen")));
    }

    @Test
    void theLastLineMayLackItsEndWhichIsSaid() {
        Reading reading = Reading.of("m 1\nm 116");
        assertEquals(116, reading.samples().getLast().value());
        assertEquals(List.of("lastLineOpen"), reading.faults());
        assertEquals(Severity.INFO, reading.problems().getFirst().severity());
        assertEquals(2, reading.problems().getFirst().where().line());
    }

    @Test
    void lineNumbersCountEveryLine() {
        Reading reading = Reading.of("\uFEFF# x\r\n\r\nm 1\r\n\nn 2\r\n\uFEFFo 3\n");
        assertEquals(
                List.of(3L, 5L, 6L),
                reading.samples().stream().map(Reading.Sample::line).toList());
        assertEquals(6, reading.summary().lines());
        assertEquals(List.of(), reading.problems());
    }

    @Test
    void ofEachFaultThreeAreShownAndAllAreCounted() {
        Reading reading = Reading.of("m{ 1\nm x\n".repeat(1000) + "good 1\n");
        assertEquals("good", reading.only().metric());
        assertEquals(2000, reading.summary().leftOut());
        assertEquals(
                List.of("scrape.prom:1", "scrape.prom:3", "scrape.prom:5", "scrape.prom"),
                reading.problems().subList(0, 4).stream()
                        .map(p -> p.where().toString())
                        .toList());
        assertEquals(8, reading.problems().size());
        assertEquals(
                "scrape.prom 1,000 lines in all, the last one is line 1,999: Expected a label name of letters, digits and _,"
                        + " or one in quotes.",
                reading.english().get(3));
    }

    @Test
    void aLineOfExactlyTheLimitIsReadAndALongerOneIsSkipped() {
        String fits = "m{a=\"" + "x".repeat(ExpositionReader.LONGEST_LINE - 10) + "\"} 1\n";
        assertEquals(ExpositionReader.LONGEST_LINE, fits.length());
        String tooLong = fits.replace("} 1", "} 12");
        Reading reading = Reading.of("a 1\n" + fits + tooLong + "b 2\n" + tooLong + tooLong + "c 3\n");
        assertEquals(
                List.of("a", "m", "b", "c"),
                reading.samples().stream().map(Reading.Sample::metric).toList());
        assertEquals(
                List.of(1L, 2L, 4L, 7L),
                reading.samples().stream().map(Reading.Sample::line).toList());
        assertEquals(List.of("tooLong", "tooLong", "tooLong"), reading.faults());
    }

    @Test
    void aLongLineAtTheEndIsSkippedToo() {
        Reading reading = Reading.of("a 1\n" + "x".repeat(3 * ExpositionReader.LONGEST_LINE));
        assertEquals("a", reading.only().metric());
        assertEquals(List.of("tooLong"), reading.faults());
    }

    @Test
    void zerosAreNoTextAndHardlyRead() {
        Zeros zeros = new Zeros(200L << 20);
        Reading reading = Reading.of(zeros, ReadWatch.NONE);
        assertEquals(List.of("notText"), reading.faults());
        assertEquals(Severity.ERROR, reading.problems().getFirst().severity());
        assertTrue(zeros.given < 1 << 20, "read " + zeros.given);
    }

    @Test
    void zerosBehindATextCostOneLine() {
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream("good 1\n".repeat(20_000).getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(
                        new Zeros(64L << 20), new ByteArrayInputStream("\nlast 2\n".getBytes(StandardCharsets.UTF_8))));
        Reading reading = Reading.of(in, ReadWatch.NONE);
        assertEquals(20_001, reading.samples().size());
        assertEquals("last", reading.samples().getLast().metric());
        assertEquals(List.of("tooLong"), reading.faults());
    }

    @Test
    void aStrayZeroCostsItsLineOnly() {
        Reading reading = Reading.of("good_metric{a=\"1\"} 1\n".repeat(5) + "m\0 1\nlast 2\n");
        assertEquals(6, reading.samples().size());
        assertEquals(List.of("metricName"), reading.faults());
    }

    @Test
    void packedFilesAndUtf16AreNamed() {
        byte[] text = "m 1\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("compressed"), Reading.of(join(0x1f, 0x8b, text)).faults());
        assertEquals(List.of("compressed"), Reading.of("PK\3\4xxxx").faults());
        Charset utf16 = StandardCharsets.UTF_16LE;
        assertEquals(
                List.of("utf16"),
                Reading.of(join(0xff, 0xfe, "m 1\n".getBytes(utf16))).faults());
        assertEquals(List.of("notText"), Reading.of("m 1\n".getBytes(utf16)).faults());
    }

    @Test
    void moreLabelBlocksThanAreKeptAreReadAllTheSame() throws IOException {
        String padding = "x".repeat(200_000);
        List<InputStream> lines = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 400; i++) {
                String line = "m{serial=\"" + i + "\",padding=\"" + padding + "\"} " + i + "\n";
                lines.add(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
            }
        }
        int[] right = new int[1];
        ExpositionSummary summary = ExpositionReader.read(
                new SequenceInputStream(Collections.enumeration(lines)),
                "scrape.prom",
                (metric, labels, value, millis, line) -> {
                    boolean same = String.valueOf((int) value).equals(labels.get("serial"));
                    right[0] += same && labels.size() == 2 ? 1 : 0;
                },
                ReadWatch.NONE);
        assertEquals(800, right[0]);
        assertEquals(List.of(), summary.problems());
    }

    @Test
    void howTheSourceHandsOutItsBytesDoesNotMatter() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("m")
                    .append(i % 7)
                    .append("{a=\"")
                    .append("é".repeat(i % 100))
                    .append("\"} ");
            text.append(i % 50 == 0 ? "x" : i).append(i % 3 == 0 ? "\r\n" : "\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Reading whole = Reading.of(bytes);
        assertEquals(2940, whole.samples().size());
        for (int step : new int[] {1, 7, 4096, 100_000}) {
            assertEquals(whole, Reading.of(new Slow(bytes, step), ReadWatch.NONE));
        }
        List<Double> values = new ArrayList<>();
        ExpositionSummary byChannel = ExpositionReader.read(
                Channels.newChannel(new ByteArrayInputStream(bytes)),
                "scrape.prom",
                (metric, labels, value, millis, line) -> values.add(value),
                ReadWatch.NONE);
        assertEquals(whole.summary(), byChannel);
        assertEquals(whole.samples().stream().map(Reading.Sample::value).toList(), values);
    }

    @Test
    void aWatchHearsOfTheProgressAndStopsTheReading() {
        byte[] bytes = "some_metric{a=\"b\"} 1\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        List<Long> progress = new ArrayList<>();
        ReadWatch watch = new ReadWatch() {
            @Override
            public boolean cancelled() {
                return progress.getLast() > 1_000_000;
            }

            @Override
            public void progress(long soFar) {
                progress.add(soFar);
            }
        };
        Reading reading = Reading.of(new ByteArrayInputStream(bytes), watch);
        assertTrue(reading.summary().cancelled());
        assertEquals(progress.getLast(), reading.summary().bytes());
        assertTrue(reading.summary().bytes() < bytes.length);
        assertFalse(reading.samples().isEmpty());
        assertEquals(progress.stream().sorted().toList(), progress);
    }

    @Test
    void aSourceThatFailsThrows() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThrows(
                IOException.class,
                () -> ExpositionReader.read(broken, "x", (metric, labels, value, millis, line) -> {}, ReadWatch.NONE));
    }

    private static byte[] join(int first, int second, byte[] rest) {
        byte[] all = new byte[rest.length + 2];
        all[0] = (byte) first;
        all[1] = (byte) second;
        System.arraycopy(rest, 0, all, 2, rest.length);
        return all;
    }

    /** So many zero bytes. */
    private static final class Zeros extends InputStream {
        private final long length;
        private long given;

        Zeros(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return given++ < length ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            int n = (int) Math.min(count, length - given);
            Arrays.fill(into, from, from + n, (byte) 0);
            given += n;
            return n == 0 ? -1 : n;
        }
    }

    /** Hands out at most so many bytes at a time. */
    private static final class Slow extends ByteArrayInputStream {
        private final int step;

        Slow(byte[] bytes, int step) {
            super(bytes);
            this.step = step;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            return super.read(into, from, Math.min(count, step));
        }
    }
}
