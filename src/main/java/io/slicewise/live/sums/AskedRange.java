package io.slicewise.live.sums;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.live.http.LiveException;
import io.slicewise.planning.replay.Regrouped;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.replay.Replayed;
import io.slicewise.planning.replay.Replayed.MemoryRoom;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A range at a server, of which one knows who was there, and what it would have been in other layouts. What was asked once of a size
 * in another one is not asked again.
 *
 * <p>Instances that stay by themselves are asked of all that go from one size to the same other size together. Of several that are put
 * together the server adds up what they wanted, where each of those that are there has a reading: missing is not idle.
 */
public final class AskedRange {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    private final RangeNumbers numbers;
    private final Timeline instances;
    private final Map<InstanceRef, Told> told;
    private final Map<Sizes, Means> asked = new ConcurrentHashMap<>();

    /**
     * What is known of an instance.
     *
     * @param mean its mean reading
     * @param readings how many steps have one
     * @param memoryMib the most memory that it used; {@code NaN} where nobody reported it
     * @param first the first step that tells of it, in seconds since 1970 UTC
     */
    record Told(InstanceKey key, double mean, double readings, double memoryMib, double first) {}

    /** From so many slices to so many. */
    private record Sizes(int before, int after) {}

    /** Means over time in another size: the reading, how often all of it is wanted, slices that find no room. */
    private record Means(
            Map<InstanceKey, Double> after, Map<InstanceKey, Double> full, Map<InstanceKey, Double> lost) {}

    /** The same of one group. */
    private record Mean(double before, double after, double full, double lost, double readings) {}

    AskedRange(RangeNumbers numbers, Timeline instances, Map<InstanceRef, Told> told) {
        this.numbers = numbers;
        this.instances = instances;
        this.told = Map.copyOf(told);
    }

    /** The instances that are there at the end, on their GPUs, to make layouts of. It holds no reading. */
    public Timeline instances() {
        return instances;
    }

    /** Has the server replay the range in a layout of {@link #instances()}. */
    public AskedReplay replay(ReplayLayout layout, Cancel cancel) throws LiveException {
        long before = numbers.travelled().get();
        Map<Integer, Set<String>> profiles = profiles();
        List<AskedReplay.Row> rows = new ArrayList<>();
        for (Regrouped group : layout.groups()) {
            Mean mean = group.from().size() == 1 ? alone(group, profiles, cancel) : together(group, cancel);
            rows.add(row(group, mean));
        }
        boolean complete = told.values().stream()
                .allMatch(one -> one.readings() == numbers.grid().count());
        return new AskedReplay(
                layout,
                rows,
                instances.gpus().size(),
                complete ? recorded() : null,
                complete ? replayed(layout, instances, rows) : null,
                numbers.travelled().get() - before);
    }

    /** Figures are linear in each reading, so that of means they are the means. */
    private Averages recorded() {
        List<Gpu> gpus = new ArrayList<>();
        for (GpuTrack gpu : instances.gpus()) {
            gpus.add(gpu.gpu()
                    .withInstances(gpu.instances().stream()
                            .map(track ->
                                    track.instance().withUtilization(told(track).mean()))
                            .toList()));
        }
        return Figures.of(new Fleet(gpus), Weights.DEFAULT).total();
    }

    private static Averages replayed(ReplayLayout layout, Timeline instances, List<AskedReplay.Row> rows) {
        Map<String, List<Instance>> placed = new LinkedHashMap<>();
        for (AskedReplay.Row row : rows) {
            for (Regrouped.Slot slot : row.replayed().group().to()) {
                placed.computeIfAbsent(slot.gpu(), _ -> new ArrayList<>())
                        .add(slot.instance().withUtilization(row.meanAfter()));
            }
        }
        List<Gpu> gpus = Stream.concat(instances.gpus().stream(), layout.added().stream())
                .map(GpuTrack::gpu)
                .filter(gpu -> placed.containsKey(gpu.id()))
                .map(gpu -> gpu.withInstances(placed.getOrDefault(gpu.id(), List.of())))
                .toList();
        return Figures.of(new Fleet(gpus), Weights.DEFAULT).total();
    }

    private Told told(InstanceTrack track) {
        return Objects.requireNonNull(told.get(track.ref()));
    }

    /** By compute slices the profiles as printed that have so many. */
    private Map<Integer, Set<String>> profiles() {
        Map<Integer, Set<String>> profiles = new LinkedHashMap<>();
        instances.gpus().stream()
                .flatMap(gpu -> gpu.instances().stream())
                .forEach(track -> profiles.computeIfAbsent(
                                track.instance().profile().computeSlices(), _ -> new LinkedHashSet<>())
                        .add(told(track).key().profile()));
        return profiles;
    }

    private Mean alone(Regrouped group, Map<Integer, Set<String>> profiles, Cancel cancel) throws LiveException {
        Told one = told(group.from().getFirst());
        Sizes sizes = new Sizes(group.slicesBefore(), group.slicesAfter());
        Means means = asked.get(sizes);
        if (means == null) {
            String demand = "(" + numbers.reading(Objects.requireNonNull(profiles.get(sizes.before()))) + ") * "
                    + sizes.before();
            means = new Means(
                    numbers.over("avg_over_time(", after(demand, sizes.after()), cancel),
                    numbers.over("avg_over_time(", full(demand, sizes.after()), cancel),
                    numbers.over("avg_over_time(", lost(demand, sizes.after()), cancel));
            asked.put(sizes, means);
        }
        return new Mean(
                one.mean(),
                means.after().getOrDefault(one.key(), Double.NaN),
                means.full().getOrDefault(one.key(), Double.NaN),
                means.lost().getOrDefault(one.key(), 0.0),
                one.readings());
    }

    private Mean together(Regrouped group, Cancel cancel) throws LiveException {
        List<String> terms = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (InstanceTrack track : group.from()) {
            Told one = told(track);
            terms.add("(" + numbers.reading(one.key()) + ") * "
                    + track.instance().profile().computeSlices());
            there.add("(time() >= bool " + (long) Math.floor(one.first()) + ")");
        }
        String all = String.join(" or ", terms);
        String demand = "(sum(" + all + ") and (count(" + all + ") == " + String.join(" + ", there) + "))";
        int after = group.slicesAfter();
        double readings = numbers.one("count_over_time(", demand, cancel);
        return new Mean(
                numbers.one("avg_over_time(", demand, cancel) / group.slicesBefore(),
                numbers.one("avg_over_time(", after(demand, after), cancel),
                numbers.one("avg_over_time(", full(demand, after), cancel),
                Double.isNaN(readings) ? 0 : numbers.one("avg_over_time(", lost(demand, after), cancel),
                Double.isNaN(readings) ? 0 : readings);
    }

    private static String after(String demand, int slices) {
        return "clamp_max(" + demand + " / " + slices + ", 1)";
    }

    private static String full(String demand, int slices) {
        return demand + " >= bool " + slices;
    }

    private static String lost(String demand, int slices) {
        return "clamp_min(" + demand + " - " + slices + ", 0)";
    }

    private AskedReplay.Row row(Regrouped group, Mean mean) {
        double hours = mean.readings() * numbers.grid().step().toMillis() / HOUR;
        double wanted = hours == 0 ? 0 : mean.before() * group.slicesBefore() * hours;
        double usedMib = group.from().stream().map(this::told).collect(Collectors.summingDouble(Told::memoryMib));
        Replayed replayed =
                new Replayed(group, mean.full(), wanted, mean.lost() * hours, usedMib, MemoryRoom.of(group, usedMib));
        return new AskedReplay.Row(replayed, mean.before(), mean.after());
    }
}
