package io.slicewise.desktop.workspace;

import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Files that are being read: how far it is, how long it still takes, and a way to stop it. One thread reads, another one
 * looks and stops.
 */
final class Loading implements ReadWatch {
    /** Before that a forecast would be a guess. */
    private static final long FORECAST_AFTER_NANOS = 1_000_000_000L;

    private final Cancel cancel = new Cancel();
    private final LongSupplier nanoTime;
    private final long start;
    private final long total;
    private volatile String name = "";
    private volatile long bytes;
    private long before;

    /**
     * @param nanoTime a clock, {@link System#nanoTime()}
     */
    Loading(List<Path> files, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        start = nanoTime.getAsLong();
        total = files.stream().mapToLong(Loading::size).sum();
        files.stream().findFirst().ifPresent(this::call);
    }

    /** How large it is; 0 where nobody knows. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException _) {
            return 0;
        }
    }

    private void call(Path file) {
        name = String.valueOf(file.getFileName());
    }

    /** The next file begins. */
    void begin(Path file) {
        call(file);
        before = bytes;
    }

    @Override
    public void progress(long ofThisFile) {
        bytes = before + ofThisFile;
    }

    @Override
    public boolean cancelled() {
        return cancel.isCancelled();
    }

    /** Stops the reading: what was read of it is dropped. */
    void stop() {
        cancel.cancel();
    }

    /** What stops it. */
    Cancel cancel() {
        return cancel;
    }

    /** The file that is read now. */
    String name() {
        return name;
    }

    long bytes() {
        return bytes;
    }

    /** The bytes of all files; 0 where nobody knows. */
    long total() {
        return total;
    }

    /** From 0 to 1; negative where nobody knows. */
    double done() {
        return total > 0 ? Math.min(1, (double) bytes / total) : -1;
    }

    /** How long it goes on at the speed until now. */
    Optional<Duration> remaining() {
        long elapsed = nanoTime.getAsLong() - start;
        double done = done();
        return elapsed < FORECAST_AFTER_NANOS || done <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (elapsed * (1 - done) / done)));
    }
}
