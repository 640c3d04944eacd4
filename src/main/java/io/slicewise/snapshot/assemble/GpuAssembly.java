package io.slicewise.snapshot.assemble;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.snapshot.collect.Freshness;
import io.slicewise.snapshot.collect.GpuRows;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.snapshot.collect.NumbersFirst;
import io.slicewise.snapshot.collect.PrintedProfile;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Assembles some of the GPUs of a file, one after the other: {@link #read} all, then {@link #assemble} all. What it notices and
 * what comes out is its own until it is taken, so that the parts of a large file can be assembled side by side. For one use.
 */
final class GpuAssembly {
    private final List<KnownGpu> known;
    private final How how;
    private final Notes notes;
    private final Placing placing = new Placing();
    private final SlotRatios ratios;
    private final Starts starts;
    private final CrossChecks crossChecks;
    private final List<Partitioned> partitioned = new ArrayList<>();
    private long oldest = Long.MAX_VALUE;
    private long newest = SampleHandler.NO_TIMESTAMP;
    private final List<Gpu> gpus = new ArrayList<>();
    private final List<WholeGpu> wholeGpus = new ArrayList<>();
    private final List<Snapshot.Unweighed> unweighed = new ArrayList<>();
    private final Map<InstanceRef, String> printedProfiles = new HashMap<>();
    private final Labels.Builder labels = new Labels.Builder();
    private final List<Silent> silent = new ArrayList<>();

    /**
     * What is the same for all GPUs of a file.
     *
     * @param models which model each is
     * @param units the unit of the file that a place is in
     * @param step is run before each GPU, and may throw so that it goes no further; in any thread
     */
    record How(GpuModels models, LongFunction<Unit> units, Others others, boolean collectorsKeepApart, Runnable step) {}

    /** An instance without a reading, to be named. */
    record Silent(Text which, long place) {}

    /** A GPU with the instances whose profile is known. */
    record Partitioned(KnownGpu gpu, List<Weighed> weighed) {}

    /**
     * @param known the GPUs
     * @param notes what is noticed here, and nothing else yet
     */
    GpuAssembly(List<KnownGpu> known, How how, Notes notes) {
        this.known = known;
        this.how = how;
        this.notes = notes;
        ratios = new SlotRatios(how.units(), notes);
        starts = new Starts(placing, notes);
        crossChecks = new CrossChecks(notes);
    }

    /** Reads the profiles of all. */
    void read() {
        for (KnownGpu gpu : known) {
            how.step().run();
            if (gpu.rows().instances().isEmpty()) {
                whole(gpu);
            } else {
                read(gpu);
            }
        }
    }

    /** Makes GPUs of those that have instances, as they are at the end of what the file tells of. */
    void assemble(@Nullable Timeline timeline) {
        LastLayout end = new LastLayout(timeline, placing);
        for (Partitioned gpu : partitioned) {
            how.step().run();
            assemble(gpu, end);
        }
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
                how.others().of(rows.readings(), LastLayout.ALWAYS),
                rows.power().value()));
        Note note = switch (mig) {
            case OFF -> Note.WHOLE_MIG_OFF;
            case EMPTY -> Note.WHOLE_EMPTY;
            case UNLISTED -> Note.WHOLE_UNLISTED;
            case UNKNOWN -> Note.WHOLE_UNKNOWN;
        };
        notes.add(note, rows.place(), gpu.label());
    }

    private void read(KnownGpu gpu) {
        how.models().say(gpu, notes);
        List<Weighed> weighed = weighed(gpu);
        if (!weighed.isEmpty()) {
            partitioned.add(new Partitioned(gpu, weighed));
            for (InstanceRows rows : gpu.rows().instances()) {
                oldest = Math.min(oldest, rows.oldest());
                newest = Math.max(newest, rows.newest());
            }
        }
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
                unweighed.add(new Snapshot.Unweighed(
                        gpu.rows().id(), rows.id(), reading, rows.owner(how.collectorsKeepApart())));
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
        labels.put(new InstanceRef(gpu.rows().id(), rows.id()), rows.labels(how.collectorsKeepApart()));
        return new Instance(
                rows.id(),
                one.profile().profile(),
                start,
                utilization,
                "",
                rows.owner(how.collectorsKeepApart()),
                "",
                how.others().of(rows.readings(), since));
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

    /** What came out of other GPUs, behind these. */
    void take(GpuAssembly other) {
        gpus.addAll(other.gpus);
        wholeGpus.addAll(other.wholeGpus);
        unweighed.addAll(other.unweighed);
        printedProfiles.putAll(other.printedProfiles);
        labels.take(other.labels);
        silent.addAll(other.silent);
        ratios.take(other.ratios);
        crossChecks.take(other.crossChecks);
    }

    /** All that were to be assembled. */
    List<KnownGpu> known() {
        return known;
    }

    /** Those with instances whose profile is known. */
    List<Partitioned> partitioned() {
        return partitioned;
    }

    /** When a row first told of an instance of those; later than any time where nothing had a time. */
    long oldest() {
        return oldest;
    }

    /** When one last did; {@link SampleHandler#NO_TIMESTAMP} where nothing had a time. */
    long newest() {
        return newest;
    }

    Notes notes() {
        return notes;
    }

    SlotRatios ratios() {
        return ratios;
    }

    List<Gpu> gpus() {
        return gpus;
    }

    List<WholeGpu> wholeGpus() {
        return wholeGpus;
    }

    List<CrossCheck> crossChecks() {
        return crossChecks.all();
    }

    List<Snapshot.Unweighed> unweighed() {
        return unweighed;
    }

    Map<InstanceRef, String> printedProfiles() {
        return printedProfiles;
    }

    Labels.Builder labels() {
        return labels;
    }

    /** Instances without a reading. */
    List<Silent> silent() {
        return silent;
    }
}
