package io.slicewise.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Real threads and the real clock for live views. None of the threads keeps the program from ending. */
public final class LiveThreads implements AutoCloseable {
    private final Executor owner;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-timer").factory());

    private LiveThreads(Executor owner) {
        this.owner = owner;
    }

    /** Threads whose results go to this owner: {@code Platform::runLater} for a window. */
    public static LiveThreads of(Executor owner) {
        return new LiveThreads(owner);
    }

    /** What live views need. */
    public Surroundings surroundings() {
        return new Surroundings(owner, workers, this::after, InstantSource.system());
    }

    private Runnable after(Duration time, Runnable action) {
        Future<?> planned =
                timer.schedule(() -> owner.execute(action), Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        return () -> planned.cancel(false);
    }

    /** Ends the threads. Stop the views before. */
    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
