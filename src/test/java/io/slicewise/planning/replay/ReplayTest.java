package io.slicewise.planning.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.replay.Regrouped.Slot;
import io.slicewise.planning.replay.Replayed.MemoryRoom;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.Recordings;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final double EXACT = 1e-12;
    private static final GpuModel A100 = Fleets.model("a100-80gb");

    private static InstanceTrack track(Timeline timeline, int gpu, int index) {
        return timeline.gpus().get(gpu).instances().get(index);
    }

    private static Slot slot(String gpu, String id, String profile) {
        return new Slot(gpu, Instance.of(id, Fleets.profile(A100, profile), Placement.UNKNOWN, Instance.NO_READING));
    }

    private static Replay replay(Timeline timeline, List<InstanceTrack> from, Slot... to) {
        ReplayLayout layout = ReplayLayout.of(List.of(new Regrouped(from, List.of(to))), List.of());
        return Replay.of(timeline, layout, _ -> Double.NaN);
    }

    /** The example of the package: 0.4, 0.8, 1.8 and 1.2 slices in one. */
    @Test
    void aSmallerInstanceIsFullHalfOfTheTime() {
        Timeline timeline = Timeline.of(List.of(
                Recordings.a100("g").with("1", "2g.20gb", 0, 20, 40, 90, 60).done()));
        Replay replay = replay(timeline, List.of(track(timeline, 0, 0)), slot("g", "1", "1g"));
        Replayed only = replay.groups().getFirst();
        assertEquals(0.5, only.fullShare(), EXACT);
        assertEquals(4.2 / 60, only.demand(), EXACT);
        assertEquals(1.0 / 4.2, replay.lostShare(), EXACT);
        InstanceTrack after = track(replay.after(), 0, 0);
        double[] readings = {0.4, 0.8, 1, 1};
        for (int i = 0; i < readings.length; i++) {
            assertEquals(readings[i], replay.after().at(after, Recordings.minute(i)), EXACT);
        }
    }

    @Test
    void whatIsPutTogetherAddsUp() {
        Timeline timeline = Timeline.of(List.of(Recordings.a100("g")
                .with("1", "1g.10gb", 0, 20, 40, 90, 100)
                .with("2", "2g.20gb", 0, 10, 50, 60, 100)
                .done()));
        Replay replay = replay(timeline, List.of(track(timeline, 0, 0), track(timeline, 0, 1)), slot("g", "1", "2g"));
        // 0.4, 1.4, 2.1 and 3 slices in two
        InstanceTrack after = track(replay.after(), 0, 0);
        assertEquals(0.2, replay.after().at(after, Recordings.minute(0)), EXACT);
        assertEquals(0.7, replay.after().at(after, Recordings.minute(1)), EXACT);
        assertEquals(1, replay.after().at(after, Recordings.minute(2)), EXACT);
        assertEquals(1.1 / 6.9, replay.lostShare(), EXACT);
        assertEquals(0.5, replay.groups().getFirst().fullShare(), EXACT);
    }

    @Test
    void aMissingReadingIsNotIdle() {
        Timeline timeline = Timeline.of(List.of(Recordings.a100("g")
                .with("1", "1g.10gb", 0, 20, 40, 90, 50)
                .with("2", "1g.10gb", 2, 10, 30)
                .done()));
        Replay replay = replay(timeline, List.of(track(timeline, 0, 0), track(timeline, 0, 1)), slot("g", "1", "2g"));
        InstanceTrack after = track(replay.after(), 0, 0);
        assertEquals(0.1, replay.after().at(after, Recordings.minute(0)), EXACT);
        assertEquals(0.4, replay.after().at(after, Recordings.minute(3)), EXACT);
    }

    /** The last reading of the one that falls silent holds for five minutes, and the sum no longer. */
    @Test
    void whatIsPutTogetherIsKnownAsLongAsEachOfItIs() {
        Timeline timeline = Timeline.of(List.of(Recordings.a100("g")
                .steady("1", "1g.10gb", 0, 29, 60)
                .steady("2", "1g.10gb", 0, 9, 50)
                .done()));
        Replay replay = replay(timeline, List.of(track(timeline, 0, 0), track(timeline, 0, 1)), slot("g", "1", "2g"));
        InstanceTrack after = track(replay.after(), 0, 0);
        assertEquals(0.55, replay.after().at(after, Recordings.minute(13)), EXACT);
        assertTrue(Double.isNaN(replay.after().at(after, Recordings.minute(14))));
        assertEquals(1.1 * 14 / 60, replay.groups().getFirst().demand(), EXACT);
    }

    @Test
    void whatIsSplitUpIsSharedOutBySlices() {
        Timeline timeline = Timeline.of(
                List.of(Recordings.a100("g").with("1", "3g.40gb", 0, 60, 90).done()));
        Replay replay = replay(timeline, List.of(track(timeline, 0, 0)), slot("g", "a", "1g"), slot("g", "b", "2g"));
        Curves before = Curves.of(timeline, Weights.DEFAULT);
        Curves after = Curves.of(replay.after(), Weights.DEFAULT);
        assertEquals(
                before.at(Measure.WHOLE_GPU, Recordings.minute(1)),
                after.at(Measure.WHOLE_GPU, Recordings.minute(1)),
                EXACT);
        assertEquals(0.9, replay.after().at(track(replay.after(), 0, 1), Recordings.minute(1)), EXACT);
        assertEquals(0, replay.lostShare(), EXACT);
    }

    @Test
    void memoryThatDoesNotFitIsAHardNo() {
        Timeline timeline = Timeline.of(
                List.of(Recordings.a100("g").with("1", "3g.40gb", 0, 10, 10).done()));
        ReplayLayout layout = ReplayLayout.of(
                List.of(new Regrouped(List.of(track(timeline, 0, 0)), List.of(slot("g", "1", "1g")))), List.of());
        assertEquals(
                MemoryRoom.DOES_NOT_FIT,
                Replay.of(timeline, layout, _ -> 9800).groups().getFirst().memory());
        assertEquals(
                MemoryRoom.FITS,
                Replay.of(timeline, layout, _ -> 9000).groups().getFirst().memory());
        assertEquals(
                MemoryRoom.UNKNOWN,
                Replay.of(timeline, layout, _ -> Double.NaN).groups().getFirst().memory());
    }

    @Test
    void proposedSizesFreeGpus() {
        Timeline timeline = Timeline.of(List.of(
                Recordings.a100("g").steady("1", "4g.40gb", 0, 9, 10).done(),
                Recordings.a100("h").steady("1", "3g.40gb", 0, 9, 20).done()));
        ReplayLayout layout = ReplayLayout.sized(timeline, (_, _) -> Fleets.profile(A100, "1g"));
        Replay replay = Replay.of(timeline, layout, _ -> Double.NaN);
        assertEquals(1, replay.freed().size());
        assertEquals(1, replay.after().gpus().size());
        assertEquals(2, replay.after().gpus().getFirst().instances().size());
        assertTrue(replay.after().at(Recordings.minute(5)).gpus().stream()
                .allMatch(gpu -> gpu.layout().orElseThrow().conflicts().isEmpty()));
    }

    @Test
    void largerSizesAddGpus() {
        Timeline timeline = Timeline.of(List.of(Recordings.a100("g")
                .steady("1", "3g.40gb", 0, 9, 70)
                .steady("2", "3g.40gb", 0, 9, 80)
                .done()));
        ReplayLayout layout = ReplayLayout.sized(timeline, (_, _) -> Fleets.profile(A100, "7g"));
        Replay replay = Replay.of(timeline, layout, _ -> Double.NaN);
        assertEquals(1, layout.added().size());
        assertEquals(2, replay.after().gpus().size());
        assertEquals(
                0.75 * 3 / 7,
                Curves.of(replay.after(), Weights.DEFAULT).at(Measure.WHOLE_GPU, Recordings.minute(1)),
                EXACT);
    }

    @Test
    void whatNeedNotMoveStays() {
        Timeline timeline = Timeline.of(List.of(
                Recordings.a100("g")
                        .steady("1", "1g.10gb", 0, 9, 10)
                        .steady("2", "3g.40gb", 0, 9, 10)
                        .done(),
                Recordings.a100("h")
                        .steady("1", "4g.40gb", 0, 9, 20)
                        .steady("2", "3g.40gb", 0, 9, 20)
                        .done()));
        ReplayLayout layout =
                ReplayLayout.sized(timeline, (_, track) -> track.instance().profile());
        for (Regrouped group : layout.groups()) {
            if (group.from().getFirst().instance().profile().computeSlices() != 1) {
                assertEquals(
                        group.from().getFirst().ref().gpu(),
                        group.to().getFirst().gpu());
            }
        }
    }

    @Test
    void aLayoutTakesInstancesByIdAndByName() {
        Timeline timeline = Timeline.of(List.of(Recordings.a100("g")
                .steady("1", "4g.40gb", 0, 9, 10)
                .steady("9", "3g.40gb", 0, 9, 10)
                .done()));
        Fleet target = new Fleet(
                List.of(Gpu.of("g", "GPU", A100, List.of(slot("g", "1", "1g").instance()))));
        ReplayLayout layout = ReplayLayout.into(timeline, target);
        assertEquals(1, layout.groups().size());
        assertEquals(
                List.of("9"),
                layout.left().stream().map(one -> one.ref().instance()).toList());
    }

    @Test
    void aGpuThatWasNotRecordedIsAddedAndOneOfAnotherModelTakesNothing() {
        Timeline timeline = Timeline.of(
                List.of(Recordings.a100("g").steady("1", "4g.40gb", 0, 9, 10).done()));
        Instance named = slot("g", "1", "4g").instance().withName("job");
        Timeline renamed = timeline.with(List.of(new GpuTrack(
                timeline.gpus().getFirst().gpu(),
                List.of(track(timeline, 0, 0).as(track(timeline, 0, 0).ref(), named, InstanceTrack.UNCHANGED)),
                timeline.gpus().getFirst().span())));
        Gpu other = Gpu.of(
                "new", "new", A100, List.of(slot("new", "7", "2g").instance().withName("job")));
        ReplayLayout layout = ReplayLayout.into(renamed, new Fleet(List.of(other)));
        Replay replay = Replay.of(renamed, layout, _ -> Double.NaN);
        assertEquals("new", replay.after().gpus().getFirst().gpu().id());
        assertEquals(1, replay.freed().size());
        GpuModel a30 = Fleets.model("a30-24gb");
        Gpu wrong = Gpu.of("g", "g", a30, List.of(Instance.of("1", Fleets.profile(a30, "4g"), 0, Instance.NO_READING)));
        assertEquals(
                1, ReplayLayout.into(renamed, new Fleet(List.of(wrong))).left().size());
    }

    private static Timeline random(long seed) {
        Random random = new Random(seed);
        List<Recordings> gpus = new ArrayList<>();
        for (int g = 0; g < 3; g++) {
            Recordings gpu = Recordings.a100("g" + g);
            String[] profiles = {"1g.10gb", "2g.20gb", "3g.40gb"};
            for (int i = 0; i < profiles.length; i++) {
                double[] readings =
                        random.doubles(random.nextInt(2, 40)).map(u -> u * 100).toArray();
                gpu.with("i" + i, profiles[i], random.nextInt(4), readings);
            }
            gpus.add(gpu);
        }
        return Timeline.of(gpus.stream().map(Recordings::done).toList());
    }

    @Property(tries = 60)
    void inTheRecordedLayoutEveryFigureIsTheSameToTheLastBit(@ForAll long seed) {
        Timeline timeline = random(seed);
        Replay replay = Replay.of(timeline, ReplayLayout.recorded(timeline), _ -> Double.NaN);
        assertEquals(timeline, replay.after());
        Curves before = Curves.of(timeline, Weights.DEFAULT);
        Curves after = Curves.of(replay.after(), Weights.DEFAULT);
        assertEquals(before.rows(timeline.start(), timeline.end()), after.rows(timeline.start(), timeline.end()));
        assertEquals(0, replay.groups().stream().mapToDouble(Replayed::lost).sum());
    }

    @Property(tries = 60)
    void aLargerLayoutNeverLosesMore(@ForAll long seed) {
        Timeline timeline = random(seed);
        double before = Double.POSITIVE_INFINITY;
        for (String size : List.of("1g", "2g", "3g", "4g", "7g")) {
            List<Regrouped> groups = new ArrayList<>();
            for (GpuTrack gpu : timeline.gpus()) {
                for (InstanceTrack track : gpu.instances()) {
                    groups.add(new Regrouped(
                            List.of(track),
                            List.of(slot(gpu.gpu().id(), track.ref().instance(), size))));
                }
            }
            Replay replay = Replay.of(timeline, ReplayLayout.of(groups, List.of()), _ -> Double.NaN);
            double lost = replay.groups().stream().mapToDouble(Replayed::lost).sum();
            assertTrue(lost <= before);
            before = lost;
        }
        assertEquals(0, before);
    }
}
