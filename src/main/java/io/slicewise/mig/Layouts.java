package io.slicewise.mig;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Enumerates the layouts of a model and places multisets of profiles. */
public final class Layouts {
    private Layouts() {}

    /**
     * Every legal set of placements of these profiles, the empty one included: 298 on an A100 with its five base
     * profiles. Empty where the model's placements are not known.
     */
    public static List<Layout> reachable(GpuModel model, List<Profile> profiles) {
        List<Layout> layouts = new ArrayList<>();
        if (model.hasPlacements()) {
            new FreeSpace(model, List.of(), profiles)
                    .each(List.of(), model.computeSlices(), placed -> layouts.add(new Layout(model, placed)));
        }
        return layouts;
    }

    /** The legal layouts to which none of these profiles can be added: 19 on an A100 with its five base profiles. */
    public static List<Layout> maximal(GpuModel model, List<Profile> profiles) {
        return reachable(model, profiles).stream()
                .filter(layout -> profiles.stream().noneMatch(profile -> layout.fit(profile) instanceof Fit.Fits))
                .toList();
    }

    /**
     * One layout for each multiset of profiles among those given, the one first that strands the least; in the order of
     * the largest profile, then of the number of instances.
     */
    public static List<Layout> distinct(List<Layout> layouts) {
        Map<Map<String, Integer>, Layout> byMultiset = new LinkedHashMap<>();
        for (Layout layout : layouts) {
            byMultiset.merge(counts(layout), layout, (a, b) -> a.strandedSlices() <= b.strandedSlices() ? a : b);
        }
        return byMultiset.values().stream()
                .sorted(Comparator.comparingInt(Layouts::largest)
                        .reversed()
                        .thenComparingInt(layout -> layout.placements().size()))
                .toList();
    }

    private static int largest(Layout layout) {
        return layout.placements().stream()
                .mapToInt(p -> p.profile().computeSlices())
                .max()
                .orElse(0);
    }

    /** Profiles in words, each once with how many there are of it: {@code 3g.40gb + 2 × 1g.10gb}, in the order given. */
    public static String describe(List<Profile> profiles) {
        return describe(profiles.stream().map(Profile::name));
    }

    /** The same of profiles by what they are called. */
    public static String describe(Stream<String> profiles) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        profiles.forEach(profile -> counts.merge(profile, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " × " + e.getKey())
                .collect(Collectors.joining(" + "));
    }

    /** How many instances of each profile a layout has, by name. */
    public static Map<String, Integer> counts(Layout layout) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Placement placement : layout.placements()) {
            counts.merge(placement.profile().name(), 1, Integer::sum);
        }
        return counts;
    }

    /**
     * Places a multiset of profiles: the starts in the order of the profiles, large ones placed first, each where it
     * keeps the most options open, another start tried where that leaves no room for the rest.
     *
     * @return empty where they cannot stand together; {@link Placement#UNKNOWN} for each where placements are not known
     */
    public static Optional<List<Integer>> place(GpuModel model, List<Profile> profiles) {
        return place(Layout.empty(model), profiles);
    }

    /** As {@link #place(GpuModel, List)}, beside what is there already. */
    public static Optional<List<Integer>> place(Layout layout, List<Profile> profiles) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            order.add(i);
        }
        order.sort((one, other) -> Integer.compare(size(profiles.get(other)), size(profiles.get(one))));
        Integer[] starts = new Integer[profiles.size()];
        return place(layout, profiles, order, 0, starts) ? Optional.of(List.of(starts)) : Optional.empty();
    }

    private static boolean place(
            Layout layout, List<Profile> profiles, List<Integer> order, int next, Integer[] starts) {
        if (next == order.size()) {
            return true;
        }
        int index = order.get(next);
        if (!(layout.fit(profiles.get(index)) instanceof Fit.Fits fits)) {
            return false;
        }
        for (int start : fits.starts()) {
            starts[index] = start;
            Layout more = layout.plus(new Placement(profiles.get(index), start));
            if (place(more, profiles, order, next + 1, starts)) {
                return true;
            }
        }
        return false;
    }

    private static int size(Profile profile) {
        PlacementRule rule = profile.placement();
        return rule == null ? profile.computeSlices() : rule.size();
    }
}
