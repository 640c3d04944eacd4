package io.slicewise.live.sums;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.LabelNames;
import io.slicewise.live.query.Selection;
import io.slicewise.live.query.Table;
import io.slicewise.live.range.Grid;
import io.slicewise.live.sums.AskedSizes.After;
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
 * Has a server work out right sizes: quantiles, maxima and, for the sizes that follow from them, what a replay comes to, each by a
 * subquery over the steps of a range. It is the same as what is worked out of the samples at those steps, but for one thing: a
 * server counts a step for each reading, where the last one before a silence holds a quarter of a step longer in ranges that
 * are read.
 *
 * @param summing whom, and what a person decided
 */
public record SizeAsking(Summing summing) {
    /** Readings within a tenth of one slice are near it. */
    private static final String NEAR = "0.9";

    private record Key(String host, String gpu, String instance, String model, String profile) {}

    /** What was asked of one server over one range. */
    private final class Asked {
        private final Grid grid;
        private final ShapeQueries queries;
        private final Cancel cancel;
        private long numbers;

        Asked(Grid grid, ShapeQueries queries, Cancel cancel) {
            this.grid = grid;
            this.queries = queries;
            this.cancel = cancel;
        }

        /** A function over the steps of the range: a number an instance. */
        Map<Key, Double> over(String function, String what) throws LiveException {
            long step = grid.step().toMillis();
            // half a step more than the range, so that its first step is in it however a server takes the bound
            long range = step * (grid.count() - 1) + step / 2;
            String query = function + "(" + what + ")[" + range + "ms:" + step + "ms])";
            Map<Key, Double> found = new LinkedHashMap<>();
            LabelNames labels = queries.labels();
            for (Table.Row row :
                    summing.queries().table(query, grid.to(), cancel).rows()) {
                numbers++;
                Key key = new Key(
                        row.label(labels.host()),
                        row.label(labels.uuid()),
                        row.label(labels.instance()),
                        row.label(labels.model()),
                        row.label(labels.profile()));
                found.put(key, row.last());
            }
            return found;
        }

        String reading() {
            return queries.reading(List.of(queries.isInstance()));
        }

        String reading(Set<String> profiles) {
            return queries.reading(List.of(
                    queries.isInstance(), queries.labels().profile() + "=~" + Selection.anyOf(List.copyOf(profiles))));
        }

        String memory() {
            return "max by (" + queries.labels().all() + ") (" + Selection.memory(List.of(queries.isInstance())) + ")";
        }
    }

    /** What was asked of each instance. */
    private record Numbers(
            Map<Key, Double> quantile,
            Map<Key, Double> highest,
            Map<Key, Double> near,
            Map<Key, Double> first,
            Map<Key, Double> last,
            Map<Key, Double> memory) {
        RecordedUse use(Key key, long stepMillis) {
            double seconds = last.getOrDefault(key, 0.0) - first.getOrDefault(key, 0.0);
            return new RecordedUse(
                    quantile.getOrDefault(key, Double.NaN),
                    highest.getOrDefault(key, Double.NaN),
                    near.getOrDefault(key, Double.NaN),
                    memory.getOrDefault(key, Double.NaN),
                    Math.round(1000 * seconds) + stepMillis);
        }

        /** When something first and last told of an instance. */
        Recorded ends(Key key, Instance instance) {
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
        Asked asked = new Asked(grid, new ShapeQueries(found.labels(), found.shapes(), found.percent()), cancel);
        String reading = asked.reading();
        String times = "(" + reading + ") * 0 + time()";
        Map<Key, Double> quantile = asked.over("quantile_over_time(" + rules.quantile() + ", ", reading);
        Map<Key, Double> last = asked.over("max_over_time(", times);
        Map<Key, Double> near = new LinkedHashMap<>();
        Map<Integer, Set<String>> bySlices = bySlices(quantile.keySet());
        for (Map.Entry<Integer, Set<String>> some : bySlices.entrySet()) {
            near.putAll(asked.over(
                    "avg_over_time(",
                    "(" + asked.reading(some.getValue()) + ") * " + some.getKey() + " >= bool " + NEAR));
        }
        Numbers numbers = new Numbers(
                quantile,
                asked.over("max_over_time(", reading),
                near,
                asked.over("min_over_time(", times),
                last,
                asked.over("max_over_time(", asked.memory()));
        SortedSet<String> unknown = new TreeSet<>();
        Map<Key, SizedInstance> sizes = sizes(numbers, grid, rules, unknown);
        List<AskedSizes.Row> rows = replayed(asked, sizes, bySlices);
        return new AskedSizes(rows, List.copyOf(unknown), asked.numbers);
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

    private Optional<Profile> profile(Key key) {
        return model(key).flatMap(model -> Shapes.profile(model, key.profile()));
    }

    private Optional<GpuModel> model(Key key) {
        return summing.options().model(key.model(), summing.catalogue());
    }

    private Map<Integer, Set<String>> bySlices(Set<Key> keys) {
        Map<Integer, Set<String>> bySlices = new LinkedHashMap<>();
        for (Key key : keys) {
            profile(key)
                    .ifPresent(profile -> bySlices.computeIfAbsent(profile.computeSlices(), _ -> new LinkedHashSet<>())
                            .add(key.profile()));
        }
        return bySlices;
    }

    private Map<Key, SizedInstance> sizes(Numbers numbers, Grid grid, SizeRules rules, SortedSet<String> unknown) {
        Map<Gpu, Map<Key, Instance>> gpus = new LinkedHashMap<>();
        for (Key key : numbers.quantile().keySet()) {
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
        Map<Key, SizedInstance> sizes = new LinkedHashMap<>();
        gpus.forEach((gpu, instances) -> {
            Timeline ends = ends(gpu, instances, numbers);
            instances.forEach((key, instance) -> {
                if (isThere(ends, instance)) {
                    RecordedUse use = numbers.use(key, grid.step().toMillis());
                    sizes.put(key, SizedInstance.of(gpu, instance, use, rules));
                }
            });
        });
        return sizes;
    }

    /** A GPU by the first and the last reading of each instance: enough to know which of them are there at the end. */
    private static Timeline ends(Gpu gpu, Map<Key, Instance> instances, Numbers numbers) {
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

    /** What the range would have been in the proposed sizes: of all instances of a size that go to the same one together. */
    private static List<AskedSizes.Row> replayed(
            Asked asked, Map<Key, SizedInstance> sizes, Map<Integer, Set<String>> bySlices) throws LiveException {
        Map<Key, Double> mean = asked.over("avg_over_time(", asked.reading());
        Map<Key, Double> count = asked.over("count_over_time(", asked.reading());
        Map<Key, After> after = new LinkedHashMap<>();
        for (Map.Entry<Integer, Set<String>> some : bySlices.entrySet()) {
            int before = some.getKey();
            Set<Integer> targets = new LinkedHashSet<>();
            sizes.values().stream()
                    .filter(one -> one.instance().profile().computeSlices() == before)
                    .forEach(one -> targets.add(one.proposed().computeSlices()));
            String demand = "(" + asked.reading(some.getValue()) + ") * " + before;
            for (int target : targets) {
                Map<Key, Double> means = asked.over("avg_over_time(", "clamp_max(" + demand + " / " + target + ", 1)");
                Map<Key, Double> full = asked.over("avg_over_time(", demand + " >= bool " + target);
                Map<Key, Double> lost = asked.over("avg_over_time(", "clamp_min(" + demand + " - " + target + ", 0)");
                sizes.forEach((key, one) -> {
                    if (one.instance().profile().computeSlices() == before
                            && one.proposed().computeSlices() == target) {
                        after.put(
                                key,
                                new After(
                                        means.getOrDefault(key, Double.NaN),
                                        full.getOrDefault(key, Double.NaN),
                                        lost.getOrDefault(key, 0.0)));
                    }
                });
            }
        }
        List<AskedSizes.Row> rows = new ArrayList<>();
        sizes.forEach((key, one) -> rows.add(AskedSizes.Row.of(
                one,
                mean.getOrDefault(key, Double.NaN),
                after.getOrDefault(key, new After(Double.NaN, Double.NaN, 0)),
                count.getOrDefault(key, 0.0),
                asked.grid.step().toMillis())));
        return rows;
    }
}
