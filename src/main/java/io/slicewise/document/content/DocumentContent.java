package io.slicewise.document.content;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Labels;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.AllGpus;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotFacts;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Wording;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document holds: one of three things, and all of it. Immutable. */
public sealed interface DocumentContent {
    /** The part that people edit; without GPUs where a server summed them up. */
    Scenario scenario();

    /** The file, sample or server that it is from, empty for a new one. */
    String source();

    /** What was noticed while it was read. */
    List<Problem> problems();

    /** What the monitoring said about its instances beyond what the scenario holds. */
    default Labels labels() {
        return Labels.NONE;
    }

    /** What the monitoring told; {@code null} where nothing was measured, or where there are sums only. */
    default @Nullable Snapshot snapshot() {
        return null;
    }

    /** The readings over time that are at hand; {@code null} where there is one moment. */
    default @Nullable Timeline timeline() {
        Snapshot measured = snapshot();
        return measured == null ? null : measured.timeline();
    }

    /**
     * All hardware that is paid for: the GPUs with instances, and those without as they are told, where all of one without MIG is
     * one instance of the full profile.
     */
    default List<Gpu> hardware() {
        Snapshot measured = snapshot();
        List<Gpu> all = new ArrayList<>(scenario().fleet().gpus());
        if (measured != null) {
            measured.wholeGpus().forEach(gpu -> all.add(gpu.asGpu()));
        }
        return List.copyOf(all);
    }

    /** What the monitoring told beside the figures, in sentences; none where nothing was measured. */
    default List<Text> facts() {
        Snapshot measured = snapshot();
        return measured == null ? List.of() : SnapshotFacts.all(measured);
    }

    /** The GPUs that the figures are of: those that are edited, and where all GPUs count, those beside them. */
    default Fleet counted() {
        Snapshot measured = snapshot();
        Fleet edited = scenario().fleet();
        return measured == null || !scenario().weights().allGpus()
                ? edited
                : AllGpus.together(
                        edited, measured.wholeGpus(), scenario().weights().reading());
    }

    /** Its figures. */
    default Figures figures() {
        return Figures.of(counted(), scenario().weights());
    }

    /** What stands beside the figures where there are GPUs without instances; {@code null} where there are none. */
    default @Nullable Text allGpus() {
        return allGpus(scenario().weights());
    }

    /** The same beside figures that are of the partitioned GPUs, as those over time are whatever counts else. */
    default @Nullable Text allGpusOverTime() {
        return allGpus(scenario().weights().withAllGpus(false));
    }

    private @Nullable Text allGpus(Weights weights) {
        Snapshot measured = snapshot();
        return measured == null ? null : AllGpus.said(scenario().fleet(), measured.wholeGpus(), weights);
    }

    /** Whether its readings come from monitoring. */
    default boolean isMeasured() {
        return true;
    }

    /** What people edit and keep in files. */
    sealed interface Editable extends DocumentContent {
        /** The same with another editable part; what was measured stays. */
        Editable with(Scenario edited);

        /** Some of its GPUs as a content of its own: what was measured of them goes with them, nothing else. */
        Editable part(Scenario some);

        /** What was noticed while the file was opened that it was saved in; it is no part of what is saved. */
        List<Problem> noticed();

        /** With what was noticed while the file was opened that it was saved in, instead of what was noticed before. */
        Editable noticing(List<Problem> problems);

        /** With another name. */
        default Editable named(String name) {
            return with(scenario().withName(Wording.of(name)));
        }
    }

    /** Planned by a person, from nothing. */
    static Planned planned(Scenario scenario) {
        return new Planned(scenario, "", Labels.NONE, List.of());
    }

    /** What an export tells, called as it is. */
    static Measured measured(Scenario scenario, Snapshot snapshot) {
        Scenario told = scenario.withFleet(snapshot.fleet());
        // a file with memory alone, or SM activity alone, opens with that
        return new Measured(told.withWeights(told.weights().readable(snapshot.fleet())), snapshot, null, List.of());
    }

    /**
     * Composed by a planner.
     *
     * @param labels of instances, from files that have them without what else was measured
     * @param noticed while its file was opened
     */
    record Planned(Scenario scenario, String source, Labels labels, List<Problem> noticed) implements Editable {
        public Planned {
            noticed = List.copyOf(noticed);
        }

        @Override
        public Planned with(Scenario edited) {
            return new Planned(edited, source, labels, noticed);
        }

        @Override
        public Planned part(Scenario some) {
            return new Planned(some, source, labels, List.of());
        }

        @Override
        public Planned noticing(List<Problem> problems) {
            return new Planned(scenario, source, labels, problems);
        }

        @Override
        public List<Problem> problems() {
            return noticed;
        }

        @Override
        public boolean isMeasured() {
            return false;
        }
    }

    /**
     * Told by monitoring.
     *
     * @param scenario its GPUs, perhaps edited since
     * @param snapshot all that the monitoring told, as it told it
     * @param over where the readings over time are; {@code null} where there is one moment
     * @param noticed while the file was opened that it was saved in
     */
    record Measured(
            Scenario scenario, Snapshot snapshot, @Nullable TimelineReference over, List<Problem> noticed)
            implements Editable {
        public Measured {
            noticed = List.copyOf(noticed);
        }

        @Override
        public Measured with(Scenario edited) {
            return new Measured(edited, snapshot, over, noticed);
        }

        @Override
        public Measured part(Scenario some) {
            return new Measured(some, snapshot.only(some.fleet()), null, List.of());
        }

        @Override
        public Measured noticing(List<Problem> problems) {
            return new Measured(scenario, snapshot, over, problems);
        }

        /** Its GPUs as they were at another moment of its timeline, of which nothing else is known. */
        public Measured moment(Scenario then) {
            return new Measured(then, snapshot.moment(then.fleet()), null, List.of());
        }

        /** With the readings over time that its file only tells the place of. */
        public Measured withTimeline(Timeline timeline) {
            return new Measured(scenario, snapshot.withTimeline(timeline), over, noticed);
        }

        /** What its source tells now instead of what it told before: all of it. */
        public Measured refreshed(Snapshot now) {
            return measured(scenario, now).from(List.of());
        }

        /** With the files that readings over time were read from, where there are such readings. */
        public Measured from(List<String> files) {
            Timeline timeline = timeline();
            return timeline == null
                    ? this
                    : new Measured(scenario, snapshot, TimelineReference.of(timeline, files), noticed);
        }

        @Override
        public String source() {
            return snapshot.source();
        }

        @Override
        public Labels labels() {
            return snapshot.labels();
        }

        /** About the saved file first, then what the monitoring's own data gave cause to. */
        @Override
        public List<Problem> problems() {
            List<Problem> all = new ArrayList<>(noticed);
            all.addAll(snapshot.problems());
            return List.copyOf(all);
        }
    }

    /**
     * Summed up by a server: there are rows of hosts or GPUs, and no instance.
     *
     * @param scenario its name; no GPU
     * @param reading the newest answer, of a range its last moment
     * @param way which way it came
     * @param range all of the range; {@code null} where it is one moment
     */
    record Summed(
            Scenario scenario,
            SummedReading reading,
            Text way,
            @Nullable SummedRange range) implements DocumentContent {
        /** The newest answer. */
        public static Summed live(String name, SummedReading reading, Text way) {
            return new Summed(Scenario.empty(name), reading, way, null);
        }

        /** A range. */
        public static Summed over(String name, SummedRange range, Text way) {
            return new Summed(Scenario.empty(name), range.at(range.last()), way, range);
        }

        /** With a newer answer. */
        public Summed refreshed(SummedReading newer, Text newWay) {
            return new Summed(scenario, newer, newWay, range);
        }

        @Override
        public String source() {
            return scenario.name().standard();
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }
    }
}
