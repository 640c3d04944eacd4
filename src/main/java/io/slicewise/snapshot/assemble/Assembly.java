package io.slicewise.snapshot.assemble;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.CrossCheck;
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
import io.slicewise.snapshot.collect.ReadingSlot;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.snapshot.unit.Units;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Turns what a file says about its GPUs into a fleet and what stands beside it. For one use. */
final class Assembly {
    private final Catalogue catalogue;
    private final SnapshotOptions options;
    private final LongFunction<Unit> units;
    private final Others others;
    private final Notes notes;
    private final boolean collectorsKeepApart;
    private final @Nullable Note silence;
    private final Runnable step;
    private final Placing placing = new Placing();
    private final TimelineAssembly courses;
    private final Map<String, Optional<GpuModel>> models = new HashMap<>();
    private final Map<String, Boolean> chosen = new HashMap<>();

    /** By a model's name, and by what is printed for the profiles. */
    private final Map<String, Map<Set<String>, Optional<GpuModel>>> fitting = new HashMap<>();

    private final List<Gpu> gpus = new ArrayList<>();
    private final List<WholeGpu> wholeGpus = new ArrayList<>();
    private final List<CrossCheck> crossChecks = new ArrayList<>();
    private final List<Snapshot.Unweighed> unweighed = new ArrayList<>();
    private final Map<InstanceRef, String> printedProfiles = new HashMap<>();
    private final Labels.Builder labels = new Labels.Builder();
    private final List<Silent> silent = new ArrayList<>();
    private long beyond;
    private long clamped;
    private long repeated;

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
        this.catalogue = catalogue;
        this.options = options;
        units = place -> unit.of(SnapshotBuilder.part(place));
        others = new Others(unit);
        notes = collected.notes();
        collectorsKeepApart = collected.collectorsKeepApart();
        silence = collected.silence();
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
            String modelName = rows.modelName();
            GpuModel model = models.computeIfAbsent(modelName, name -> options.model(name, catalogue))
                    .orElse(null);
            known.add(new KnownGpu(rows, rows.host(), rows.number(), modelName, fitting(rows, modelName, model)));
        }
        known.sort(Comparator.comparing(KnownGpu::host)
                .thenComparing(KnownGpu::number, NumbersFirst.ORDER)
                .thenComparing(gpu -> gpu.rows().id()));
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
                crossChecks,
                unweighed,
                printedProfiles,
                labels.build(),
                timeline,
                beyond,
                clamped,
                repeated);
    }

    /** Of boards that go under one name the one that has the printed profiles. */
    private @Nullable GpuModel fitting(GpuRows rows, String modelName, @Nullable GpuModel model) {
        if (model == null || modelName.isEmpty() || isChosen(modelName)) {
            return model;
        }
        Set<String> printed = new HashSet<>();
        for (InstanceRows instance : rows.instances().values()) {
            printed.addAll(instance.profiles());
        }
        return fitting.computeIfAbsent(modelName, _ -> new HashMap<>())
                .computeIfAbsent(printed, profiles -> catalogue.byModelName(modelName, profiles))
                .orElse(model);
    }

    private void whole(KnownGpu gpu) {
        GpuRows rows = gpu.rows();
        WholeGpu.Mig mig = rows.mig();
        double reading = reading(rows.reading(), gpu, null);
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
        sayModel(gpu);
        List<Weighed> weighed = weighed(gpu);
        if (weighed.isEmpty()) {
            return Optional.empty();
        }
        courses.add(made(gpu, List.of()), gpu.rows().instances().values(), gpu::instance);
        return Optional.of(new Partitioned(gpu, weighed));
    }

    private static Gpu made(KnownGpu gpu, List<Instance> instances) {
        return new Gpu(
                gpu.rows().id(),
                gpu.name(),
                gpu.host(),
                gpu.model(),
                gpu.modelName(),
                instances,
                gpu.rows().power().value());
    }

    private void assemble(Partitioned partitioned, LastLayout end) {
        KnownGpu gpu = partitioned.gpu();
        List<Weighed> kept = end.of(gpu, partitioned.weighed());
        for (Weighed one : partitioned.weighed()) {
            if (!kept.contains(one)) {
                notes.add(
                        Note.OLD_LAYOUT,
                        one.rows().series().getFirst().place(),
                        gpu.instance(one.rows().id()));
            }
        }
        List<Integer> starts = starts(gpu, kept);
        List<Instance> instances = new ArrayList<>(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            instances.add(instance(gpu, kept.get(i), starts.get(i), end.since()));
        }
        sayWhatIsGone(gpu, kept, end.since());
        Gpu made = made(gpu, instances);
        gpus.add(made);
        boolean whole = partitioned.weighed().size() == gpu.rows().instances().size();
        crossCheck(gpu, made, whole);
    }

    private List<Weighed> weighed(KnownGpu gpu) {
        List<InstanceRows> all = new ArrayList<>(gpu.rows().instances().values());
        all.sort(Comparator.comparing(InstanceRows::id, NumbersFirst.ORDER));
        List<Weighed> weighed = new ArrayList<>(all.size());
        for (InstanceRows rows : all) {
            PrintedProfile profile = profile(gpu, rows);
            if (profile == null) {
                double reading = reading(rows.reading(), gpu, rows);
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
        long place = rows.series().getFirst().place();
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
        long place = rows.series().getFirst().place();
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

    /** The printed places, else one possible place for each, or none for any where they cannot stand together. */
    private List<Integer> starts(KnownGpu gpu, List<Weighed> kept) {
        GpuModel model = gpu.model();
        List<Profile> profiles = Weighed.profiles(kept);
        List<Integer> printed = kept.stream().map(one -> one.rows().start()).toList();
        if (!printed.contains(Placement.UNKNOWN)) {
            if (model == null || Placing.stand(model, profiles, printed)) {
                return printed;
            }
            notes.add(Note.NO_SUCH_PLACES, gpu.rows().place(), gpu.label(), model.name());
        }
        List<Integer> starts =
                model == null ? null : placing.place(model, profiles).orElse(null);
        if (starts != null) {
            if (starts.stream().anyMatch(start -> start != Placement.UNKNOWN)) {
                notes.add(Note.PLACEMENT, 0, "");
            }
            return starts;
        }
        if (model != null) {
            int slices = profiles.stream().mapToInt(Profile::computeSlices).sum();
            long place = gpu.rows().place();
            if (slices > model.computeSlices()) {
                notes.add(
                        Note.OVERFULL, place, Text.of("snapshot.slicesOf", gpu.label(), slices, model.computeSlices()));
            } else {
                notes.add(Note.NOT_PLACEABLE, place, gpu.label());
            }
        }
        return profiles.stream().map(profile -> Placement.UNKNOWN).toList();
    }

    private Instance instance(KnownGpu gpu, Weighed one, int start, long since) {
        InstanceRows rows = one.rows();
        double utilization = rows.reading().isBefore(since) ? Double.NaN : reading(rows.reading(), gpu, rows);
        if (Double.isNaN(utilization)) {
            silent.add(
                    new Silent(gpu.instance(rows.id()), rows.series().getFirst().place()));
        }
        sayRepeats(gpu, rows);
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

    private double reading(ReadingSlot slot, KnownGpu gpu, @Nullable InstanceRows instance) {
        if (slot.isEmpty()) {
            return Double.NaN;
        }
        Unit unit = units.apply(slot.place());
        if (slot.isClamped(unit)) {
            clamped++;
            notes.add(Note.CLAMPED, slot.place(), gpu.which(instance));
        }
        double ratio = slot.ratio(unit);
        if (Double.isNaN(ratio)) {
            beyond++;
            String printed = new BigDecimal(slot.value()).stripTrailingZeros().toPlainString();
            notes.add(Note.BEYOND_UNIT, slot.place(), printed);
        }
        return ratio;
    }

    private void sayRepeats(KnownGpu gpu, InstanceRows rows) {
        ReadingSlot slot = rows.reading();
        if (slot.repeated() == 0) {
            return;
        }
        repeated += slot.repeated();
        Note note = slot.hasOlder() ? Note.NEWEST : Note.REPEATED;
        notes.add(slot.isContradictory() ? Note.CONTRADICTORY : note, slot.place(), gpu.instance(rows.id()));
    }

    private void sayComputeInstances(KnownGpu gpu, InstanceRows rows) {
        if (rows.computeInstances().areSeveral()) {
            notes.add(
                    rows.computeInstances().haveSizes() ? Note.COMPUTE_INSTANCES : Note.COMPUTE_INSTANCES_ALIKE,
                    rows.series().getFirst().place(),
                    gpu.instance(rows.id()));
        }
    }

    private void sayModel(KnownGpu gpu) {
        String name = gpu.modelName();
        long place = gpu.rows().place();
        GpuModel model = gpu.model();
        if (model == null) {
            if (name.isEmpty()) {
                notes.add(Note.NO_MODEL_NAME, place, gpu.label());
            } else {
                notes.add(Note.UNKNOWN_MODEL, place, gpu.label(), name);
            }
        } else if (isChosen(name)) {
            Text said = name.isEmpty()
                    ? Text.of("snapshot.chosenModel.unnamed")
                    : Text.of("snapshot.chosenModel.named", name);
            notes.add(Note.CHOSEN_MODEL, place, gpu.label(), said, model.name());
        }
    }

    private boolean isChosen(String modelName) {
        return chosen.computeIfAbsent(
                modelName, name -> !catalogue.byModelName(name).equals(models.get(name)));
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
                notes.add(
                        Note.GONE,
                        one.rows().series().getFirst().place(),
                        gpu.instance(one.rows().id()));
            }
        }
    }

    private void crossCheck(KnownGpu gpu, Gpu made, boolean allWeighed) {
        ReadingSlot slot = gpu.rows().reading();
        double reported = reading(slot, gpu, null);
        if (Double.isNaN(reported)) {
            return;
        }
        Averages averages = Figures.of(made, WeightBasis.Hardware.SLICES).averages();
        if (!allWeighed || Double.isNaN(averages.wholeGpu())) {
            notes.add(Note.CROSS_CHECK, slot.place(), gpu.label());
            return;
        }
        double outside = Math.max(averages.wholeGpuLow() - reported, reported - averages.wholeGpuHigh());
        CrossCheck check = new CrossCheck(made.id(), reported, averages.wholeGpu(), Math.max(0, outside));
        crossChecks.add(check);
        Text which = Text.of(
                "snapshot.crossCheckOf",
                gpu.label(),
                new Percent(reported),
                new Percent(averages.wholeGpu()),
                new Points(check.difference()));
        notes.add(Note.CROSS_CHECK, slot.place(), which);
        if (check.isSuspicious()) {
            notes.add(Note.CROSS_CHECK_FAILED, slot.place(), which);
        }
    }

    private void sayWhatHasNoReading(int instances) {
        if (silent.size() == instances && instances > 0 && silence != null) {
            notes.add(silence, 0, "");
            return;
        }
        for (Silent one : silent) {
            notes.add(Note.NO_READING, one.place(), one.which(), instances);
        }
    }
}
