package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.fleet.Fleets;
import io.slicewise.snapshot.exposition.ReadWatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever stops an opening is asked after each block of the file and before each GPU, and then nothing comes out. */
class StoppingTest {
    private static final int GPUS = 24;
    private static final int SAMPLES = 3000;

    /** No more bytes than that are read and worked through between two questions: a few milliseconds. */
    private static final long BLOCK = 1 << 20;

    @TempDir
    Path folder;

    /** Stops at the question with a number, and remembers what it heard. */
    private static final class Watch implements ReadWatch {
        final int stopAt;
        int asked;
        int askedAfterAll;
        int askedAfterStop;
        long bytes;
        long most;
        final long size;

        Watch(int stopAt, long size) {
            this.stopAt = stopAt;
            this.size = size;
        }

        @Override
        public boolean cancelled() {
            asked++;
            askedAfterAll += bytes == size ? 1 : 0;
            askedAfterStop += asked > stopAt ? 1 : 0;
            return asked >= stopAt;
        }

        @Override
        public void progress(long now) {
            assertEquals(0, askedAfterStop, "read on after it was stopped");
            most = Math.max(most, now - bytes);
            bytes = now;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exposition", "range", "lines", "table", "range.gz"})
    void openingStopsWhereverItIs(String format) throws IOException {
        Path file = write(format);
        Watch all = new Watch(Integer.MAX_VALUE, Files.size(file));
        SnapshotOpened opened = assertInstanceOf(SnapshotOpened.class, opener().open(file, all));
        assertEquals(GPUS, opened.snapshot().fleet().gpus().size());
        assertEquals(Files.size(file), all.bytes);
        assertTrue(all.most <= BLOCK, () -> all.most + " bytes between two questions");
        assertTrue(
                all.askedAfterAll > GPUS, () -> "asked " + all.askedAfterAll + " times while GPUs were put together");
        for (int stopAt = 1; stopAt <= all.asked; stopAt += 1 + all.asked / 40) {
            Watch watch = new Watch(stopAt, Files.size(file));
            NotOpened stopped = assertInstanceOf(NotOpened.class, opener().open(file, watch));
            assertEquals(
                    "snapshot.cancelled",
                    stopped.problems().getFirst().message().key());
            assertEquals(1, stopped.problems().size());
            assertEquals(0, watch.askedAfterStop, "asked again after it was stopped at " + stopAt);
        }
    }

    private static Opener opener() {
        return new Opener(Fleets.CATALOGUE);
    }

    private Path write(String format) throws IOException {
        Path file = folder.resolve(format);
        boolean packed = format.endsWith(".gz");
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = packed ? new GZIPOutputStream(plain) : plain) {
            out.write(text(format).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static String text(String format) {
        List<String> gpus = IntStream.range(0, GPUS).mapToObj(i -> "GPU-" + i).toList();
        StringBuilder text = new StringBuilder();
        switch (format) {
            case "exposition" -> {
                for (int i = 0; i < SAMPLES; i++) {
                    for (String gpu : gpus) {
                        text.append("DCGM_FI_PROF_GR_ENGINE_ACTIVE{UUID=\"")
                                .append(gpu)
                                .append(
                                        "\",modelName=\"NVIDIA A100-SXM4-80GB\",GPU_I_PROFILE=\"1g.10gb\",GPU_I_ID=\"7\"} ")
                                .append(value(i))
                                .append(' ')
                                .append(time(i))
                                .append('\n');
                    }
                }
            }
            case "table" -> {
                text.append("Time,UUID,modelName,GPU_I_PROFILE,GPU_I_ID,Value\n");
                for (int i = 0; i < SAMPLES; i++) {
                    for (String gpu : gpus) {
                        text.append(time(i) + "," + gpu + ",NVIDIA A100-SXM4-80GB,1g.10gb,7," + value(i) + "\n");
                    }
                }
            }
            case "lines" ->
                gpus.forEach(gpu -> text.append(metric(gpu))
                        .append("\"values\":[")
                        .append(list(i -> value(i)))
                        .append("],\"timestamps\":[")
                        .append(list(i -> String.valueOf(time(i))))
                        .append("]}\n"));
            default -> {
                text.append("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
                gpus.forEach(gpu -> text.append(gpu.equals(gpus.getFirst()) ? "" : ",")
                        .append(metric(gpu))
                        .append("\"values\":[")
                        .append(list(i -> "[" + time(i) / 1000 + ",\"" + value(i) + "\"]"))
                        .append("]}"));
                text.append("]}}");
            }
        }
        return text.toString();
    }

    private static String metric(String gpu) {
        return "{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"" + gpu
                + "\",\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"GPU_I_PROFILE\":\"1g.10gb\",\"GPU_I_ID\":\"7\"},";
    }

    private static String list(IntFunction<String> sample) {
        return IntStream.range(0, SAMPLES).mapToObj(sample).collect(Collectors.joining(","));
    }

    private static long time(int i) {
        return 1_780_000_000_000L + i * 60_000L;
    }

    private static String value(int i) {
        return String.format(Locale.ROOT, "0.%06d", i % 1000 + 1);
    }
}
