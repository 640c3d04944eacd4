package io.slicewise.planning.replay;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.packing.GpuPacking;
import io.slicewise.planning.packing.PackedLayout;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.replay.Regrouped.Slot;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who goes where.
 *
 * @param groups in the order of the timeline
 * @param left what was recorded and goes nowhere: it had ended before the end, or the layout has no place for it
 */
public record ReplayLayout(List<Regrouped> groups, List<InstanceTrack> left) {
    public ReplayLayout {
        groups = List.copyOf(groups);
        left = List.copyOf(left);
    }

    /** Everything as it was. */
    public static ReplayLayout recorded(Timeline timeline) {
        List<Regrouped> groups = new ArrayList<>();
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                groups.add(
                        new Regrouped(List.of(track), List.of(new Slot(gpu.gpu().id(), track.instance()))));
            }
        }
        return new ReplayLayout(groups, List.of());
    }

    /**
     * Into the instances of a fleet. An instance goes where its GPU has one with its id; else to the one that has its name. All
     * tracks of one id go to the same place.
     */
    public static ReplayLayout into(Timeline timeline, Fleet target) {
        Map<InstanceRef, List<InstanceTrack>> sources = new LinkedHashMap<>();
        List<InstanceTrack> left = new ArrayList<>();
        Map<InstanceRef, Slot> slots = new HashMap<>();
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                Optional<Slot> slot = place(target, gpu.gpu(), track.instance());
                if (slot.isEmpty()) {
                    left.add(track);
                } else {
                    InstanceRef ref = new InstanceRef(
                            slot.get().gpu(), slot.get().instance().id());
                    slots.put(ref, slot.get());
                    sources.computeIfAbsent(ref, _ -> new ArrayList<>()).add(track);
                }
            }
        }
        List<Regrouped> groups = new ArrayList<>();
        sources.forEach((ref, tracks) -> {
            Slot slot = slots.get(ref);
            if (slot != null) {
                groups.add(new Regrouped(tracks, List.of(slot)));
            }
        });
        return new ReplayLayout(groups, left);
    }

    private static Optional<Slot> place(Fleet target, Gpu gpu, Instance instance) {
        for (Gpu one : target.gpus()) {
            if (isSame(one, gpu)) {
                Optional<Instance> same = one.instance(instance.id());
                if (same.isPresent()) {
                    return Optional.of(new Slot(one.id(), same.get()));
                }
            }
        }
        if (instance.name().isEmpty()) {
            return Optional.empty();
        }
        List<Slot> named = new ArrayList<>();
        for (Gpu one : target.gpus()) {
            one.instances().stream()
                    .filter(other -> other.name().equals(instance.name()))
                    .forEach(other -> named.add(new Slot(one.id(), other)));
        }
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static boolean isSame(Gpu one, Gpu other) {
        return one.id().equals(other.id()) || one.nameOnHost().equals(other.nameOnHost());
    }

    /**
     * The instances of the last instant in other sizes, packed onto as few of their GPUs as hold them. A model without known
     * placements keeps its instances where they are, and its sizes.
     *
     * @param profile what an instance is to become
     */
    public static ReplayLayout sized(Timeline timeline, BiFunction<GpuTrack, InstanceTrack, Profile> profile) {
        Map<String, Pool> pools = new LinkedHashMap<>();
        List<InstanceTrack> left = new ArrayList<>();
        for (GpuTrack gpu : timeline.gpus()) {
            GpuModel model = gpu.gpu().model();
            String pool = model == null ? gpu.gpu().id() : model.id();
            Pool into = pools.computeIfAbsent(pool, _ -> new Pool(model));
            into.gpus.add(gpu);
            for (InstanceTrack track : gpu.instances()) {
                if (track.existsAt(timeline.end() - 1)) {
                    into.moving.add(new Moving(
                            gpu,
                            track,
                            into.canPack()
                                    ? profile.apply(gpu, track)
                                    : track.instance().profile()));
                } else {
                    left.add(track);
                }
            }
        }
        List<Regrouped> groups = new ArrayList<>();
        pools.values().forEach(pool -> groups.addAll(pool.groups()));
        return new ReplayLayout(groups, left);
    }

    private record Moving(GpuTrack gpu, InstanceTrack track, Profile profile) {
        Regrouped to(String gpuId, int start) {
            Instance instance = track.instance()
                    .withProfile(profile, start)
                    .withId(gpu.gpu().id() + "/" + track.ref().instance());
            return new Regrouped(List.of(track), List.of(new Slot(gpuId, instance)));
        }
    }

    /** The GPUs of a model. */
    private static final class Pool {
        private final @Nullable GpuModel model;
        private final List<GpuTrack> gpus = new ArrayList<>();
        private final List<Moving> moving = new ArrayList<>();

        Pool(@Nullable GpuModel model) {
            this.model = model;
        }

        boolean canPack() {
            return model != null && model.hasPlacements();
        }

        List<Regrouped> groups() {
            List<Layout> layouts = model != null && canPack() ? layouts(model) : List.of();
            if (layouts.isEmpty() || layouts.size() > gpus.size()) {
                // as they stand
                return moving.stream()
                        .map(one -> one.to(one.gpu().gpu().id(), Placement.UNKNOWN))
                        .toList();
            }
            List<Moving> waiting = new ArrayList<>(moving);
            List<Regrouped> groups = new ArrayList<>();
            for (int g = 0; g < layouts.size(); g++) {
                for (Placement placement : layouts.get(g).placements()) {
                    Moving next = take(waiting, placement.profile(), gpus.get(g));
                    if (next != null) {
                        groups.add(next.to(gpus.get(g).gpu().id(), placement.start()));
                    }
                }
            }
            return groups;
        }

        private List<Layout> layouts(GpuModel ofModel) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            moving.forEach(one -> counts.merge(one.profile().name(), 1, Integer::sum));
            List<Layout> layouts = new ArrayList<>();
            for (PackedLayout packed : GpuPacking.of(Rows.of(ofModel), counts).layouts()) {
                for (long i = 0; i < packed.count(); i++) {
                    layouts.add(packed.layout());
                }
            }
            return layouts;
        }

        /** One of the GPU itself where there is one, so that fewer move. */
        private static @Nullable Moving take(List<Moving> waiting, Profile profile, GpuTrack gpu) {
            Moving found = null;
            for (Moving one : waiting) {
                if (one.profile().equals(profile) && (found == null || one.gpu() == gpu && found.gpu() != gpu)) {
                    found = one;
                }
            }
            if (found != null) {
                waiting.remove(found);
            }
            return found;
        }
    }
}
