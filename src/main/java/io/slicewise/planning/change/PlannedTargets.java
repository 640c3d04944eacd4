package io.slicewise.planning.change;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The GPUs of one model, and layouts of which any GPU may get any. */
final class PlannedTargets {
    private final Map<String, Deque<Gpu>> have = new LinkedHashMap<>();
    private final Map<String, Deque<Gpu>> want = new LinkedHashMap<>();

    PlannedTargets(GpuModel model, List<Gpu> before, List<Gpu> planned) {
        before.stream()
                .filter(gpu -> model.equals(gpu.model()))
                .forEach(gpu ->
                        have.computeIfAbsent(kind(gpu), _ -> new ArrayDeque<>()).add(gpu));
        planned.stream()
                .filter(gpu -> model.equals(gpu.model()))
                .forEach(gpu ->
                        want.computeIfAbsent(kind(gpu), _ -> new ArrayDeque<>()).add(gpu));
    }

    private static String kind(Gpu gpu) {
        return gpu.instances().stream()
                .map(instance -> instance.profile().name() + "@" + instance.start())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** The changes with the fewest restarts; what is left of either stays in {@link #left()}. */
    List<GpuChange> changes() {
        List<Deque<Gpu>> from = List.copyOf(have.values());
        List<Deque<Gpu>> to = List.copyOf(want.values());
        int[][] kept = new int[from.size()][to.size()];
        for (int i = 0; i < from.size(); i++) {
            for (int j = 0; j < to.size(); j++) {
                kept[i][j] = change(from.get(i).element(), to.get(j).element())
                        .map(change -> change.kept().size())
                        .orElse(0);
            }
        }
        long[][] given = Assignment.of(sizes(from), sizes(to), kept);
        List<GpuChange> changes = new ArrayList<>();
        for (int i = 0; i < given.length; i++) {
            for (int j = 0; j < given[i].length; j++) {
                for (long n = 0; n < given[i][j]; n++) {
                    change(from.get(i).remove(), to.get(j).remove()).ifPresent(changes::add);
                }
            }
        }
        return changes;
    }

    private static long[] sizes(List<Deque<Gpu>> kinds) {
        return kinds.stream().mapToLong(Deque::size).toArray();
    }

    /** The GPUs that nothing is planned for, then those that are planned beside what is there. */
    List<Gpu> left() {
        List<Gpu> left = new ArrayList<>();
        have.values().forEach(left::addAll);
        want.values().forEach(left::addAll);
        return left;
    }

    private static Optional<GpuChange> change(Gpu before, Gpu target) {
        List<Profile> profiles =
                target.instances().stream().map(Instance::profile).toList();
        return GpuChange.toCounts(before, profiles);
    }
}
