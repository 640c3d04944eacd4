package io.slicewise.live.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When to try again: after a failure twice as long as after the one before, up to a limit, and not at the same moment
 * as everybody else who lost the same server.
 *
 * @param first the wait after the first failure
 * @param longest the longest wait that this program chooses
 * @param random numbers from 0 to 1
 */
public record Backoff(Duration first, Duration longest, DoubleSupplier random) {
    /** A server that asks for more than this is taken at this: a person looks at the window. */
    static final Duration MOST_ASKED = Duration.ofHours(1);

    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 30;

    /**
     * How long to wait.
     *
     * @param failures how many there were in a row, from 1
     * @param retryAfter what the server asked for: never less than that; {@code null} for nothing
     */
    public Duration after(int failures, @Nullable Duration retryAfter) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(MOST_DOUBLINGS, failures - 1));
        double millis = Math.min((double) longest.toMillis(), doubled);
        double spread = millis * (1 - JITTER + 2 * JITTER * random.getAsDouble());
        double asked = retryAfter == null ? 0 : (double) Math.min(MOST_ASKED.toMillis(), retryAfter.toMillis());
        // later than asked for by a part of the own wait, for the same reason
        double wait = asked > spread ? asked + millis * JITTER * random.getAsDouble() : spread;
        return Duration.ofMillis(Math.round(wait));
    }
}
