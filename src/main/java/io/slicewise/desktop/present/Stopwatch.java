package io.slicewise.desktop.present;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a person has been talking; can be paused and begun anew. */
final class Stopwatch {
    private final LongSupplier nanos;
    private long since;
    private long before;
    private boolean running;

    /** @param nanos a clock that only goes forward, as {@link System#nanoTime()} */
    Stopwatch(LongSupplier nanos) {
        this.nanos = nanos;
        restart();
    }

    void restart() {
        before = 0;
        since = nanos.getAsLong();
        running = true;
    }

    void toggle() {
        if (running) {
            before = nanosTaken();
        } else {
            since = nanos.getAsLong();
        }
        running = !running;
    }

    boolean isRunning() {
        return running;
    }

    Duration taken() {
        return Duration.ofNanos(nanosTaken());
    }

    private long nanosTaken() {
        return before + (running ? nanos.getAsLong() - since : 0);
    }

    /** {@code 04:05}, from an hour on {@code 1:04:05}. */
    static String words(Duration taken) {
        String minutes = "%02d:%02d".formatted(taken.toMinutesPart(), taken.toSecondsPart());
        return taken.toHours() == 0 ? minutes : taken.toHours() + ":" + minutes;
    }
}
