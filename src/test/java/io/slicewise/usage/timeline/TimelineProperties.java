package io.slicewise.usage.timeline;

import static io.slicewise.usage.timeline.Recordings.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every timeline. */
class TimelineProperties {
    private static final double EXACT = 1e-9;

    @Provide
    Arbitrary<NavigableMap<Long, Double>> readings() {
        Arbitrary<Long> regular = Arbitraries.longs().between(0, 3000).map(i -> minute(i));
        Arbitrary<Long> jitter = Arbitraries.longs()
                .between(0, 40)
                .flatMap(i -> Arbitraries.longs().between(-900, 900).map(j -> minute(i) + j));
        Arbitrary<Long> anything = Arbitraries.longs().between(minute(0), minute(90_000));
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1), Arbitraries.of(0.0, 1.0), Arbitraries.of(Double.NaN));
        return Arbitraries.oneOf(regular, jitter, anything)
                .flatMap(first -> Arbitraries.maps(
                                Arbitraries.of(minuteSteps())
                                        .flatMap(step -> Arbitraries.longs()
                                                .between(0, 2500)
                                                .map(i -> first + i * step)),
                                value)
                        .ofMinSize(1)
                        .ofMaxSize(60))
                .<NavigableMap<Long, Double>>map(TreeMap::new);
    }

    private static Long[] minuteSteps() {
        return new Long[] {60_000L, 60_000L, 15_000L, 7L, 61_003L};
    }

    @Property(tries = 120)
    void samplesComeBackAsTheyWereAddedInWhateverOrder(
            @ForAll("readings") NavigableMap<Long, Double> readings, @ForAll long seed) {
        List<Map.Entry<Long, Double>> shuffled = new ArrayList<>(readings.entrySet());
        Collections.shuffle(shuffled, new Random(seed));
        for (List<Map.Entry<Long, Double>> order : List.of(List.copyOf(readings.entrySet()), shuffled)) {
            SamplesBuilder builder = new SamplesBuilder();
            order.forEach(one -> builder.add(one.getKey(), one.getValue()));
            assertSame(readings, builder.build());
        }
    }

    private static void assertSame(NavigableMap<Long, Double> expected, SampleColumns samples) {
        assertEquals(expected.size(), samples.size());
        assertEquals(expected.values().stream().filter(value -> !value.isNaN()).count(), samples.count());
        Cursor cursor = samples.cursor();
        for (var one : expected.entrySet()) {
            assertTrue(cursor.next());
            assertEquals(one.getKey(), cursor.time);
            assertEquals(one.getValue(), cursor.value);
        }
        assertTrue(!cursor.next());
        for (Long time : expected.keySet()) {
            for (long from : new long[] {time - 1, time, time + 1}) {
                cursor.seek(from);
                Long next = expected.ceilingKey(from);
                assertEquals(next != null, cursor.next());
                assertEquals(next == null ? cursor.time : next, cursor.time);
            }
        }
    }

    @Property(tries = 15)
    void longSeriesComeBackAndTakeLittle(@ForAll long seed) {
        Random random = new Random(seed);
        TreeMap<Long, Double> expected = new TreeMap<>();
        SamplesBuilder builder = new SamplesBuilder();
        long time = minute(0);
        int jitter = random.nextInt(3) * 30;
        // a gap in a hundred readings is a bad monitoring already; each costs a few bytes
        int faults = 100 + random.nextInt(4000);
        for (int i = 0; i < 20_000; i++) {
            time += random.nextInt(faults) == 0 ? 600_000 : 60_000;
            long when = time + (jitter == 0 ? 0 : random.nextInt(jitter));
            double value = random.nextDouble();
            expected.put(when, value);
            builder.add(when, value);
        }
        SampleColumns samples = builder.build();
        assertSame(expected, samples);
        double each = (double) samples.bytes() / samples.count();
        assertTrue(each < 9.45, () -> each + " bytes a sample");
        if (jitter == 0 && faults > 3000) {
            assertTrue(each < 8.6, () -> each + " bytes a sample without irregular times");
        }
    }

    /** Scrapes of a busy host, and a loop that sleeps a minute between two of them. */
    @Property(tries = 15)
    void irregularSeriesComeBackAndTakeLittle(@ForAll long seed) {
        Random random = new Random(seed);
        TreeMap<Long, Double> expected = new TreeMap<>();
        SamplesBuilder builder = new SamplesBuilder();
        boolean sleeps = random.nextBoolean();
        int late = 1 + random.nextInt(1000);
        int faults = 1000 + random.nextInt(4000);
        long time = minute(0);
        for (int i = 0; i < 20_000; i++) {
            time += 60_000 + (sleeps ? random.nextInt(late) : 0);
            if (random.nextInt(faults) == 0) {
                // a missing one, an outage longer than an int has milliseconds, a very late one
                time += List.of(60_000L, 30L * 86_400_000, 5_000L).get(random.nextInt(3));
            }
            long when = time + (sleeps ? 0 : random.nextInt(late));
            double value = random.nextInt(500) == 0 ? Double.NaN : random.nextDouble();
            expected.put(when, value);
            builder.add(when, value);
        }
        SampleColumns samples = builder.build();
        assertSame(expected, samples);
        double each = (double) samples.bytes() / samples.size();
        assertTrue(each < 9.45, () -> each + " bytes a sample, up to " + late + " ms late");
    }

    @Property(tries = 120)
    void silencesAreThoseBetweenNeighbours(@ForAll("readings") NavigableMap<Long, Double> readings, @ForAll long seed) {
        long longest = List.of(1L, 7L, 60_000L, 120_000L, 600_000L).get(new Random(seed).nextInt(5));
        SamplesBuilder builder = new SamplesBuilder();
        readings.forEach(builder::add);
        List<List<Long>> expected = new ArrayList<>();
        for (Long time : readings.keySet()) {
            Long next = readings.higherKey(time);
            if (next != null && next - time > longest) {
                expected.add(List.of(time, next));
            }
        }
        List<List<Long>> told = new ArrayList<>();
        builder.build().silences(longest, (from, to) -> told.add(List.of(from, to)));
        assertEquals(expected, told);
    }

    /** A GPU's series: profile, first minute, and readings of which some are missing. */
    record Run(String id, String profile, int first, int count, int missing, long seed, int jitter) {
        SampleColumns samples() {
            Random random = new Random(seed);
            SamplesBuilder builder = new SamplesBuilder();
            builder.add(minute(first), random.nextDouble());
            for (int i = 1; i < count; i++) {
                if (random.nextInt(20) >= missing) {
                    long late = jitter == 0 ? 0 : random.nextInt(jitter);
                    builder.add(minute(first + i) + late, random.nextInt(8) == 0 ? 0 : random.nextDouble());
                }
            }
            return builder.build();
        }
    }

    private Arbitrary<Run> runs(int jitter) {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3", "4"),
                        Arbitraries.of("1g.10gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb"),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(1, 120),
                        Arbitraries.of(0, 0, 2, 17, 19),
                        Arbitraries.longs())
                .as((id, profile, first, count, missing, seed) ->
                        new Run(id, profile, first, count, missing, seed, jitter));
    }

    @Provide
    Arbitrary<List<List<Run>>> fleets() {
        return Arbitraries.of(0, 0, 45_000)
                .flatMap(jitter -> runs(jitter).list().ofMinSize(1).ofMaxSize(9))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static Timeline timeline(List<List<Run>> fleet) {
        List<Recording> all = new ArrayList<>();
        for (List<Run> gpu : fleet) {
            Recordings recordings = Recordings.a100("GPU " + all.size());
            gpu.forEach(run -> recordings.with(run.id(), run.profile(), run.samples()));
            all.add(recordings.done());
        }
        return Timeline.of(all);
    }

    @Property(tries = 80)
    void atEachInstantTheCurvesAreTheFiguresOfTheFleetOfThatInstant(
            @ForAll("fleets") List<List<Run>> fleet, @ForAll long seed) {
        Timeline timeline = timeline(fleet);
        Curves curves = Curves.of(timeline, Weights.DEFAULT);
        assertTrue(curves.isExact());
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            long time = random.nextLong(timeline.start(), timeline.end());
            Fleet there = timeline.at(time);
            Averages total = Figures.of(there, Weights.DEFAULT).total();
            assertEquals(total.instanceAverage(), curves.at(Measure.INSTANCE_AVERAGE, time), EXACT);
            assertEquals(total.weightedAverage(), curves.at(Measure.WEIGHTED_AVERAGE, time), EXACT);
            assertEquals(total.wholeGpu(), curves.at(Measure.WHOLE_GPU, time), EXACT);
            double coverage = there.instanceCount() == 0 ? Double.NaN : (double) total.reported() / total.instances();
            assertEquals(coverage, curves.at(Measure.COVERAGE, time), EXACT);
            boolean none = there.gpus().isEmpty() || Averages.isMoreThan(total.allocatedWeight(), total.totalWeight());
            double share = none ? Double.NaN : total.allocatedWeight() / total.totalWeight();
            assertEquals(share, curves.at(Measure.ALLOCATED_SHARE, time), EXACT);
            assertEquals(
                    curves.at(Measure.ALLOCATED_SHARE, time) * curves.at(Measure.WEIGHTED_AVERAGE, time),
                    curves.at(Measure.WHOLE_GPU, time),
                    EXACT);
        }
    }

    @Property(tries = 80)
    void anIdNeverHasTwoProfilesAtATime(@ForAll("fleets") List<List<Run>> fleet, @ForAll long seed) {
        Timeline timeline = timeline(fleet);
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            // a fleet refuses two instances with one id
            timeline.at(random.nextLong(timeline.start(), timeline.end()));
        }
        for (Reconfiguration one : timeline.reconfigurations()) {
            assertTrue(!one.before().isEmpty()
                    && !one.after().isEmpty()
                    && !one.before().equals(one.after()));
            assertTrue(one.time() > timeline.start() && one.time() < timeline.end());
        }
    }

    /** One layout after the other, each with the last samples repeated for less than five minutes. */
    @Property(tries = 60)
    void layoutsThatFollowEachOtherNeverHaveMoreSlicesThanTheGpu(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5) Integer> layouts,
            @ForAll @IntRange(min = 0, max = 4) int lingering,
            @ForAll @IntRange(min = 0, max = 8) int pause) {
        String[][] all = {
            {"1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb", "1g.10gb"},
            {"3g.40gb", "4g.40gb"},
            {"7g.80gb"},
            {"2g.20gb", "2g.20gb", "3g.40gb"},
            {"4g.40gb", "2g.20gb", "1g.10gb"},
            {"3g.40gb", "3g.40gb"}
        };
        Recordings recordings = Recordings.a100("GPU 0");
        int at = 0;
        for (int layout : layouts) {
            for (int i = 0; i < all[layout].length; i++) {
                // another id for each size, as the driver numbers them
                String id = all[layout][i].charAt(0) + "" + i;
                recordings.steady(id + "/" + at, all[layout][i], at, at + 20 + lingering, 50);
            }
            at += 21 + pause;
        }
        Timeline timeline = Timeline.of(List.of(recordings.done()));
        Curves curves = Curves.of(timeline, Weights.DEFAULT);
        for (Curves.Row row : curves.rows(timeline.start(), timeline.end())) {
            assertTrue(!(row.allocatedShare() > 1 + EXACT), () -> row + " of " + layouts);
        }
        long changes = 0;
        for (int i = 1; i < layouts.size(); i++) {
            changes += layouts.get(i).equals(layouts.get(i - 1)) ? 0 : 1;
        }
        assertEquals(changes, timeline.reconfigurations().size());
    }

    @Property(tries = 60)
    void partsOfARangeAddUpToTheWhole(@ForAll("fleets") List<List<Run>> fleet, @ForAll long seed) {
        Timeline timeline = timeline(fleet);
        Curves curves = Curves.of(timeline, Weights.DEFAULT);
        long from = timeline.start();
        long to = timeline.end();
        long middle = new Random(seed).nextLong(from, to);
        for (Measure measure : Measure.values()) {
            RangeStatistics all = curves.statistics(measure, from, to, 0.4);
            assertEquals(all.mean(), curves.mean(measure, from, to), "the mean alone");
            RangeStatistics left = curves.statistics(measure, from, middle, 0.4);
            RangeStatistics right = curves.statistics(measure, middle, to, 0.4);
            assertEquals(all.known(), left.known() + right.known());
            assertEquals(all.above(), left.above() + right.above());
            if (all.known() > 0) {
                double sum = (left.known() == 0 ? 0 : left.mean() * left.known())
                        + (right.known() == 0 ? 0 : right.mean() * right.known());
                assertEquals(all.mean(), sum / all.known(), EXACT);
                assertTrue(all.min() <= all.median() && all.median() <= all.p95() && all.p95() <= all.max());
                assertTrue(all.min() - EXACT <= all.mean() && all.mean() <= all.max() + EXACT);
            }
            int points = 1 + (int) Math.abs(seed % 97);
            Window.Curve curve = curves.window(from, to, points).curve(measure);
            for (int i = 0; i < points; i++) {
                assertEquals(Double.isNaN(curve.means()[i]), Double.isNaN(curve.lows()[i]));
                assertTrue(Double.isNaN(curve.means()[i])
                        || curve.lows()[i] - EXACT <= curve.means()[i] && curve.means()[i] <= curve.highs()[i] + EXACT);
                assertTrue(!(curve.highs()[i] > all.max()) && !(curve.lows()[i] < all.min()));
            }
        }
    }

    /** The same course sampled every minute, and sampled only where it changes or four minutes have passed. */
    @Property(tries = 60)
    void irregularSamplesGiveWhatRegularOnesGive(@ForAll long seed) {
        Random random = new Random(seed);
        SamplesBuilder regular = new SamplesBuilder();
        SamplesBuilder sparse = new SamplesBuilder();
        double value = random.nextDouble();
        int said = -10;
        for (int i = 0; i < 300; i++) {
            boolean changes = i == 0 || random.nextInt(3) == 0;
            value = changes ? random.nextDouble() : value;
            regular.add(minute(i), value);
            if (changes || i - said >= 4 || i == 299) {
                sparse.add(minute(i), value);
                said = i;
            }
        }
        Curves one = Curves.of(
                Recordings.timeline(Recordings.a100("GPU 0").with("1", "3g.40gb", regular.build())), Weights.DEFAULT);
        Curves other = Curves.of(
                Recordings.timeline(Recordings.a100("GPU 0").with("1", "3g.40gb", sparse.build())), Weights.DEFAULT);
        long from = minute(random.nextInt(100));
        long to = minute(200 + random.nextInt(100));
        for (Measure measure : Measure.values()) {
            RangeStatistics a = one.statistics(measure, from, to, 0.7);
            RangeStatistics b = other.statistics(measure, from, to, 0.7);
            assertEquals(a.mean(), b.mean(), EXACT);
            assertEquals(a.median(), b.median());
            assertEquals(a.p95(), b.p95());
            assertEquals(a.max(), b.max());
            assertEquals(a.above(), b.above());
        }
    }

    /** Where there are too many instants for cells of their own, the means are those of the exact ones. */
    @Property(tries = 1)
    void coarseCellsHaveTheMeansOfExactOnes(@ForAll long seed) {
        Random random = new Random(seed);
        Recordings some = Recordings.a100("GPU 0");
        double sum = 0;
        int count = 150_000;
        for (int g = 1; g <= 3; g++) {
            SamplesBuilder builder = new SamplesBuilder();
            for (int i = 0; i < count; i++) {
                double value = random.nextDouble();
                builder.add(minute(i) + random.nextInt(59_000), value);
            }
            some.with(String.valueOf(g), "1g.10gb", builder.build());
        }
        Timeline timeline = Recordings.timeline(some);
        Curves curves = Curves.of(timeline, Weights.DEFAULT);
        assertTrue(!curves.isExact() && curves.cells() <= Instants.MOST);
        for (InstanceTrack track : timeline.gpus().getFirst().instances()) {
            sum += timeline.strip(track, minute(5), minute(count - 5), 1).means()[0];
        }
        RangeStatistics s = curves.statistics(Measure.INSTANCE_AVERAGE, minute(5), minute(count - 5), 0.5);
        assertEquals(sum / 3, s.mean(), 1e-4);
        assertEquals((long) (count - 10) * 60_000, s.known());
    }
}
