package io.slicewise.snapshot.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples that another thread takes are those that the reader hands on, in their order; and what fails there fails here. */
class SampleQueueTest {
    /** Keeps what it gets, as text. */
    private static class Kept implements SampleHandler {
        final List<String> all = new ArrayList<>();

        @Override
        public void sample(Metric metric, ExpositionLabels labels, double value, long timestampMillis, long line) {
            all.add(metric.name() + labels + value + " " + timestampMillis + " " + line);
        }

        @Override
        public void endOfExposition() {
            all.add("end");
        }
    }

    private static String text(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> (i % 5000 == 17 ? "# EOF\n# TYPE m0 gauge\n" : "") + "m" + i % 3 + "{a=\"" + i % 700
                        + "\"} " + i + "\n")
                .collect(Collectors.joining());
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8192, 60_000})
    void theOrderIsThatOfTheText(int rows) throws IOException {
        Kept direct = new Kept();
        ExpositionReader.read(in(text(rows)), "scrape.prom", direct, ReadWatch.NONE);
        Kept queued = new Kept();
        try (SampleQueue queue = new SampleQueue(queued)) {
            ExpositionReader.read(in(text(rows)), "scrape.prom", queue, ReadWatch.NONE);
            queue.end();
        }
        assertEquals(direct.all, queued.all);
        assertTrue(direct.all.size() >= rows, direct.all.size() + " of " + rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50_000})
    void whatTheHandlerThrowsIsThrownWhereItIsRead(int rows) {
        OutOfMemoryError full = new OutOfMemoryError("no room");
        SampleHandler failing = (metric, labels, value, timestampMillis, line) -> {
            throw full;
        };
        try (SampleQueue queue = new SampleQueue(failing)) {
            assertSame(full, assertThrows(OutOfMemoryError.class, () -> {
                ExpositionReader.read(in(text(rows)), "scrape.prom", queue, ReadWatch.NONE);
                queue.end();
            }));
        }
    }

    @Test
    void nothingIsHandedOnAfterASourceThatFailed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return read();
            }
        };
        Kept kept = new Kept();
        SampleQueue queue = new SampleQueue(kept);
        try (queue) {
            assertThrows(
                    IOException.class,
                    () -> ExpositionReader.read(
                            new SequenceInputStream(in(text(30_000)), broken), "scrape.prom", queue, ReadWatch.NONE));
        }
        int taken = kept.all.size();
        assertTrue(taken <= 30_010, "all of them at most: " + taken);
        assertThrows(RuntimeException.class, () -> {
            for (int i = 0; i < 5000; i++) {
                queue.endOfExposition();
            }
        });
        assertEquals(taken, kept.all.size());
    }
}
