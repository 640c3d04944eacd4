package io.slicewise.live.range;

import io.slicewise.live.http.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param done how many of the times there are
 * @param count how many there are to be
 * @param bytes what travelled so far
 * @param why why it waits; {@code null} while it does not
 * @param pause how long it waits; zero while it does not
 */
public record RangeProgress(
        int done, int count, long bytes, @Nullable Failure why, Duration pause) {
    /** From 0 to 1. */
    public double share() {
        return (double) done / count;
    }
}
