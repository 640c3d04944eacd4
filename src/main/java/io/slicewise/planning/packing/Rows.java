package io.slicewise.planning.packing;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The rows of a GPU model: the least number of GPUs for a number of instances of each profile is the largest of them, rounded
 * up. Immutable; the rows of a model are worth keeping, they take some milliseconds to compute the first time.
 */
public final class Rows {
    private static final KnownRows KNOWN = new KnownRows();

    private final GpuModel model;
    private final List<Profile> profiles;
    private final List<PackingRow> list;
    private final List<long[]> shapes;

    /** What was placed already; the same sets of instances come again and again. */
    private final Map<List<Long>, Layout> placed = new ConcurrentHashMap<>();

    private Rows(GpuModel model, List<Profile> profiles, List<PackingRow> list, List<long[]> shapes) {
        this.model = model;
        this.profiles = List.copyOf(profiles);
        this.list = List.copyOf(list);
        this.shapes = List.copyOf(shapes);
    }

    /** The rows over the profiles that have no suffix. */
    public static Rows of(GpuModel model) {
        return of(model, List.of());
    }

    /**
     * The rows over the profiles that have no suffix, and others.
     *
     * @param more profiles of this model that are wanted beside them, {@code 1g.10gb+me}
     */
    public static Rows of(GpuModel model, Collection<Profile> more) {
        List<Profile> profiles = Stream.concat(model.profiles().stream().filter(Profile::isPlain), more.stream())
                .distinct()
                .sorted(Comparator.comparingInt(Profile::computeSlices)
                        .thenComparingInt(Rows::size)
                        .thenComparing(Profile::suffix))
                .toList();
        return KNOWN.of(model, profiles, () -> computed(model, profiles));
    }

    private static Rows computed(GpuModel model, List<Profile> profiles) {
        if (!model.hasPlacements()) {
            return new Rows(model, profiles, List.of(slices(model, profiles)), List.of());
        }
        List<long[]> shapes = undominated(shapes(model, profiles));
        List<PackingRow> rows = Corners.of(shapes, profiles.size()).stream()
                .map(corner -> row(model, profiles, corner))
                .sorted(Comparator.comparing(PackingRow::kind))
                .toList();
        return new Rows(model, profiles, rows, shapes);
    }

    public GpuModel model() {
        return model;
    }

    /** The profiles that can be counted, smallest first. */
    public List<Profile> profiles() {
        return profiles;
    }

    /** The rows, compute first. */
    public List<PackingRow> list() {
        return list;
    }

    /**
     * Whether placements are known. Without them there is one row, that of the slices, and what it says is <em>at least</em>:
     * whether the instances fit beside each other is not known.
     */
    public boolean isPlaced() {
        return model.hasPlacements();
    }

    /** The least number of GPUs: the largest row, rounded up. */
    public long gpus(Map<String, Integer> counts) {
        return gpus(counted(counts));
    }

    /** The row that says so: of several that do the first, of which most is used, so that it does not change with the rest. */
    public PackingRow binding(Map<String, Integer> counts) {
        return binding(counted(counts));
    }

    /** Numbers of instances by name, in the order of {@link #profiles()}. */
    public long[] counted(Map<String, Integer> counts) {
        long[] counted = new long[profiles.size()];
        counts.forEach((name, count) -> counted[index(name)] += count);
        return counted;
    }

    /** As {@link #gpus(Map)}, of counts in the order of {@link #profiles()}. */
    public long gpus(long[] counts) {
        long most = 0;
        for (PackingRow row : list) {
            most = Math.max(most, row.gpus(counts));
        }
        return most;
    }

    /** As {@link #binding(Map)}, of counts in the order of {@link #profiles()}. */
    public PackingRow binding(long[] counts) {
        PackingRow binding = list.getFirst();
        for (PackingRow row : list) {
            if (row.taken(counts) * binding.capacity() > binding.taken(counts) * row.capacity()) {
                binding = row;
            }
        }
        return binding;
    }

    /** The fullest sets of instances that a GPU can hold, in the order of {@link #profiles()}. */
    List<long[]> shapes() {
        return new ArrayList<>(shapes.stream().map(long[]::clone).toList());
    }

    /** The instances of one GPU with their places, by place; large ones at the start that keeps the most options open. */
    Layout placed(long[] counts) {
        return placed.computeIfAbsent(Arrays.stream(counts).boxed().toList(), key -> place(counts));
    }

    private Layout place(long[] counts) {
        List<Profile> wanted = new ArrayList<>();
        for (int i = counts.length - 1; i >= 0; i--) {
            wanted.addAll(Collections.nCopies((int) counts[i], profiles.get(i)));
        }
        List<Integer> starts = Layouts.place(model, wanted)
                .orElseThrow(() -> new IllegalStateException("a legal set of instances has no places"));
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            placements.add(new Placement(wanted.get(i), starts.get(i)));
        }
        placements.sort(Comparator.comparingInt(Placement::start));
        return new Layout(model, placements);
    }

    private int index(String name) {
        for (int i = 0; i < profiles.size(); i++) {
            if (profiles.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " is not counted on " + model.id());
    }

    private static Set<List<Integer>> shapes(GpuModel model, List<Profile> profiles) {
        Set<List<Integer>> shapes = new LinkedHashSet<>();
        for (Layout layout : Layouts.reachable(model, profiles)) {
            Map<String, Integer> counts = Layouts.counts(layout);
            shapes.add(profiles.stream()
                    .map(profile -> counts.getOrDefault(profile.name(), 0))
                    .toList());
        }
        return shapes;
    }

    private static List<long[]> undominated(Set<List<Integer>> shapes) {
        List<long[]> all = shapes.stream()
                .map(shape -> shape.stream().mapToLong(Integer::longValue).toArray())
                .toList();
        List<long[]> fullest = new ArrayList<>();
        for (long[] shape : all) {
            if (all.stream().noneMatch(other -> !Arrays.equals(other, shape) && covers(other, shape))) {
                fullest.add(shape);
            }
        }
        return fullest;
    }

    /** Whether one has as many of everything. */
    private static boolean covers(long[] more, long[] less) {
        for (int i = 0; i < less.length; i++) {
            if (more[i] < less[i]) {
                return false;
            }
        }
        return true;
    }

    private static PackingRow slices(GpuModel model, List<Profile> profiles) {
        List<Integer> weights = profiles.stream().map(Profile::computeSlices).toList();
        return new PackingRow(PackingRow.Kind.COMPUTE, profiles, weights, model.computeSlices());
    }

    private static PackingRow row(GpuModel model, List<Profile> profiles, long[] corner) {
        int capacity = Math.toIntExact(corner[corner.length - 1]);
        List<Integer> weights = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            weights.add(Math.toIntExact(corner[i]));
        }
        return new PackingRow(kind(model, profiles, weights, capacity), profiles, weights, capacity);
    }

    private static PackingRow.Kind kind(GpuModel model, List<Profile> profiles, List<Integer> weights, int capacity) {
        boolean compute = true;
        boolean memory = true;
        boolean one = capacity == 1;
        int smallest = -1;
        Integer units = model.placementUnits();
        for (int i = 0; i < profiles.size(); i++) {
            int weight = weights.get(i);
            compute &= weight * model.computeSlices() == profiles.get(i).computeSlices() * capacity;
            memory &= units != null && weight * units == size(profiles.get(i)) * capacity;
            one &= weight <= 1;
            smallest = smallest < 0 && weight > 0 ? i : smallest;
        }
        if (compute) {
            return PackingRow.Kind.COMPUTE;
        }
        if (memory) {
            return PackingRow.Kind.MEMORY;
        }
        if (one) {
            return PackingRow.Kind.ALONE;
        }
        PlacementRule rule = profiles.get(smallest).placement();
        boolean places =
                weights.get(smallest) == 1 && rule != null && rule.starts().size() == capacity;
        return places ? PackingRow.Kind.PLACES : PackingRow.Kind.MIXED;
    }

    private static int size(Profile profile) {
        PlacementRule rule = profile.placement();
        return rule == null ? 0 : rule.size();
    }
}
