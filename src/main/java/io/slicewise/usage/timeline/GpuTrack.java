package io.slicewise.usage.timeline;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One GPU over time.
 *
 * @param gpu what it is, without instances
 * @param instances those that existed at some time
 * @param span from when on it had instances until when; what it had none of in between counts as not allocated
 */
public record GpuTrack(Gpu gpu, List<InstanceTrack> instances, Spans span) {
    private static final Comparator<Profile> LARGEST_FIRST =
            Comparator.comparingInt(Profile::computeSlices).reversed().thenComparing(Profile::name);

    public GpuTrack {
        instances = List.copyOf(instances);
    }

    /** Without instances it has no span, and is in no figure. */
    static GpuTrack of(Recording recording, long validity, long end) {
        List<Spans> spans = new Presence(recording, validity).find(end);
        List<InstanceTrack> tracks = new ArrayList<>();
        Spans whole = Spans.NONE;
        for (int i = 0; i < spans.size(); i++) {
            Recording.Recorded one = recording.instances().get(i);
            Spans there = spans.get(i);
            InstanceRef ref =
                    new InstanceRef(recording.gpu().id(), one.instance().id());
            Instance silent = one.instance().withUtilization(Instance.NO_READING);
            tracks.add(new InstanceTrack(ref, silent, one.samples(), there, one.others()));
            if (!there.isEmpty()) {
                long from = there.from(0);
                long to = there.to(there.size() - 1);
                whole = whole.isEmpty()
                        ? Spans.of(from, to)
                        : Spans.of(Math.min(from, whole.from(0)), Math.max(to, whole.to(0)));
            }
        }
        return new GpuTrack(recording.gpu().withInstances(List.of()), tracks, whole);
    }

    /** The GPU with the instances and readings of an instant; empty where it was not there. */
    Optional<Gpu> at(long time, long validity) {
        if (!span.contains(time)) {
            return Optional.empty();
        }
        List<Instance> there = new ArrayList<>();
        for (InstanceTrack track : instances) {
            if (track.existsAt(time)) {
                there.add(track.instance(time, validity));
            }
        }
        return Optional.of(gpu.withInstances(placed(there)));
    }

    /** Each at its place where all places are known, else in one possible way. */
    private List<Instance> placed(List<Instance> there) {
        GpuModel model = gpu.model();
        if (model == null || there.stream().allMatch(one -> one.start() != Placement.UNKNOWN)) {
            return there;
        }
        // in the order of their names, so that the same profiles stand alike whatever their ids are
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> there.get(i).profile().name()));
        List<Integer> starts = Layouts.place(
                        model, order.stream().map(i -> there.get(i).profile()).toList())
                .orElse(List.of());
        List<Instance> placed = new ArrayList<>(there);
        for (int i = 0; i < starts.size(); i++) {
            int at = order.get(i);
            placed.set(at, there.get(at).withStart(starts.get(i)));
        }
        return placed;
    }

    /**
     * Where the partition changed for good. What lasts shorter than a reading holds is the way from one to the next;
     * times without any instance are no partition.
     */
    List<Reconfiguration> reconfigurations(long validity) {
        TreeSet<Long> bounds = new TreeSet<>();
        for (InstanceTrack track : instances) {
            for (int i = 0; i < track.spans().size(); i++) {
                bounds.add(track.spans().from(i));
                bounds.add(track.spans().to(i));
            }
        }
        List<Reconfiguration> found = new ArrayList<>();
        List<Profile> before = List.of();
        long began = 0;
        boolean onTheWay = false;
        for (Long from : bounds) {
            Long to = bounds.higher(from);
            List<Profile> now = profiles(from);
            if (now.isEmpty() || to == null) {
                continue;
            }
            if (!onTheWay) {
                began = from;
            }
            boolean last = to.equals(bounds.last());
            onTheWay = to - from < validity && !last && !profiles(to).isEmpty();
            if (!onTheWay) {
                if (!before.isEmpty() && !before.equals(now)) {
                    found.add(new Reconfiguration(began, gpu.id(), before, now));
                }
                before = now;
            }
        }
        return found;
    }

    private List<Profile> profiles(long time) {
        return instances.stream()
                .filter(track -> track.existsAt(time))
                .map(track -> track.instance().profile())
                .sorted(LARGEST_FIRST)
                .toList();
    }
}
