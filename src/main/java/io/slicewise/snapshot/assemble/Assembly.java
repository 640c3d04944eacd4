package io.slicewise.snapshot.assemble;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.snapshot.collect.Collected;
import io.slicewise.snapshot.collect.GpuRows;
import io.slicewise.snapshot.collect.NumbersFirst;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.snapshot.unit.Units;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a file says about its GPUs into a fleet and what stands beside it. For one use. */
final class Assembly {
    /** So many GPUs or more are assembled on several cores. */
    private static final int MANY = 4096;

    private final Notes notes;
    private final GpuAssembly.How how;
    private final @Nullable Note silence;
    private final Listing otherMetrics;
    private final Runnable step;
    private final TimelineAssembly courses;

    /** What came out, and how much of it was noticed here. */
    private record Result(
            Fleet fleet,
            List<WholeGpu> wholeGpus,
            List<CrossCheck> crossChecks,
            List<Snapshot.Unweighed> unweighed,
            Map<InstanceRef, String> printedProfiles,
            Labels labels,
            @Nullable Timeline timeline,
            long beyond,
            long clamped,
            long repeated) {}

    private Assembly(
            Collected collected, Catalogue catalogue, SnapshotOptions options, Units.Decided unit, Runnable step) {
        LongFunction<Unit> units = place -> unit.of(SnapshotBuilder.part(place));
        Others others = new Others(unit);
        notes = collected.notes();
        how = new GpuAssembly.How(
                new GpuModels(catalogue, options), units, others, collected.collectorsKeepApart(), step);
        silence = collected.silence();
        otherMetrics = new Listing(collected.others().stream()
                .sorted()
                .<Object>map(MetricKind::metric)
                .toList());
        this.step = step;
        courses = new TimelineAssembly(notes, units, others, new Placing(), collected.collectorsKeepApart());
    }

    /**
     * What all of it amounts to.
     *
     * @param catalogue where models are looked up
     * @param options what a person decided
     * @param before what the readers noticed themselves
     * @param watch is asked before each GPU, in any thread, and can stop it all
     * @throws CancellationException where it does
     */
    static Snapshot snapshot(
            Collected collected, Catalogue catalogue, SnapshotOptions options, List<Problem> before, ReadWatch watch) {
        int cores = collected.gpus().size() < MANY ? 1 : Runtime.getRuntime().availableProcessors();
        return snapshot(collected, catalogue, options, before, watch, cores);
    }

    /** The same on so many cores: the result does not depend on them. */
    static Snapshot snapshot(
            Collected collected,
            Catalogue catalogue,
            SnapshotOptions options,
            List<Problem> before,
            ReadWatch watch,
            int cores) {
        Units.Decided unit = collected.units().decide(options.unit());
        Collected.Counts counts = collected.counts();
        if (counts.readings() > counts.blanks()) {
            boolean several = unit.decisions().size() > 1;
            for (Units.Told one : unit.decisions()) {
                Note note = one.decision().certain() ? Note.UNIT : Note.UNIT_DOUBTFUL;
                long place = several ? SnapshotBuilder.beginning(one.part()) : 0;
                collected.notes().add(note, place, "", one.decision().why());
            }
        }
        Result result = new Assembly(collected, catalogue, options, unit, watch::check).of(collected.gpus(), cores);
        List<Problem> problems = new ArrayList<>(before);
        problems.addAll(collected.notes().problems());
        return new Snapshot(
                collected.source(),
                result.fleet(),
                result.wholeGpus(),
                result.crossChecks(),
                result.unweighed(),
                result.printedProfiles(),
                result.labels(),
                unit.decisions().getFirst().decision(),
                new Snapshot.Counts(
                        counts.samples(),
                        counts.readings(),
                        counts.blanks() + result.beyond(),
                        result.clamped(),
                        result.repeated(),
                        counts.blanksBefore()),
                collected.time(),
                result.timeline(),
                problems);
    }

    private Result of(List<GpuRows> all, int cores) {
        List<GpuAssembly> parts = parts(known(all, cores), cores);
        each(parts, GpuAssembly::read);
        for (GpuAssembly part : parts) {
            notes.take(part.notes());
            courses.add(part);
        }
        Timeline timeline = courses.timeline(step);
        each(parts, part -> part.assemble(timeline));
        return together(parts, timeline);
    }

    private List<KnownGpu> known(List<GpuRows> all, int cores) {
        Stream<GpuRows> rows = cores == 1 ? all.stream() : all.parallelStream();
        List<KnownGpu> known = new ArrayList<>(rows.map(this::known).toList());
        known.sort(Assembly::inOrder);
        return known;
    }

    private KnownGpu known(GpuRows rows) {
        step.run();
        return how.models().known(rows);
    }

    /** One after the other, in order. */
    private List<GpuAssembly> parts(List<KnownGpu> known, int count) {
        List<GpuAssembly> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) known.size() * i / count);
            int to = (int) ((long) known.size() * (i + 1) / count);
            parts.add(new GpuAssembly(known.subList(from, to), how, notes.apart()));
        }
        return parts;
    }

    private static void each(List<GpuAssembly> parts, Consumer<GpuAssembly> work) {
        if (parts.size() == 1) {
            work.accept(parts.getFirst());
        } else {
            parts.parallelStream().forEach(work);
        }
    }

    private Result together(List<GpuAssembly> parts, @Nullable Timeline timeline) {
        parts.forEach(part -> notes.take(part.notes()));
        GpuAssembly all = parts.getFirst();
        parts.subList(1, parts.size()).forEach(all::take);
        step.run();
        Fleet fleet = new Fleet(all.gpus());
        step.run();
        sayWhatHasNoReading(all.silent(), fleet.instanceCount());
        return new Result(
                fleet,
                all.wholeGpus(),
                all.crossChecks(),
                all.unweighed(),
                all.printedProfiles(),
                all.labels().build(),
                timeline,
                all.ratios().beyond(),
                all.ratios().clamped(),
                all.ratios().repeated());
    }

    /** Not put together of comparators, which a process that is new would first have to make. */
    private static int inOrder(KnownGpu one, KnownGpu other) {
        int order = one.host().compareTo(other.host());
        if (order == 0) {
            order = NumbersFirst.ORDER.compare(one.number(), other.number());
        }
        return order == 0 ? one.rows().id().compareTo(other.rows().id()) : order;
    }

    private void sayWhatHasNoReading(List<GpuAssembly.Silent> silent, int instances) {
        if (silent.size() == instances && instances > 0 && silence != null) {
            notes.add(silence, 0, otherMetrics);
            return;
        }
        for (GpuAssembly.Silent one : silent) {
            notes.add(Note.NO_READING, one.place(), one.which(), instances);
        }
    }
}
