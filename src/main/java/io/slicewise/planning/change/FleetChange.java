package io.slicewise.planning.change;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The change of several GPUs.
 *
 * @param gpus the GPUs that are in both fleets, in the order of the one before, those without a change too
 * @param impossible GPUs whose target does not fit on them, as they are in the target
 * @param unmatched GPUs that are in one of the fleets only
 */
public record FleetChange(List<GpuChange> gpus, List<Gpu> impossible, List<Gpu> unmatched) {
    public FleetChange {
        gpus = List.copyOf(gpus);
        impossible = List.copyOf(impossible);
        unmatched = List.copyOf(unmatched);
    }

    /**
     * From one fleet to another. A GPU is the same by its id, else by host and name; where all its target's places are known
     * they are kept to, else the numbers of profiles are.
     */
    public static FleetChange between(Fleet before, Fleet after) {
        List<GpuChange> changes = new ArrayList<>();
        List<Gpu> impossible = new ArrayList<>();
        List<Gpu> open = new ArrayList<>(after.gpus());
        List<Gpu> unmatched = new ArrayList<>();
        for (Gpu gpu : before.gpus()) {
            Optional<Gpu> target = same(gpu, open);
            if (target.isEmpty()) {
                unmatched.add(gpu);
                continue;
            }
            open.remove(target.get());
            Optional<GpuChange> change = change(gpu, target.get());
            change.ifPresentOrElse(changes::add, () -> impossible.add(target.get()));
        }
        unmatched.addAll(open);
        return new FleetChange(changes, impossible, unmatched);
    }

    /**
     * From a fleet to what is planned, where any GPU of a model may get any of the planned layouts: of all ways the one with the
     * fewest restarts. GPUs that nothing is planned for, and those that have to be bought, are unmatched.
     */
    public static FleetChange toPlanned(Fleet before, Fleet planned) {
        List<GpuChange> changes = new ArrayList<>();
        List<Gpu> unmatched = new ArrayList<>(
                before.gpus().stream().filter(gpu -> gpu.model() == null).toList());
        Set<GpuModel> models = new LinkedHashSet<>();
        for (Fleet fleet : List.of(before, planned)) {
            fleet.gpus().stream().map(Gpu::model).filter(Objects::nonNull).forEach(models::add);
        }
        for (GpuModel model : models) {
            PlannedTargets targets = new PlannedTargets(model, before.gpus(), planned.gpus());
            changes.addAll(targets.changes());
            unmatched.addAll(targets.left());
        }
        List<Gpu> order = before.gpus();
        Map<Gpu, Integer> places = new HashMap<>();
        order.forEach(gpu -> places.put(gpu, places.size()));
        changes.sort(Comparator.comparingInt(change -> places.getOrDefault(change.before(), 0)));
        return new FleetChange(changes, List.of(), unmatched);
    }

    private static Optional<Gpu> same(Gpu gpu, List<Gpu> others) {
        return others.stream()
                .filter(other -> other.id().equals(gpu.id()))
                .findFirst()
                .or(() -> others.stream()
                        .filter(other ->
                                other.host().equals(gpu.host()) && other.name().equals(gpu.name()))
                        .findFirst());
    }

    private static Optional<GpuChange> change(Gpu before, Gpu target) {
        GpuModel model = before.model();
        boolean isPlaced = target.instances().stream()
                .allMatch(instance -> instance.placement().isPlaced());
        if (model == null || !Objects.equals(model, target.model())) {
            return Optional.empty();
        }
        if (isPlaced && target.layout().orElseThrow().conflicts().isEmpty()) {
            return Optional.of(GpuChange.to(
                    before, target.instances().stream().map(Instance::placement).toList()));
        }
        List<Profile> profiles =
                target.instances().stream().map(Instance::profile).toList();
        return isPlaced ? Optional.empty() : GpuChange.toCounts(before, profiles);
    }

    /** The GPUs on which something is done. */
    public List<GpuChange> changed() {
        return gpus.stream().filter(change -> !change.isNothing()).toList();
    }

    /** All steps, GPU by GPU. */
    public List<Step> steps() {
        return changed().stream().flatMap(change -> change.steps().stream()).toList();
    }

    /** How many instances are kept on all GPUs. */
    public int kept() {
        return gpus.stream().mapToInt(change -> change.kept().size()).sum();
    }

    /** How many instances go. */
    public int drained() {
        return gpus.stream().mapToInt(change -> change.drained().size()).sum();
    }

    /** How many instances are new. */
    public int created() {
        return gpus.stream().mapToInt(change -> change.created().size()).sum();
    }

    /** How many instances mig-parted stops. */
    public int migPartedDrains() {
        return gpus.stream().mapToInt(change -> change.migPartedDrains().size()).sum();
    }
}
