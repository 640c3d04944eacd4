package io.slicewise.usage.timeline;

import static io.slicewise.usage.timeline.Recordings.minute;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whole runs of samples are told and summed at once: what comes of it is what each sample by itself comes to. */
class StripSumsProperties {
    private static final long VALIDITY = Timeline.LOOKBACK.toMillis();

    /** A time in which a reading is the same; of two that are compared, a reading that is none is the same as another. */
    private record Piece(long from, long to, double value) {}

    /** Samples a minute apart, of which some are missing, some are marks, and some are late. */
    @Provide
    Arbitrary<SampleColumns> series() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3000),
                        Arbitraries.of(2, 9, 40, 1000, 100_000),
                        Arbitraries.of(1, 1, 1, 2, 60, 1500),
                        Arbitraries.longs())
                .as((count, faults, jitter, seed) -> {
                    Random random = new Random(seed);
                    SamplesBuilder builder = new SamplesBuilder();
                    for (int i = 0; i < count; i++) {
                        int fault = random.nextInt(faults);
                        if (fault != 0) {
                            double value = fault == 1 ? Double.NaN : random.nextDouble();
                            builder.add(minute(i) + random.nextInt(jitter), value);
                        }
                    }
                    return builder.build();
                });
    }

    @Property(tries = 300)
    void runsAreTheSamplesOneByOne(
            @ForAll("series") SampleColumns samples,
            @ForAll @IntRange(min = -10, max = 3000) int first,
            @ForAll @LongRange(min = 1, max = 2_000_000_000) long length) {
        long from = minute(first) - 17;
        List<Piece> told = new ArrayList<>();
        Held.tell(
                samples,
                from,
                from + length,
                Long.MIN_VALUE / 2,
                VALIDITY,
                (begin, end, value) -> told.add(new Piece(begin, end, value)));
        assertEquals(oneByOne(samples, from, from + length), told);
    }

    private static List<Piece> oneByOne(SampleColumns samples, long from, long to) {
        List<Piece> pieces = new ArrayList<>();
        double[] value = {Double.NaN};
        long[] last = {from, from};
        samples.each((time, next) -> {
            if (!Double.isNaN(next) && time < to) {
                add(pieces, last[0], Math.max(from, time), last[1], value[0]);
                last[0] = Math.max(from, time);
                last[1] = time + VALIDITY;
                value[0] = next;
            }
        });
        add(pieces, last[0], to, last[1], value[0]);
        return pieces;
    }

    private static void add(List<Piece> pieces, long from, long to, long until, double value) {
        if (from < to && until > from) {
            pieces.add(new Piece(from, Math.min(to, until), value));
        }
        if (from < to && until < to) {
            pieces.add(new Piece(Math.max(from, until), to, Double.NaN));
        }
    }

    @Property(tries = 300)
    void stripsOfRunsAreThoseOfPiecesToTheLastBit(
            @ForAll("series") SampleColumns samples,
            @ForAll @IntRange(min = 0, max = 2000) int first,
            @ForAll @LongRange(min = 100_000, max = 200_000_000) long length,
            @ForAll @IntRange(min = 1, max = 600) int parts) {
        Grid grid = Grid.even(minute(first) + 311, minute(first) + 311 + length, parts);
        StripSums runs = new StripSums(grid);
        StripSums pieces = new StripSums(grid);
        Held.tell(samples, grid.bound(0), grid.bound(parts), Long.MIN_VALUE / 2, VALIDITY, runs);
        // which knows of no run, and is told each piece
        InstanceTrack.Pieces each = (from, to, value) -> pieces.piece(from, to, value);
        Held.tell(samples, grid.bound(0), grid.bound(parts), Long.MIN_VALUE / 2, VALIDITY, each);
        assertArrayEquals(pieces.strip().means(), runs.strip().means());
        assertArrayEquals(pieces.strip().existing(), runs.strip().existing());
    }
}
