package io.slicewise.snapshot.assemble;

import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.collect.Freshness;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which instances a GPU has at the end, and whose readings hold then. Where there is a timeline, that decides; where nothing
 * has a time, of two layouts that cannot be there together the one of the newest scrape counts.
 */
final class LastLayout {
    /** Earlier than any reading. */
    static final long ALWAYS = Long.MIN_VALUE;

    private final @Nullable Timeline timeline;
    private final Placing placing;
    private final Map<String, GpuTrack> tracks = new HashMap<>();

    LastLayout(@Nullable Timeline timeline, Placing placing) {
        this.timeline = timeline;
        this.placing = placing;
        if (timeline != null) {
            timeline.gpus().forEach(track -> tracks.put(track.gpu().id(), track));
        }
    }

    /** From when on a reading holds at the end. */
    long since() {
        return timeline == null ? ALWAYS : timeline.end() - timeline.step() - timeline.validity();
    }

    /** Those that are there at the end, of all that were there at some time. */
    List<Weighed> of(KnownGpu gpu, List<Weighed> all) {
        GpuTrack track = tracks.get(gpu.rows().id());
        if (timeline == null || track == null) {
            return newest(gpu.model(), all);
        }
        long last = timeline.end() - 1;
        List<Weighed> there =
                all.stream().filter(one -> !isGone(track, one, last)).toList();
        return there.isEmpty() ? all : there;
    }

    /** Whether the timeline knows it, and no more at that time. What has no time anywhere it does not know. */
    private static boolean isGone(GpuTrack gpu, Weighed one, long time) {
        boolean known = false;
        for (InstanceTrack track : gpu.instances()) {
            if (track.ref().instance().equals(one.rows().id())) {
                if (track.existsAt(time)) {
                    return false;
                }
                known = true;
            }
        }
        return known;
    }

    private List<Weighed> newest(@Nullable GpuModel model, List<Weighed> all) {
        if (model == null || placing.place(model, Weighed.profiles(all)).isPresent()) {
            return all;
        }
        Freshness newest =
                Freshness.newest(all.stream().map(one -> one.rows().freshness()).toList());
        List<Weighed> fresh = new ArrayList<>();
        List<Weighed> old = new ArrayList<>();
        for (Weighed one : all) {
            (one.rows().freshness().isBefore(newest) ? old : fresh).add(one);
        }
        boolean both = placing.place(model, Weighed.profiles(fresh)).isPresent()
                && placing.place(model, Weighed.profiles(old)).isPresent();
        return old.isEmpty() || !both ? all : fresh;
    }
}
