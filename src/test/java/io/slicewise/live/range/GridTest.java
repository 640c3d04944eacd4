package io.slicewise.live.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void bothEndsAreInIt() {
        Grid grid = Grid.of(FROM, FROM.plusSeconds(60), Duration.ofSeconds(15));
        assertEquals(5, grid.count());
        assertEquals(FROM.plusSeconds(60), grid.to());
        assertEquals(1, Grid.of(FROM, FROM, Duration.ofSeconds(15)).count());
        assertEquals(
                1, Grid.of(FROM, FROM.minusSeconds(5), Duration.ofSeconds(15)).count());
    }

    @Test
    void aChartOfThirtyDaysHasAReadableStep() {
        Grid grid = Grid.ofWidth(FROM, FROM.plus(Duration.ofDays(30)), 800, Duration.ofSeconds(15));
        assertEquals(Duration.ofHours(1), grid.step());
        assertEquals(721, grid.count());
        Grid hour = Grid.ofWidth(FROM, FROM.plus(Duration.ofHours(1)), 800, Duration.ofSeconds(15));
        assertEquals(Duration.ofSeconds(15), hour.step());
        Grid decade = Grid.ofWidth(FROM.minus(Duration.ofDays(3650)), FROM, 100, Duration.ofSeconds(15));
        assertEquals(Duration.ofDays(42), decade.step());
    }

    @Property(tries = 500)
    void aChartNeverGetsMorePointsThanItShows(
            @ForAll @LongRange(min = 1, max = 400_000_000) long seconds,
            @ForAll @IntRange(min = 2, max = 4000) int width,
            @ForAll @LongRange(min = 0, max = 100_000) long shift) {
        Instant from = FROM.plusSeconds(shift);
        Instant to = from.plusSeconds(seconds);
        Grid grid = Grid.ofWidth(from, to, width, Duration.ofSeconds(15));
        assertTrue(grid.count() <= width, grid + " for " + width);
        assertFalse(grid.from().isBefore(from));
        assertFalse(grid.to().isAfter(to));
    }

    @Property(tries = 300)
    void thePartsAreAllOfItOnceAndWithinTheLimits(
            @ForAll @IntRange(min = 1, max = 200_000) int count,
            @ForAll @LongRange(min = 0, max = 3_000_000) long series) {
        List<Grid.Part> parts = new Grid(FROM, Duration.ofSeconds(15), count).parts(series);
        int next = 0;
        for (Grid.Part part : parts) {
            assertEquals(next, part.first());
            assertTrue(part.count() >= 1 && part.count() <= Grid.MOST_POINTS);
            assertTrue(part.count() == 1 || part.count() * series <= Grid.MOST_SAMPLES);
            next += part.count();
        }
        assertEquals(count, next);
    }
}
