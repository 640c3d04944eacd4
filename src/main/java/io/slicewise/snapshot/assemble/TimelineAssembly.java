package io.slicewise.snapshot.assemble;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.Placement;
import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.snapshot.collect.NumbersFirst;
import io.slicewise.snapshot.collect.PrintedProfile;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.notice.Note;
import io.slicewise.snapshot.notice.Notes;
import io.slicewise.usage.timeline.PowerTrack;
import io.slicewise.usage.timeline.Recording;
import io.slicewise.usage.timeline.Recording.Recorded;
import io.slicewise.usage.timeline.SampleColumns;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Puts what the instances of GPUs reported over time together, an instance apart for each profile that it had. */
final class TimelineAssembly {
    private final Notes notes;
    private final LongFunction<Unit> units;
    private final Others others;
    private final Placing placing;
    private final boolean collectorsKeepApart;
    private final List<GpuAssembly> parts = new ArrayList<>();
    private long oldest = Long.MAX_VALUE;
    private long newest = SampleHandler.NO_TIMESTAMP;
    private boolean severalInstants;

    /** A GPU with what its instances said. */
    private record Gathered(Gpu gpu, List<Track> tracks) {}

    private record Track(
            Instance instance,
            SampleColumns samples,
            long oldest,
            long newest,
            Map<ReadingKind, SampleColumns> others) {
        boolean isTimed() {
            return oldest <= newest;
        }
    }

    TimelineAssembly(
            Notes notes, LongFunction<Unit> units, Others others, Placing placing, boolean collectorsKeepApart) {
        this.notes = notes;
        this.units = units;
        this.others = others;
        this.placing = placing;
        this.collectorsKeepApart = collectorsKeepApart;
    }

    /** Adds GPUs that are {@linkplain GpuAssembly#read read}, behind those before: with instances or without, their power counts. */
    void add(GpuAssembly part) {
        oldest = Math.min(oldest, part.oldest());
        newest = Math.max(newest, part.newest());
        parts.add(part);
    }

    private List<PowerTrack> power() {
        List<PowerTrack> tracks = new ArrayList<>();
        for (GpuAssembly part : parts) {
            for (KnownGpu gpu : part.known()) {
                SampleColumns watts = gpu.rows().takePowerCourse();
                if (!watts.isEmpty()) {
                    tracks.add(new PowerTrack(gpu.rows().id(), gpu.host(), watts));
                }
            }
        }
        return tracks;
    }

    /** Takes what the series of a GPU have collected. */
    private Gathered gather(KnownGpu known) {
        Gpu gpu = known.with(List.of());
        List<Track> tracks = new ArrayList<>();
        for (InstanceRows rows : known.rows().instances()) {
            rows.byProfile().forEach((printed, series) -> {
                PrintedProfile profile = placing.read(printed, gpu.model());
                if (profile != null && !series.isEmpty()) {
                    Track track = track(rows, profile, series);
                    // a reading without a time has no place in a course, where it would look like silence
                    if (track.isTimed() || series.stream().noneMatch(Series::isRead)) {
                        tracks.add(track);
                    }
                    say(track, series, known.instance(rows.id()));
                }
            });
        }
        tracks.sort(Comparator.comparing(track -> track.instance().id(), NumbersFirst.ORDER));
        return new Gathered(gpu, tracks);
    }

    private void say(Track track, List<Series> series, Object name) {
        long place = series.getFirst().place();
        if (Suspicion.isFrozen(track.samples())) {
            notes.add(Note.FROZEN, place, name);
        }
        if (Suspicion.isPinned(track.instance().profile(), track.samples())) {
            notes.add(Note.PINNED_LONG, place, name);
        }
        for (Series one : series) {
            say(Note.BLANK_BEFORE, one.blanksBefore(), one.place(), name);
            if (track.samples().count() > 1) {
                say(Note.BEYOND_UNIT_BEFORE, one.beyond(), one.place(), name);
                say(Note.CLAMPED_BEFORE, one.clamped(), one.place(), name);
            }
        }
    }

    private void say(Note note, long count, long place, Object name) {
        if (count > 0) {
            notes.add(count, note, place, name);
        }
    }

    private Track track(InstanceRows rows, PrintedProfile profile, List<Series> series) {
        long first = Long.MAX_VALUE;
        long last = SampleHandler.NO_TIMESTAMP;
        for (Series one : series) {
            first = Math.min(first, one.oldest());
            last = Math.max(last, one.freshness().time());
        }
        SampleColumns samples = rows.computeInstances()
                .together(ReadingKind.ENGINE, series, one -> one.takeCourse(units.apply(one.place())));
        Map<ReadingKind, SampleColumns> beside = beside(rows, profile, series);
        severalInstants |= isOverTime(samples) || beside.values().stream().anyMatch(TimelineAssembly::isOverTime);
        Instance instance = Instance.of(rows.id(), profile.profile(), Placement.UNKNOWN, Instance.NO_READING);
        String owner = InstanceRows.owner(series, collectorsKeepApart);
        return new Track(instance.withOwner(owner), samples, first, last, beside);
    }

    private static boolean isOverTime(SampleColumns samples) {
        return !samples.isEmpty() && samples.first() < samples.last();
    }

    private Map<ReadingKind, SampleColumns> beside(InstanceRows rows, PrintedProfile profile, List<Series> series) {
        Map<ReadingKind, SampleColumns> all = new EnumMap<>(ReadingKind.class);
        for (ReadingKind reading : ReadingKind.values()) {
            List<Series> reporting =
                    series.stream().filter(one -> one.hasCourse(reading)).toList();
            if (!reporting.isEmpty()) {
                all.put(
                        reading,
                        rows.computeInstances()
                                .together(reading, reporting, one -> others.course(one, reading, profile.profile())));
            }
        }
        return all;
    }

    /**
     * The timeline; {@code null} where no instance reported at two instants.
     *
     * @param step is run before each GPU, and may throw so that it goes no further
     */
    @Nullable
    Timeline timeline(Runnable step) {
        // most scrapes are of one instant: that nothing was said at another is seen without a track for each instance
        if (oldest >= newest) {
            return null;
        }
        List<Gathered> gathered = new ArrayList<>();
        for (GpuAssembly part : parts) {
            for (GpuAssembly.Partitioned one : part.partitioned()) {
                step.run();
                gathered.add(gather(one.gpu()));
            }
        }
        if (!severalInstants) {
            return null;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Gathered gpu : gathered) {
            for (Track track : gpu.tracks()) {
                first = Math.min(first, track.oldest());
                last = Math.max(last, track.newest());
            }
        }
        List<Recording> recordings = new ArrayList<>(gathered.size());
        for (Gathered gpu : gathered) {
            List<Recorded> recorded = new ArrayList<>(gpu.tracks().size());
            for (Track track : gpu.tracks()) {
                // of what has no time anywhere nobody knows more than that it was there
                recorded.add(new Recorded(
                        track.instance(),
                        track.samples(),
                        track.isTimed() ? track.oldest() : first,
                        track.isTimed() ? track.newest() : last,
                        track.others()));
            }
            recordings.add(new Recording(gpu.gpu(), recorded));
        }
        return Timeline.of(recordings, power(), step);
    }
}
