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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who goes where.
 *
 * @param groups in the order of the timeline
 * @param left what was recorded and goes nowhere: it had ended before the end, or the layout has no place for it
 * @param added GPUs that are needed beside those that were recorded, without instances
 */
public record ReplayLayout(List<Regrouped> groups, List<InstanceTrack> left, List<GpuTrack> added) {
    public ReplayLayout {
        groups = List.copyOf(groups);
        left = List.copyOf(left);
        added = List.copyOf(added);
    }

    /** On the GPUs that were recorded. */
    public static ReplayLayout of(List<Regrouped> groups, List<InstanceTrack> left) {
        return new ReplayLayout(groups, left, List.of());
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
        return of(groups, List.of());
    }

    /**
     * Into the instances of a fleet. An instance goes where its GPU has one with its id; else to the only one that has its name, on
     * a GPU of its model. All tracks of one id go to the same place. GPUs that were not recorded are added.
     */
    public static ReplayLayout into(Timeline timeline, Fleet target) {
        Map<InstanceRef, List<InstanceTrack>> sources = new LinkedHashMap<>();
        Map<InstanceRef, Slot> slots = new HashMap<>();
        Map<String, GpuTrack> added = new LinkedHashMap<>();
        List<InstanceTrack> left = new ArrayList<>();
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                Found found = find(target, gpu.gpu(), track.instance());
                if (found == null) {
                    left.add(track);
                    continue;
                }
                Optional<GpuTrack> recorded = timeline.gpus().stream()
                        .filter(one -> isSame(found.gpu(), one.gpu()))
                        .findFirst();
                GpuTrack on = recorded.orElseGet(() -> added.computeIfAbsent(
                        found.gpu().id(),
                        _ -> new GpuTrack(found.gpu().withInstances(List.of()), List.of(), gpu.span())));
                InstanceRef ref =
                        new InstanceRef(on.gpu().id(), found.instance().id());
                slots.put(ref, new Slot(on.gpu().id(), found.instance()));
                sources.computeIfAbsent(ref, _ -> new ArrayList<>()).add(track);
            }
        }
        List<Regrouped> groups = new ArrayList<>();
        sources.forEach((ref, tracks) -> {
            Slot slot = slots.get(ref);
            if (slot != null) {
                groups.add(new Regrouped(tracks, List.of(slot)));
            }
        });
        return new ReplayLayout(groups, left, List.copyOf(added.values()));
    }

    private record Found(Gpu gpu, Instance instance) {}

    private static @Nullable Found find(Fleet target, Gpu gpu, Instance instance) {
        List<Found> named = new ArrayList<>();
        for (Gpu one : target.gpus()) {
            if (!Objects.equals(one.model(), gpu.model())) {
                continue;
            }
            Optional<Instance> same = isSame(one, gpu) ? one.instance(instance.id()) : Optional.empty();
            if (same.isPresent()) {
                return new Found(one, same.get());
            }
            one.instances().stream()
                    .filter(other -> !other.name().isEmpty() && other.name().equals(instance.name()))
                    .forEach(other -> named.add(new Found(one, other)));
        }
        return named.size() == 1 ? named.getFirst() : null;
    }

    private static boolean isSame(Gpu one, Gpu other) {
        return one.id().equals(other.id()) || one.nameOnHost().equals(other.nameOnHost());
    }

    /**
     * The instances of the last instant in other sizes, packed onto as few GPUs as hold them, which can be more than there were. A
     * model without known placements keeps its instances where they are, and its sizes.
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
        List<GpuTrack> added = new ArrayList<>();
        pools.values().forEach(pool -> groups.addAll(pool.groups(added)));
        return new ReplayLayout(groups, left, added);
    }

    private record Moving(GpuTrack gpu, InstanceTrack track, Profile profile) {
        boolean isOn(GpuTrack other) {
            return gpu.gpu().id().equals(other.gpu().id());
        }

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

        List<Regrouped> groups(List<GpuTrack> added) {
            List<Layout> layouts = model != null && canPack() ? layouts(model) : List.of();
            if (layouts.isEmpty()) {
                // as they stand
                return moving.stream()
                        .map(one -> one.to(
                                one.gpu().gpu().id(), one.track().instance().start()))
                        .toList();
            }
            List<Moving> waiting = new ArrayList<>(moving);
            List<GpuTrack> free = new ArrayList<>(gpus);
            List<Regrouped> groups = new ArrayList<>();
            for (Layout layout : layouts) {
                GpuTrack gpu = free.isEmpty()
                        ? another(added)
                        : free.stream()
                                .max(Comparator.comparingInt(one -> stays(one, layout, waiting)))
                                .orElseThrow();
                free.remove(gpu);
                for (Placement placement : layout.placements()) {
                    Moving next = take(waiting, placement.profile(), gpu);
                    if (next != null) {
                        groups.add(next.to(gpu.gpu().id(), placement.start()));
                    }
                }
            }
            return groups;
        }

        /** A GPU that was there as long as the first one. */
        private GpuTrack another(List<GpuTrack> added) {
            String name = "+" + (added.size() + 1);
            Gpu gpu = new Gpu(name, name, "", model, "", List.of());
            GpuTrack track = new GpuTrack(gpu, List.of(), gpus.getFirst().span());
            added.add(track);
            return track;
        }

        /** How many instances of a GPU can stay on it. */
        private static int stays(GpuTrack gpu, Layout layout, List<Moving> waiting) {
            List<Profile> wanted = new ArrayList<>(
                    layout.placements().stream().map(Placement::profile).toList());
            int stays = 0;
            for (Moving one : waiting) {
                stays += one.isOn(gpu) && wanted.remove(one.profile()) ? 1 : 0;
            }
            return stays;
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
                if (one.profile().equals(profile) && (found == null || one.isOn(gpu) && !found.isOn(gpu))) {
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
