package io.slicewise.planning.replay;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Profile;
import io.slicewise.planning.replay.Regrouped.Slot;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
        List<Wanted> wanted = new ArrayList<>();
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                if (track.existsAt(timeline.end() - 1)) {
                    wanted.add(new Wanted(List.of(track), List.of(profile.apply(gpu, track))));
                }
            }
        }
        return packed(timeline, wanted);
    }

    /**
     * Instances that go somewhere together, all on GPUs of one model.
     *
     * @param from what was recorded, at least one
     * @param to the profiles that it is to become, at least one
     */
    public record Wanted(List<InstanceTrack> from, List<Profile> to) {
        public Wanted {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /**
     * Instances put together, split up or in other sizes, packed onto as few GPUs as hold them, as {@link #sized} does.
     *
     * @param wanted what becomes of each instance that is to be somewhere; the others go nowhere
     */
    public static ReplayLayout packed(Timeline timeline, List<Wanted> wanted) {
        IdentityHashMap<InstanceTrack, GpuTrack> homes = new IdentityHashMap<>();
        Map<String, PackedPool> pools = new LinkedHashMap<>();
        List<InstanceTrack> left = new ArrayList<>();
        for (GpuTrack gpu : timeline.gpus()) {
            pools.computeIfAbsent(pool(gpu), _ -> new PackedPool(gpu.gpu().model()))
                    .add(gpu);
            gpu.instances().forEach(track -> {
                homes.put(track, gpu);
                left.add(track);
            });
        }
        Set<InstanceTrack> going = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Wanted one : wanted) {
            GpuTrack home = Objects.requireNonNull(homes.get(one.from().getFirst()));
            if (one.from().stream().anyMatch(track -> !pool(home).equals(pool(homes.get(track))))) {
                throw new IllegalArgumentException("instances of several models cannot be put together");
            }
            Objects.requireNonNull(pools.get(pool(home))).add(one, home);
            going.addAll(one.from());
        }
        left.removeIf(going::contains);
        List<GpuTrack> added = new ArrayList<>();
        List<Regrouped> groups = new ArrayList<>();
        pools.values().forEach(pool -> groups.addAll(pool.groups(added)));
        return new ReplayLayout(groups, left, added);
    }

    /** What is packed together: the GPUs of a model; one whose model is not known by itself. */
    private static String pool(@Nullable GpuTrack gpu) {
        Gpu of = Objects.requireNonNull(gpu).gpu();
        return of.model() == null ? of.id() : of.model().id();
    }

    /**
     * The fleet of the layout: the GPUs of another one with the instances that go to them, and those that are added.
     *
     * @param before the GPUs; of those that are not in the layout the instances are gone
     */
    public Fleet onto(Fleet before) {
        Map<String, List<Instance>> placed = new HashMap<>();
        groups.stream()
                .flatMap(group -> group.to().stream())
                .forEach(slot -> placed.computeIfAbsent(slot.gpu(), _ -> new ArrayList<>())
                        .add(slot.instance()));
        List<Gpu> gpus = new ArrayList<>(before.gpus());
        added.forEach(gpu -> gpus.add(gpu.gpu()));
        return new Fleet(gpus.stream()
                .map(gpu -> gpu.withInstances(placed.getOrDefault(gpu.id(), List.of())))
                .toList());
    }
}
