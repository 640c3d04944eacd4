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

    /** By compute slices the profiles as printed that have so many. */
    private final Map<Integer, Set<String>> profiles;

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
    private record Mean(double before, double after, double full, double lost, double readings) {
        /** Nobody reported anything. */
        static final Mean NONE = new Mean(Double.NaN, Double.NaN, Double.NaN, 0, 0);

        /** In a size that is no smaller all finds room, since a reading is at most all that there was. */
        static Mean withRoom(Regrouped group, double before, double full, double readings) {
            return new Mean(before, before * group.slicesBefore() / group.slicesAfter(), full, 0, readings);
        }
    }

    /** What became of a group, and its mean reading now. */
    private record Row(Replayed replayed, double mean) {}

    AskedRange(RangeNumbers numbers, Timeline instances, Map<InstanceRef, Told> told) {
        this.numbers = numbers;
        this.instances = instances;
        this.told = Map.copyOf(told);
        profiles = profiles();
    }

    /** The instances that are there at the end, on their GPUs, to make layouts of. It holds no reading. */
    public Timeline instances() {
        return instances;
    }

    /** Has the server replay the range in a layout of {@link #instances()}. */
    public AskedReplay replay(ReplayLayout layout, Cancel cancel) throws LiveException {
        long before = numbers.travelled().get();
        List<Row> rows = new ArrayList<>();
        for (Regrouped group : layout.groups()) {
            rows.add(row(group, group.from().size() == 1 ? alone(group, cancel) : together(group, cancel)));
        }
        boolean complete = told.values().stream()
                .allMatch(one -> one.readings() == numbers.grid().count());
        return new AskedReplay(
                layout,
                rows.stream().map(Row::replayed).toList(),
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

    private static Averages replayed(ReplayLayout layout, Timeline instances, List<Row> rows) {
        Map<String, List<Instance>> placed = new LinkedHashMap<>();
        for (Row row : rows) {
            for (Regrouped.Slot slot : row.replayed().group().to()) {
                placed.computeIfAbsent(slot.gpu(), _ -> new ArrayList<>())
                        .add(slot.instance().withUtilization(row.mean()));
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

    private Map<Integer, Set<String>> profiles() {
        Map<Integer, Set<String>> bySlices = new LinkedHashMap<>();
        instances.gpus().stream()
                .flatMap(gpu -> gpu.instances().stream())
                .forEach(track -> bySlices.computeIfAbsent(
                                track.instance().profile().computeSlices(), _ -> new LinkedHashSet<>())
                        .add(told(track).key().profile()));
        return bySlices;
    }

    private Mean alone(Regrouped group, Cancel cancel) throws LiveException {
        Told one = told(group.from().getFirst());
        if (one.readings() == 0) {
            return Mean.NONE;
        }
        Sizes sizes = new Sizes(group.slicesBefore(), group.slicesAfter());
        if (sizes.after() > sizes.before()) {
            return Mean.withRoom(group, one.mean(), 0, one.readings());
        }
        Means means = means(sizes, cancel);
        double full = means.full().getOrDefault(one.key(), Double.NaN);
        return sizes.after() == sizes.before()
                ? Mean.withRoom(group, one.mean(), full, one.readings())
                : new Mean(
                        one.mean(),
                        means.after().getOrDefault(one.key(), Double.NaN),
                        full,
                        means.lost().getOrDefault(one.key(), 0.0),
                        one.readings());
    }

    /** Of instances that stay as large as they are nothing is asked but how often they are full. */
    private Means means(Sizes sizes, Cancel cancel) throws LiveException {
        Means known = asked.get(sizes);
        if (known != null) {
            return known;
        }
        String demand =
                "(" + numbers.reading(Objects.requireNonNull(profiles.get(sizes.before()))) + ") * " + sizes.before();
        boolean same = sizes.after() == sizes.before();
        Means means = new Means(
                same ? Map.of() : numbers.over("avg_over_time(", after(demand, sizes.after()), cancel),
                numbers.over("avg_over_time(", full(demand, sizes.after()), cancel),
                same ? Map.of() : numbers.over("avg_over_time(", lost(demand, sizes.after()), cancel));
        asked.put(sizes, means);
        return means;
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
        if (Double.isNaN(readings)) {
            return Mean.NONE;
        }
        double before = numbers.one("avg_over_time(", demand, cancel) / group.slicesBefore();
        double full = after > group.slicesBefore() ? 0 : numbers.one("avg_over_time(", full(demand, after), cancel);
        return after >= group.slicesBefore()
                ? Mean.withRoom(group, before, full, readings)
                : new Mean(
                        before,
                        numbers.one("avg_over_time(", after(demand, after), cancel),
                        full,
                        numbers.one("avg_over_time(", lost(demand, after), cancel),
                        readings);
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

    private Row row(Regrouped group, Mean mean) {
        double hours = mean.readings() * numbers.grid().step().toMillis() / HOUR;
        double wanted = hours == 0 ? 0 : mean.before() * group.slicesBefore() * hours;
        double usedMib = group.from().stream().map(this::told).collect(Collectors.summingDouble(Told::memoryMib));
        Replayed replayed =
                new Replayed(group, mean.full(), wanted, mean.lost() * hours, usedMib, MemoryRoom.of(group, usedMib));
        return new Row(replayed, mean.after());
    }
}
