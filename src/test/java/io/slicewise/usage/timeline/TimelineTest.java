package io.slicewise.usage.timeline;

import static io.slicewise.usage.timeline.Recordings.MINUTE;
import static io.slicewise.usage.timeline.Recordings.a100;
import static io.slicewise.usage.timeline.Recordings.minute;
import static io.slicewise.usage.timeline.Recordings.timeline;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Profile;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked cases. */
class TimelineTest {
    private static final double EXACT = 1e-15;

    private static Recordings mainExample(int minutes) {
        return a100("GPU 0")
                .steady("1", "1g.10gb", 0, minutes, 90)
                .steady("2", "1g.10gb", 0, minutes, 80)
                .steady("3", "1g.10gb", 0, minutes, 70)
                .steady("4", "2g.20gb", 0, minutes, 60);
    }

    private static Curves curves(Timeline timeline) {
        return Curves.of(timeline, Weights.DEFAULT);
    }

    private static List<String> names(List<Profile> profiles) {
        return profiles.stream().map(Profile::name).toList();
    }

    @Test
    void constantReadingsGiveTheFiguresOfTheSnapshotAtEachInstant() {
        Timeline timeline = timeline(mainExample(30));
        Curves curves = curves(timeline);
        for (double at : new double[] {0, 0.5, 17, 30, 30.99}) {
            assertEquals(0.75, curves.at(Measure.INSTANCE_AVERAGE, minute(at)), EXACT);
            assertEquals(0.72, curves.at(Measure.WEIGHTED_AVERAGE, minute(at)), EXACT);
            assertEquals(3.6 / 7, curves.at(Measure.WHOLE_GPU, minute(at)), EXACT);
            assertEquals(5.0 / 7, curves.at(Measure.ALLOCATED_SHARE, minute(at)), EXACT);
            assertEquals(1, curves.at(Measure.COVERAGE, minute(at)), EXACT);
        }
        assertTrue(Double.isNaN(curves.at(Measure.WHOLE_GPU, minute(31))));
        assertEquals(31, curves.cells());
        assertTrue(curves.isExact());
        assertEquals(MINUTE, timeline.step());
        assertEquals(minute(31), timeline.end());
    }

    @Test
    void theQuantileOfAnInstanceIsByTimeWithReadings() {
        Timeline timeline = timeline(a100("GPU 0").with("1", "1g.10gb", 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100));
        InstanceTrack track = timeline.gpus().getFirst().instances().getFirst();
        Timeline quiet = timeline(a100("GPU 0").silent("2", "1g.10gb", 0, 10));
        InstanceTrack silent = quiet.gpus().getFirst().instances().getFirst();

        assertEquals(0.5, timeline.quantile(track, 0.5), EXACT);
        assertEquals(1, timeline.quantile(track, 0.95), EXACT);
        assertEquals(0.9, timeline.quantile(track, 0.9), EXACT);
        assertEquals(1, timeline.quantile(track, 1), EXACT);
        assertTrue(Double.isNaN(quiet.quantile(silent, 0.95)));
    }

    @Test
    void aFleetTakesWhatTheReadingsOfEachInstanceComeToOverTheRange() {
        Timeline timeline = timeline(a100("GPU 0")
                .with("1", "1g.10gb", 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)
                .steady("2", "2g.20gb", 0, 9, 30)
                .silent("3", "3g.40gb", 0, 9));
        Fleet last = timeline.at(timeline.end() - 1);
        assertEquals(List.of(0.55, 0.3, Double.NaN), readings(timeline.over(last, PerInstanceStatistic.MEAN)));
        assertEquals(List.of(1.0, 0.3, Double.NaN), readings(timeline.over(last, PerInstanceStatistic.P95)));
        assertEquals(List.of(1.0, 0.3, Double.NaN), readings(timeline.over(last, PerInstanceStatistic.PEAK)));
        assertEquals(
                List.of(Double.NaN),
                readings(timeline.over(
                        timeline(a100("GPU 0").with("1", "4g.40gb", 0, 10)).at(minute(0)), PerInstanceStatistic.PEAK)));
    }

    private static List<Double> readings(Fleet fleet) {
        return fleet.gpus().getFirst().instances().stream()
                .map(Instance::utilization)
                .map(value -> Double.isNaN(value) ? value : Math.round(value * 1e12) / 1e12)
                .toList();
    }

    @Test
    void aReadingHoldsForFiveMinutes() {
        Timeline timeline =
                timeline(a100("GPU 0").with("1", "1g.10gb", 0, 50, 50, 50, 50).steady("1b", "1g.10gb", 0, 60, 10));
        Curves curves = curves(timeline);
        assertEquals(0.3, curves.at(Measure.INSTANCE_AVERAGE, minute(3)), EXACT);
        assertEquals(0.3, curves.at(Measure.INSTANCE_AVERAGE, minute(7.99)), EXACT);
        assertEquals(0.1, curves.at(Measure.INSTANCE_AVERAGE, minute(8)), EXACT);
        assertEquals(2 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(8)), EXACT);
        assertEquals(1 / 2.0, curves.at(Measure.COVERAGE, minute(8)), EXACT);
    }

    @Test
    void aShortSilenceIsMissingAndNotIdle() {
        SamplesBuilder gappy = new SamplesBuilder();
        for (int i = 0; i <= 60; i++) {
            if (i < 10 || i >= 30) {
                gappy.add(minute(i), 0.6);
            }
        }
        Timeline timeline =
                timeline(a100("GPU 0").with("1", "3g.40gb", gappy.build()).steady("2", "1g.10gb", 0, 60, 20));
        Curves curves = curves(timeline);
        assertEquals(0.5, curves.at(Measure.WEIGHTED_AVERAGE, minute(13)), EXACT);
        assertEquals(0.2, curves.at(Measure.WEIGHTED_AVERAGE, minute(20)), EXACT);
        assertEquals(4 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(20)), EXACT);
        assertEquals(0.5, curves.at(Measure.COVERAGE, minute(20)), EXACT);
        assertEquals(0.2 * 4 / 7, curves.at(Measure.WHOLE_GPU, minute(20)), EXACT);
        assertEquals(List.of(), timeline.reconfigurations());
        Instance silent = timeline.at(minute(20)).gpus().getFirst().instances().getFirst();
        assertEquals("3g.40gb", silent.profile().name());
        assertTrue(!silent.isReported());
    }

    @Test
    void aGapOfAllStaysAGap() {
        SamplesBuilder gappy = new SamplesBuilder();
        for (int i = 0; i <= 600; i++) {
            if (i < 10 || i >= 300) {
                gappy.add(minute(i), 0.6);
            }
        }
        Timeline timeline = timeline(a100("GPU 0").with("1", "3g.40gb", gappy.build()));
        Window window = curves(timeline).window(minute(0), minute(600), 60);
        Window.Curve w = window.curve(Measure.WEIGHTED_AVERAGE);
        assertEquals(0.6, w.means()[0], EXACT);
        assertEquals(0.6, w.means()[1], EXACT, "ten minutes of which four have a reading");
        assertTrue(Double.isNaN(w.means()[2]) && Double.isNaN(w.lows()[29]));
        assertEquals(0.6, w.means()[30], EXACT);
        assertEquals(0, window.curve(Measure.COVERAGE).means()[2]);
        assertEquals(3 / 7.0, window.curve(Measure.ALLOCATED_SHARE).means()[2], EXACT);
        assertEquals(minute(20), window.time(2));
    }

    @Test
    void anInstanceThatFallsSilentIsStillThere() {
        Timeline timeline = timeline(a100("GPU 0")
                .steady("1", "1g.10gb", 0, 300, 20)
                .steady("2", "2g.20gb", 0, 10, 80)
                .steady("3", "4g.40gb", 200, 300, 50));
        Curves curves = curves(timeline);
        assertEquals(3 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(10)), EXACT);
        assertEquals(3 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(100)), EXACT);
        assertEquals(1 / 2.0, curves.at(Measure.COVERAGE, minute(100)), EXACT);
        assertEquals(1, curves.at(Measure.ALLOCATED_SHARE, minute(250)), EXACT);
        assertEquals(2 / 3.0, curves.at(Measure.COVERAGE, minute(300)), EXACT);
        List<Reconfiguration> all = timeline.reconfigurations();
        assertEquals(1, all.size(), "that one comes is one, that one is silent is none");
        assertEquals(minute(200), all.getFirst().time());
        assertEquals("GPU 0", all.getFirst().gpu());
        assertEquals(List.of("2g.20gb", "1g.10gb"), names(all.getFirst().before()));
        assertEquals(
                List.of("4g.40gb", "2g.20gb", "1g.10gb"), names(all.getFirst().after()));
    }

    @Test
    void whatComesWhereASilentOneStoodEndsIt() {
        // two 3g and a 1g would be seven slices, and have nowhere to stand: all memory slices are taken by the 3g
        Timeline timeline = timeline(a100("GPU 0")
                .steady("1", "3g.40gb", 0, 300, 20)
                .steady("2", "3g.40gb", 0, 10, 80)
                .steady("9", "1g.10gb", 200, 300, 50));
        Curves curves = curves(timeline);
        assertEquals(6 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(100)), EXACT);
        assertEquals(4 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(200)), EXACT);
        assertEquals(1, curves.at(Measure.COVERAGE, minute(200)), EXACT);
        assertEquals(1, timeline.reconfigurations().size());
        assertEquals(minute(200), timeline.reconfigurations().getFirst().time());
    }

    @Test
    void aGpuThatFallsSilentIsStillPaidFor() {
        Timeline timeline = timeline(
                a100("GPU 0").steady("1", "7g.80gb", 0, 300, 40), a100("GPU 1").steady("1", "7g.80gb", 0, 100, 80));
        Curves curves = curves(timeline);
        assertEquals(2, timeline.at(minute(300)).gpus().size());
        assertEquals(1, curves.at(Measure.ALLOCATED_SHARE, minute(200)), EXACT);
        assertEquals(1 / 2.0, curves.at(Measure.COVERAGE, minute(200)), EXACT);
        assertEquals(List.of(), timeline.reconfigurations());
    }

    @Test
    void theSameIdWithAnotherProfileEndsTheOldOne() {
        Timeline timeline =
                timeline(a100("GPU 0").steady("7", "1g.10gb", 0, 30, 90).steady("7", "3g.40gb", 31, 60, 30));
        Curves curves = curves(timeline);
        assertEquals(0.9, curves.at(Measure.WEIGHTED_AVERAGE, minute(30.9)), EXACT);
        assertEquals(0.3, curves.at(Measure.WEIGHTED_AVERAGE, minute(31)), EXACT);
        assertEquals(3 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(31)), EXACT);
        assertEquals(1, timeline.at(minute(31)).instanceCount());
        assertEquals(1, timeline.reconfigurations().size());
        assertEquals(minute(31), timeline.reconfigurations().getFirst().time());
    }

    @Test
    void aNewLayoutThatDoesNotFitBesideTheOldOneEndsIt() {
        Recordings gpu = a100("GPU 0");
        for (int i = 1; i <= 7; i++) {
            gpu.steady(String.valueOf(i), "1g.10gb", 0, 30, 10 * i);
        }
        // one comes a minute after the other
        gpu.steady("11", "3g.40gb", 31, 60, 20).steady("12", "4g.40gb", 32, 60, 60);
        Timeline timeline = timeline(gpu);
        Curves curves = curves(timeline);
        assertEquals(0.4, curves.at(Measure.WEIGHTED_AVERAGE, minute(30)), EXACT);
        assertEquals(0.2, curves.at(Measure.WEIGHTED_AVERAGE, minute(31)), EXACT);
        assertEquals(3 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(31)), EXACT);
        assertEquals((3 * 0.2 + 4 * 0.6) / 7, curves.at(Measure.WHOLE_GPU, minute(32)), EXACT);
        assertEquals(1, timeline.reconfigurations().size(), "the minute with one instance is the way");
        Reconfiguration only = timeline.reconfigurations().getFirst();
        assertEquals(minute(31), only.time());
        assertEquals(7, only.before().size());
        assertEquals(List.of("4g.40gb", "3g.40gb"), names(only.after()));
    }

    @Test
    void whatPrometheusRepeatsAfterTheEndDoesNotStandBesideTheNewLayout() {
        // a 2g becomes two 1g; the 3g stays. The last sample of the 2g is repeated for three minutes more
        Timeline timeline = timeline(a100("GPU 0")
                .steady("1", "3g.40gb", 0, 60, 50)
                .steady("2", "2g.20gb", 0, 60, 70)
                .steady("3", "2g.20gb", 0, 33, 90)
                .steady("4", "1g.10gb", 31, 60, 10)
                .steady("5", "1g.10gb", 31, 60, 20));
        Curves curves = curves(timeline);
        assertEquals(1, curves.at(Measure.ALLOCATED_SHARE, minute(31)), EXACT);
        assertEquals((3 * 0.5 + 2 * 0.7 + 0.1 + 0.2) / 7, curves.at(Measure.WEIGHTED_AVERAGE, minute(31)), EXACT);
        assertEquals(1, timeline.reconfigurations().size());
    }

    @Test
    void twoLayoutsAtATimeThatBothGoOnAreNoShareOfTheGpu() {
        // more than the GPU has cannot have existed at one moment
        Timeline timeline =
                timeline(a100("GPU 0").steady("1", "4g.40gb", 0, 60, 50).steady("2", "4g.40gb", 10, 60, 70));
        assertEquals(8, timeline.at(minute(30)).gpus().getFirst().allocatedSlices());
        assertTrue(Double.isNaN(curves(timeline).at(Measure.ALLOCATED_SHARE, minute(30))));
    }

    @Test
    void anInstanceWithoutAnyReadingCountsAsMissing() {
        Timeline timeline =
                timeline(a100("GPU 0").steady("1", "1g.10gb", 0, 10, 40).silent("2", "3g.40gb", 0, 10));
        Curves curves = curves(timeline);
        assertEquals(0.5, curves.at(Measure.COVERAGE, minute(5)), EXACT);
        assertEquals(4 / 7.0, curves.at(Measure.ALLOCATED_SHARE, minute(5)), EXACT);
        assertEquals(0.4, curves.at(Measure.WEIGHTED_AVERAGE, minute(5)), EXACT);
    }

    @Test
    void theFleetOfAnInstantHasTheFiguresOfTheCurves() {
        Timeline timeline = timeline(
                mainExample(30),
                a100("GPU 1").with("1", "7g.80gb", 5, 10, 20, 30, 40, 50),
                Recordings.of("GPU 2", "a30-24gb").steady("1", "2g.12gb", 3, 20, 35));
        Curves curves = curves(timeline);
        for (int minute = 0; minute <= 30; minute++) {
            Fleet fleet = timeline.at(minute(minute));
            Averages total = Figures.of(fleet, Weights.DEFAULT).total();
            assertEquals(total.instanceAverage(), curves.at(Measure.INSTANCE_AVERAGE, minute(minute)), 1e-12);
            assertEquals(total.weightedAverage(), curves.at(Measure.WEIGHTED_AVERAGE, minute(minute)), 1e-12);
            assertEquals(total.wholeGpu(), curves.at(Measure.WHOLE_GPU, minute(minute)), 1e-12);
            assertEquals(total.allocatedShare(), curves.at(Measure.ALLOCATED_SHARE, minute(minute)), 1e-12);
        }
        assertEquals(
                0,
                timeline.at(minute(7))
                        .gpu("GPU 1")
                        .orElseThrow()
                        .instances()
                        .getFirst()
                        .start());
        assertEquals(3, timeline.at(minute(25)).gpus().size(), "two of them silent, and none of them gone");
    }

    @Test
    void statisticsWeighByTime() {
        SamplesBuilder builder = new SamplesBuilder();
        builder.add(minute(0), 0.5);
        builder.add(minute(4), 0.9);
        builder.add(minute(7), 0.9);
        builder.add(minute(10), 1.0);
        builder.add(minute(11), 0.0);
        builder.add(minute(30), 0.0);
        Curves curves = curves(timeline(a100("GPU 0").with("1", "7g.80gb", builder.build())));
        RangeStatistics w = curves.statistics(Measure.WEIGHTED_AVERAGE, minute(0), minute(20), 0.9);
        assertEquals(16 * MINUTE, w.known());
        assertEquals((4 * 0.5 + 6 * 0.9 + 1 * 1.0) / 16, w.mean(), EXACT);
        assertEquals(0.5, w.median());
        assertEquals(1, w.p95());
        assertEquals(0, w.min());
        assertEquals(1, w.max());
        assertEquals(7 * MINUTE, w.above());
        assertEquals(7 / 16.0, w.aboveShare(), EXACT);
        RangeStatistics nothing = curves.statistics(Measure.WHOLE_GPU, minute(17), minute(29), 0.9);
        assertTrue(Double.isNaN(nothing.mean()) && Double.isNaN(nothing.aboveShare()));
        assertEquals(0, nothing.known());
    }

    @Test
    void aChosenGpuAndAChosenInstanceHaveTheirOwnCurves() {
        Timeline timeline = timeline(mainExample(30), a100("GPU 1").steady("1", "7g.80gb", 0, 30, 10));
        Curves first = curves(timeline.only(gpu -> gpu.gpu().id().equals("GPU 0")));
        assertEquals(3.6 / 7, first.at(Measure.WHOLE_GPU, minute(10)), EXACT);
        Curves big = Curves.of(
                timeline,
                Weights.DEFAULT,
                track -> track.instance().profile().name().equals("2g.20gb"));
        assertEquals(0.6, big.at(Measure.WEIGHTED_AVERAGE, minute(10)), EXACT);
        assertEquals(2 / 14.0, big.at(Measure.ALLOCATED_SHARE, minute(10)), EXACT);
    }

    @Test
    void aStripTellsSilentFromAbsent() {
        Timeline timeline = timeline(
                a100("GPU 0").with("1", "1g.10gb", 0, 50, 70).silent("1x", "1g.10gb", 20, 30),
                a100("GPU 1").steady("1", "7g.80gb", 0, 40, 10));
        InstanceTrack track = timeline.gpus().getFirst().instances().getFirst();
        Strip strip = timeline.strip(track, minute(0), minute(40), 4);
        assertEquals((0.5 + 5 * 0.7) / 6, strip.means()[0], EXACT);
        assertEquals(1, strip.existing()[0], EXACT);
        assertTrue(Double.isNaN(strip.means()[1]));
        assertEquals(1, strip.existing()[1], EXACT, "silent, and not gone");
        InstanceTrack silent = timeline.gpus().getFirst().instances().get(1);
        assertEquals(0, timeline.strip(silent, minute(0), minute(40), 4).existing()[1], EXACT);
        assertEquals(1, timeline.strip(silent, minute(0), minute(40), 4).existing()[2], EXACT);
    }

    @Test
    void aRangeWithAStepOfAnHourIsNoStringOfGaps() {
        Timeline timeline = timeline(a100("GPU 0").with("1", "7g.80gb", Recordings.samples(0, 60, 10, 20, 30, 40)));
        assertEquals(60 * MINUTE, timeline.step());
        RangeStatistics w = curves(timeline).statistics(Measure.WEIGHTED_AVERAGE, minute(0), minute(240), 0.25);
        assertEquals(240 * MINUTE, w.known());
        assertEquals(0.25, w.mean(), EXACT);
        assertEquals(120 * MINUTE, w.above());
    }

    @Test
    void rowsForExportAreTheCells() {
        List<Curves.Row> rows = curves(timeline(mainExample(30))).rows(minute(2), minute(5));
        assertEquals(3, rows.size());
        assertEquals(minute(4), rows.get(2).time());
        assertEquals(0.72, rows.get(2).weightedAverage(), EXACT);
        assertEquals(1, rows.get(2).coverage(), EXACT);
    }

    @Test
    void nothingHasNoFigures() {
        Timeline nothing = Timeline.of(List.of());
        Curves curves = curves(nothing);
        assertTrue(nothing.isEmpty() && nothing.at(0).gpus().isEmpty());
        assertTrue(Double.isNaN(curves.at(Measure.WHOLE_GPU, 0)));
        assertEquals(List.of(), curves.rows(0, 100));
        assertTrue(
                Double.isNaN(curves.window(0, 100, 3).curve(Measure.WHOLE_GPU).means()[2]));
        assertEquals(0, curves.statistics(Measure.WHOLE_GPU, 0, 100, 0.9).known());
    }
}
