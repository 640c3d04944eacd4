package io.slicewise.snapshot.assemble;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.snapshot.collect.Collected;
import io.slicewise.snapshot.collect.Freshness;
import io.slicewise.snapshot.collect.GpuRows;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.snapshot.collect.NumbersFirst;
import io.slicewise.snapshot.collect.PrintedProfile;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.snapshot.unit.Units;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Turns what a file says about its GPUs into a fleet and what stands beside it. For one use. */
final class Assembly {
    private final Others others;
    private final Notes notes;
    private final boolean collectorsKeepApart;
    private final @Nullable Note silence;
    private final Listing otherMetrics;
    private final Runnable step;
    private final Placing placing = new Placing();
    private final GpuModels models;
    private final SlotRatios ratios;
    private final Starts starts;
    private final CrossChecks crossChecks;
    private final TimelineAssembly courses;
    private final List<Gpu> gpus = new ArrayList<>();
    private final List<WholeGpu> wholeGpus = new ArrayList<>();
    private final List<Snapshot.Unweighed> unweighed = new ArrayList<>();
    private final Map<InstanceRef, String> printedProfiles = new HashMap<>();
    private final Labels.Builder labels = new Labels.Builder();
    private final List<Silent> silent = new ArrayList<>();

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

    /** An instance without a reading, to be named. */
    private record Silent(Text which, long place) {}

    /** A GPU with the instances whose profile is known. */
    private record Partitioned(KnownGpu gpu, List<Weighed> weighed) {}

    private Assembly(
            Collected collected, Catalogue catalogue, SnapshotOptions options, Units.Decided unit, Runnable step) {
        LongFunction<Unit> units = place -> unit.of(SnapshotBuilder.part(place));
        others = new Others(unit);
        notes = collected.notes();
        models = new GpuModels(catalogue, options, notes);
        ratios = new SlotRatios(units, notes);
        starts = new Starts(placing, notes);
        crossChecks = new CrossChecks(notes);
        collectorsKeepApart = collected.collectorsKeepApart();
        silence = collected.silence();
        otherMetrics = new Listing(collected.others().stream()
                .sorted()
                .<Object>map(MetricKind::metric)
                .toList());
        this.step = step;
        courses = new TimelineAssembly(notes, units, others, placing, collectorsKeepApart);
    }

    /**
     * What all of it amounts to.
     *
     * @param catalogue where models are looked up
     * @param options what a person decided
     * @param before what the readers noticed themselves
     * @param watch is asked before each GPU, and can stop it all
     * @throws CancellationException where it does
     */
    static Snapshot snapshot(
            Collected collected, Catalogue catalogue, SnapshotOptions options, List<Problem> before, ReadWatch watch) {
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
        Result result = new Assembly(collected, catalogue, options, unit, watch::check).of(collected.gpus());
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

    private Result of(List<GpuRows> all) {
        List<KnownGpu> known = new ArrayList<>(all.size());
        for (GpuRows rows : all) {
            step.run();
            known.add(models.known(rows));
        }
        known.sort(Assembly::inOrder);
        List<Partitioned> partitioned = new ArrayList<>();
        for (KnownGpu gpu : known) {
            step.run();
            courses.addPower(gpu.rows());
            if (gpu.rows().instances().isEmpty()) {
                whole(gpu);
            } else {
                read(gpu).ifPresent(partitioned::add);
            }
        }
        Timeline timeline = courses.timeline(step);
        LastLayout end = new LastLayout(timeline, placing);
        for (Partitioned gpu : partitioned) {
            step.run();
            assemble(gpu, end);
        }
        step.run();
        Fleet fleet = new Fleet(gpus);
        step.run();
        sayWhatHasNoReading(fleet.instanceCount());
        return new Result(
                fleet,
                wholeGpus,
                crossChecks.all(),
                unweighed,
                printedProfiles,
                labels.build(),
                timeline,
                ratios.beyond(),
                ratios.clamped(),
                ratios.repeated());
    }

    /** Not put together of comparators, which a process that is new would first have to make. */
    private static int inOrder(KnownGpu one, KnownGpu other) {
        int order = one.host().compareTo(other.host());
        if (order == 0) {
            order = NumbersFirst.ORDER.compare(one.number(), other.number());
        }
        return order == 0 ? one.rows().id().compareTo(other.rows().id()) : order;
    }

    private void whole(KnownGpu gpu) {
        GpuRows rows = gpu.rows();
        WholeGpu.Mig mig = rows.mig();
        double reading = ratios.of(rows.reading(), gpu, null);
        wholeGpus.add(new WholeGpu(
                rows.id(),
                gpu.name(),
                gpu.host(),
                gpu.model(),
                gpu.modelName(),
                reading,
                mig,
                others.of(rows.readings(), LastLayout.ALWAYS),
                rows.power().value()));
        Note note = switch (mig) {
            case OFF -> Note.WHOLE_MIG_OFF;
            case EMPTY -> Note.WHOLE_EMPTY;
            case UNLISTED -> Note.WHOLE_UNLISTED;
            case UNKNOWN -> Note.WHOLE_UNKNOWN;
        };
        notes.add(note, rows.place(), gpu.label());
    }

    private Optional<Partitioned> read(KnownGpu gpu) {
        models.say(gpu);
        List<Weighed> weighed = weighed(gpu);
        if (weighed.isEmpty()) {
            return Optional.empty();
        }
        courses.add(gpu);
        return Optional.of(new Partitioned(gpu, weighed));
    }

    private void assemble(Partitioned partitioned, LastLayout end) {
        KnownGpu gpu = partitioned.gpu();
        List<Weighed> kept = end.of(gpu, partitioned.weighed());
        if (kept.size() < partitioned.weighed().size()) {
            sayWhatIsOld(gpu, partitioned.weighed(), kept);
        }
        List<Integer> places = starts.of(gpu, kept);
        List<Instance> instances = new ArrayList<>(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            instances.add(instance(gpu, kept.get(i), places.get(i), end.since()));
        }
        sayWhatIsGone(gpu, kept, end.since());
        Gpu made = gpu.with(instances);
        gpus.add(made);
        boolean whole = partitioned.weighed().size() == gpu.rows().instances().size();
        crossChecks.check(gpu, ratios.of(gpu.rows().reading(), gpu, null), made, whole);
    }

    private void sayWhatIsOld(KnownGpu gpu, List<Weighed> all, List<Weighed> kept) {
        for (Weighed one : all) {
            if (!kept.contains(one)) {
                notes.add(
                        Note.OLD_LAYOUT,
                        one.rows().place(),
                        gpu.instance(one.rows().id()));
            }
        }
    }

    private List<Weighed> weighed(KnownGpu gpu) {
        List<InstanceRows> all = new ArrayList<>(gpu.rows().instances());
        all.sort((one, other) -> NumbersFirst.ORDER.compare(one.id(), other.id()));
        List<Weighed> weighed = new ArrayList<>(all.size());
        for (InstanceRows rows : all) {
            PrintedProfile profile = profile(gpu, rows);
            if (profile == null) {
                double reading = ratios.of(rows.reading(), gpu, rows);
                unweighed.add(
                        new Snapshot.Unweighed(gpu.rows().id(), rows.id(), reading, rows.owner(collectorsKeepApart)));
            } else {
                weighed.add(new Weighed(rows, profile));
            }
        }
        return weighed;
    }

    private @Nullable PrintedProfile profile(KnownGpu gpu, InstanceRows rows) {
        List<String> printed = rows.profiles();
        long place = rows.place();
        if (printed.isEmpty()) {
            notes.add(Note.NO_PROFILE, place, gpu.instance(rows.id()));
            return null;
        }
        if (printed.size() > 1) {
            notes.add(Note.TWO_PROFILES, place, gpu.instance(rows.id()));
        }
        for (String name : printed) {
            PrintedProfile read = placing.read(name, gpu.model());
            if (read != null) {
                sayProfile(gpu, rows, read);
                return read;
            }
        }
        notes.add(Note.UNREADABLE_PROFILE, place, gpu.instance(rows.id()), printed.getFirst());
        return null;
    }

    private void sayProfile(KnownGpu gpu, InstanceRows rows, PrintedProfile read) {
        GpuModel model = gpu.model();
        if (model == null) {
            return;
        }
        long place = rows.place();
        Profile profile = read.profile();
        if (!read.known()) {
            notes.add(
                    Note.UNKNOWN_PROFILE,
                    place,
                    gpu.instance(rows.id()),
                    read.printed(),
                    model.name(),
                    profile.computeSlices());
        } else if (!read.printed().equals(profile.name())) {
            notes.add(Note.PRINTED_PROFILE, place, "", read.printed(), profile.name(), model.name());
            printedProfiles.put(new InstanceRef(gpu.rows().id(), rows.id()), read.printed());
        }
    }

    private Instance instance(KnownGpu gpu, Weighed one, int start, long since) {
        InstanceRows rows = one.rows();
        double utilization = rows.reading().isBefore(since) ? Double.NaN : ratios.of(rows.reading(), gpu, rows);
        if (Double.isNaN(utilization)) {
            silent.add(new Silent(gpu.instance(rows.id()), rows.place()));
        }
        ratios.sayRepeats(gpu, rows);
        sayComputeInstances(gpu, rows);
        labels.put(new InstanceRef(gpu.rows().id(), rows.id()), rows.labels(collectorsKeepApart));
        return new Instance(
                rows.id(),
                one.profile().profile(),
                start,
                utilization,
                "",
                rows.owner(collectorsKeepApart),
                "",
                others.of(rows.readings(), since));
    }

    private void sayComputeInstances(KnownGpu gpu, InstanceRows rows) {
        if (rows.computeInstances().areSeveral()) {
            notes.add(
                    rows.computeInstances().haveSizes() ? Note.COMPUTE_INSTANCES : Note.COMPUTE_INSTANCES_ALIKE,
                    rows.place(),
                    gpu.instance(rows.id()));
        }
    }

    private void sayWhatIsGone(KnownGpu gpu, List<Weighed> kept, long since) {
        boolean severalScrapes = false;
        for (Weighed one : kept) {
            severalScrapes |= one.rows().isRepeated();
        }
        if (!severalScrapes) {
            return;
        }
        Freshness newest = Freshness.newest(
                kept.stream().map(one -> one.rows().freshness()).toList());
        for (Weighed one : kept) {
            boolean counts = !one.rows().reading().isBefore(since);
            if (counts && one.rows().freshness().isBefore(newest)) {
                notes.add(Note.GONE, one.rows().place(), gpu.instance(one.rows().id()));
            }
        }
    }

    private void sayWhatHasNoReading(int instances) {
        if (silent.size() == instances && instances > 0 && silence != null) {
            notes.add(silence, 0, otherMetrics);
            return;
        }
        for (Silent one : silent) {
            notes.add(Note.NO_READING, one.place(), one.which(), instances);
        }
    }
}
