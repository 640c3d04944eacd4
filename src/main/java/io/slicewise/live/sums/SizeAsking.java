package io.slicewise.live.sums;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.range.Grid;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.size.RecordedUse;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.usage.timeline.Recording;
import io.slicewise.usage.timeline.Recording.Recorded;
import io.slicewise.usage.timeline.SamplesBuilder;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Has a server work out right sizes: quantiles, maxima and means, each by a subquery over the steps of a range; what a replay in a
 * layout comes to is asked of the {@link AskedRange} that follows. It is the same as what is worked out of the samples at those steps, but for one thing: a
 * server counts a step for each reading, where the last one before a silence holds a quarter of a step longer in ranges that
 * are read.
 *
 * @param summing whom, and what a person decided
 */
public record SizeAsking(Summing summing) {
    /** Readings within a tenth of one slice are near it. */
    private static final String NEAR = "0.9";

    /** What was asked of each instance. */
    private record Numbers(
            Map<InstanceKey, Double> quantile,
            Map<InstanceKey, Double> highest,
            Map<InstanceKey, Double> near,
            Map<InstanceKey, Double> first,
            Map<InstanceKey, Double> last,
            Map<InstanceKey, Double> memory,
            Map<InstanceKey, Double> mean,
            Map<InstanceKey, Double> count) {
        RecordedUse use(InstanceKey key, long stepMillis) {
            double seconds = last.getOrDefault(key, 0.0) - first.getOrDefault(key, 0.0);
            return new RecordedUse(
                    quantile.getOrDefault(key, Double.NaN),
                    highest.getOrDefault(key, Double.NaN),
                    near.getOrDefault(key, Double.NaN),
                    memory.getOrDefault(key, Double.NaN),
                    Math.round(1000 * seconds) + stepMillis);
        }

        AskedRange.Told told(InstanceKey key) {
            return new AskedRange.Told(
                    key,
                    mean.getOrDefault(key, Double.NaN),
                    count.getOrDefault(key, 0.0),
                    memory.getOrDefault(key, Double.NaN),
                    first.getOrDefault(key, 0.0));
        }

        /** When something first and last told of an instance. */
        Recorded ends(InstanceKey key, Instance instance) {
            SamplesBuilder samples = new SamplesBuilder();
            long from = Math.round(1000 * first.getOrDefault(key, 0.0));
            long to = Math.round(1000 * last.getOrDefault(key, 0.0));
            samples.add(from, 0);
            if (to > from) {
                samples.add(to, 0);
            }
            return Recorded.of(instance, samples.build());
        }
    }

    /**
     * The sizes over a range.
     *
     * @param wanted its times; they are moved to multiples of their step, at which servers evaluate
     */
    public AskedSizes over(Grid wanted, SizeRules rules, Cancel cancel) throws LiveException {
        Grid grid = aligned(wanted);
        Summing.Found found = summing.found(List.of(grid.to(), grid.at(grid.count() / 2), grid.from()), cancel);
        RangeNumbers asked = new RangeNumbers(
                summing.queries(), grid, new ShapeQueries(found.labels(), found.shapes(), found.percent()));
        String reading = asked.reading();
        String times = "(" + reading + ") * 0 + time()";
        Map<InstanceKey, Double> quantile =
                asked.over("quantile_over_time(" + rules.quantile() + ", ", reading, cancel);
        Map<InstanceKey, Double> last = asked.over("max_over_time(", times, cancel);
        Map<InstanceKey, Double> near = new LinkedHashMap<>();
        for (Map.Entry<Integer, Set<String>> some : bySlices(quantile.keySet()).entrySet()) {
            near.putAll(asked.over(
                    "avg_over_time(",
                    "(" + asked.reading(some.getValue()) + ") * " + some.getKey() + " >= bool " + NEAR,
                    cancel));
        }
        Numbers numbers = new Numbers(
                quantile,
                asked.over("max_over_time(", reading, cancel),
                near,
                asked.over("min_over_time(", times, cancel),
                last,
                asked.over("max_over_time(", asked.memory(), cancel),
                asked.over("avg_over_time(", reading, cancel),
                asked.over("count_over_time(", reading, cancel));
        return sizes(asked, numbers, rules);
    }

    /** The times, moved to multiples of their step. */
    public static Grid aligned(Grid grid) {
        long step = grid.step().toMillis();
        long first = Math.ceilDiv(grid.from().toEpochMilli(), step) * step;
        return Grid.of(
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(Math.max(first, grid.to().toEpochMilli())),
                grid.step());
    }

    private Optional<Profile> profile(InstanceKey key) {
        return model(key).flatMap(model -> Shapes.profile(model, key.profile()));
    }

    private Optional<GpuModel> model(InstanceKey key) {
        return summing.options().model(key.model(), summing.catalogue());
    }

    private Map<Integer, Set<String>> bySlices(Set<InstanceKey> keys) {
        Map<Integer, Set<String>> bySlices = new LinkedHashMap<>();
        for (InstanceKey key : keys) {
            profile(key)
                    .ifPresent(profile -> bySlices.computeIfAbsent(profile.computeSlices(), _ -> new LinkedHashSet<>())
                            .add(key.profile()));
        }
        return bySlices;
    }

    private AskedSizes sizes(RangeNumbers asked, Numbers numbers, SizeRules rules) {
        SortedSet<String> unknown = new TreeSet<>();
        Map<Gpu, Map<InstanceKey, Instance>> gpus = new LinkedHashMap<>();
        for (InstanceKey key : numbers.quantile().keySet()) {
            Optional<GpuModel> model = model(key);
            Optional<Profile> profile = profile(key);
            if (model.isEmpty()) {
                unknown.add(key.model());
            } else if (profile.isPresent()) {
                Gpu gpu = new Gpu(key.gpu(), key.gpu(), key.host(), model.get(), key.model(), List.of());
                gpus.computeIfAbsent(gpu, _ -> new LinkedHashMap<>())
                        .put(key, Instance.of(key.instance(), profile.get(), Placement.UNKNOWN, Instance.NO_READING));
            }
        }
        List<SizedInstance> sizes = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        Map<InstanceRef, AskedRange.Told> told = new LinkedHashMap<>();
        gpus.forEach((gpu, instances) -> {
            Timeline ends = ends(gpu, instances, numbers);
            List<Recorded> there = new ArrayList<>();
            instances.forEach((key, instance) -> {
                if (isThere(ends, instance)) {
                    RecordedUse use = numbers.use(key, asked.grid().step().toMillis());
                    sizes.add(SizedInstance.of(gpu, instance, use, rules));
                    there.add(numbers.ends(key, instance));
                    told.put(new InstanceRef(gpu.id(), instance.id()), numbers.told(key));
                }
            });
            recordings.add(new Recording(gpu, there));
        });
        AskedRange range = new AskedRange(asked, Timeline.of(recordings), told);
        return new AskedSizes(
                sizes, range, List.copyOf(unknown), asked.travelled().get());
    }

    /** A GPU by the first and the last reading of each instance: enough to know which of them are there at the end. */
    private static Timeline ends(Gpu gpu, Map<InstanceKey, Instance> instances, Numbers numbers) {
        List<Recorded> recorded = new ArrayList<>();
        instances.forEach((key, instance) -> recorded.add(numbers.ends(key, instance)));
        return Timeline.of(List.of(new Recording(gpu, recorded)));
    }

    /** Whether an instance is there at the end, silent or not. */
    private static boolean isThere(Timeline ends, Instance instance) {
        return ends.gpus().stream()
                .flatMap(gpu -> gpu.instances().stream())
                .anyMatch(track -> track.instance().equals(instance) && track.existsAt(ends.end() - 1));
    }
}
