package io.slicewise.planning.room;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Profile;
import io.slicewise.planning.moves.FewestMoves;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.planning.moves.MoveRequest;
import io.slicewise.planning.moves.WantedProfile;
import io.slicewise.planning.packing.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What still fits on some GPUs.
 *
 * @param profiles for each model its base profiles, smallest first
 * @param left GPUs that are not counted, because their model, or where their instances stand, is not known or not legal
 */
public record FleetRoom(List<ProfileRoom> profiles, List<Gpu> left) {
    public FleetRoom {
        profiles = List.copyOf(profiles);
        left = List.copyOf(left);
    }

    /**
     * Of a fleet, a host or a GPU.
     *
     * @param fleet the GPUs among which instances may move
     * @param pinned instances that may not
     */
    public static FleetRoom of(Fleet fleet, Set<InstanceRef> pinned) {
        List<Gpu> left = FewestMoves.left(MoveRequest.of(fleet, List.of()));
        Set<Gpu> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
        leftOut.addAll(left);
        Map<GpuModel, List<Gpu>> models = new LinkedHashMap<>();
        for (Gpu gpu : fleet.gpus()) {
            if (gpu.model() != null && !leftOut.contains(gpu)) {
                models.computeIfAbsent(gpu.model(), _ -> new ArrayList<>()).add(gpu);
            }
        }
        List<ProfileRoom> profiles = new ArrayList<>();
        models.forEach((model, gpus) -> profiles.addAll(of(model, gpus, pinned)));
        return new FleetRoom(profiles, left);
    }

    private static List<ProfileRoom> of(GpuModel model, List<Gpu> gpus, Set<InstanceRef> pinned) {
        Map<String, Integer> counts = new HashMap<>();
        Set<Profile> others = new LinkedHashSet<>();
        int free = 0;
        for (Gpu gpu : gpus) {
            free += model.computeSlices() - gpu.allocatedSlices();
            for (Instance instance : gpu.instances()) {
                counts.merge(instance.profile().name(), 1, Integer::sum);
                if (!instance.profile().isPlain()) {
                    others.add(instance.profile());
                }
            }
        }
        Rows rows = Rows.of(model, others);
        boolean isPinned = gpus.stream()
                .anyMatch(gpu -> gpu.instances().stream()
                        .anyMatch(instance -> pinned.contains(new InstanceRef(gpu.id(), instance.id()))));
        List<ProfileRoom> all = new ArrayList<>();
        Collection<Kind> kinds = kinds(gpus);
        for (Profile profile : model.baseProfiles()) {
            int now = kinds.stream()
                    .mapToInt(kind -> kind.count() * now(kind.layout(), profile))
                    .sum();
            int bySlices = free / profile.computeSlices();
            int after = afterMoves(rows, counts, profile, gpus.size(), bySlices);
            boolean isProven = others.isEmpty() && !isPinned;
            if (isPinned) {
                Fleet fleet = new Fleet(gpus);
                MoveAnswer answer = pinned(fleet, profile, after, pinned);
                while (after > now && answer instanceof MoveAnswer.Impossible) {
                    after--;
                    answer = pinned(fleet, profile, after, pinned);
                }
                isProven = after == now || answer instanceof MoveAnswer.Found;
            }
            all.add(new ProfileRoom(model, profile, now, after, isProven || after == now, bySlices));
        }
        return all;
    }

    /** GPUs that are partitioned alike. */
    private record Kind(Layout layout, int count) {}

    private static Collection<Kind> kinds(List<Gpu> gpus) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        StringBuilder key = new StringBuilder();
        for (Gpu gpu : gpus) {
            key.setLength(0);
            gpu.instances()
                    .forEach(instance -> key.append(instance.profile().name())
                            .append('@')
                            .append(instance.start())
                            .append(' '));
            Kind known = kinds.get(key.toString());
            kinds.put(
                    key.toString(),
                    known == null
                            ? new Kind(gpu.layout().orElseThrow(), 1)
                            : new Kind(known.layout(), known.count() + 1));
        }
        return kinds.values();
    }

    private static MoveAnswer pinned(Fleet fleet, Profile profile, int count, Set<InstanceRef> pinned) {
        List<WantedProfile> wanted = Collections.nCopies(count, new WantedProfile(profile.name()));
        return FewestMoves.of(new MoveRequest(fleet, wanted, null, pinned)).withStop();
    }

    private static int now(Layout layout, Profile profile) {
        int count = 0;
        while (Layouts.place(layout, Collections.nCopies(count + 1, profile)).isPresent()) {
            count++;
        }
        return count;
    }

    private static int afterMoves(Rows rows, Map<String, Integer> counts, Profile profile, int gpus, int most) {
        int present = counts.getOrDefault(profile.name(), 0);
        int count = 0;
        Map<String, Integer> more = new HashMap<>(counts);
        while (count < most) {
            more.put(profile.name(), present + count + 1);
            if (rows.gpus(more) > gpus) {
                break;
            }
            count++;
        }
        return count;
    }

    /** The largest profile of which moves let in more than fit now; empty where moving gains nothing. */
    public Optional<ProfileRoom> largestGain() {
        return profiles.stream().filter(room -> room.afterMoves() > room.now()).reduce((_, larger) -> larger);
    }

    /**
     * {@code Σ weight·(1 − now/after) / Σ weight}: what moving could gain of what is expected to be asked for.
     *
     * @param expected how much of each profile is expected; {@code NaN} comes out where nothing is
     */
    public double fragmentation(ToDoubleFunction<ProfileRoom> expected) {
        double sum = 0;
        double weights = 0;
        for (ProfileRoom room : profiles) {
            double weight = expected.applyAsDouble(room);
            sum += weight * room.fragmentation();
            weights += weight;
        }
        return weights == 0 ? Double.NaN : sum / weights;
    }

    /** As {@link #fragmentation(ToDoubleFunction)}, when what comes is as what runs: by the numbers of instances. */
    public double fragmentation(Fleet running) {
        return fragmentation(room -> running.gpus().stream()
                .filter(gpu -> room.model().equals(gpu.model()))
                .flatMap(gpu -> gpu.instances().stream())
                .filter(instance -> instance.profile().equals(room.profile()))
                .count());
    }
}
