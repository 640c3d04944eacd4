package io.slicewise.live.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void eachWaitIsTwiceTheOneBeforeUpToTheLimit() {
        Backoff backoff = new Backoff(FIRST, LONGEST, () -> 0.5);
        assertEquals(Duration.ofSeconds(1), backoff.after(1, null));
        assertEquals(Duration.ofSeconds(2), backoff.after(2, null));
        assertEquals(Duration.ofSeconds(8), backoff.after(4, null));
        assertEquals(LONGEST, backoff.after(12, null));
        assertEquals(LONGEST, backoff.after(1_000_000, null));
    }

    @Test
    void whatTheServerAsksForIsKept() {
        Backoff backoff = new Backoff(FIRST, LONGEST, () -> 0);
        assertEquals(Duration.ofSeconds(42), backoff.after(1, Duration.ofSeconds(42)));
        assertEquals(Backoff.MOST_ASKED, backoff.after(1, Duration.ofDays(400)));
        assertEquals(Duration.ofMillis(800), backoff.after(1, Duration.ZERO));
    }

    @Property(tries = 200)
    void noTwoWaitTheSameButAllAboutAsLong(
            @ForAll @IntRange(min = 1, max = 60) int failures, @ForAll @DoubleRange(min = 0, max = 1) double random) {
        long expected = Math.min(LONGEST.toMillis(), Math.round(1000 * Math.pow(2, Math.min(30, failures - 1))));
        long millis =
                new Backoff(FIRST, LONGEST, () -> random).after(failures, null).toMillis();
        assertTrue(
                millis >= Math.floor(0.8 * expected) && millis <= Math.ceil(1.2 * expected),
                millis + " of " + expected);
    }
}
