package io.slicewise.live.range;

import io.slicewise.work.Cancel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits. */
@FunctionalInterface
public interface Pause {
    /** Waits so long, or until it is ended. */
    void pause(Duration time, Cancel cancel);

    /** Waits in this thread. */
    static Pause inThread() {
        return (time, cancel) -> {
            CountDownLatch ended = new CountDownLatch(1);
            try (Cancel.Registration _ = cancel.onCancel(ended::countDown)) {
                // true where it was ended before the time was over; whoever waits looks at the cancel itself
                boolean _ = ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                cancel.cancel();
            }
        };
    }
}
