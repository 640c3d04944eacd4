package io.slicewise.usage.survey;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Naming;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two fleets, before and after. GPUs are the same by their id, else by host and name where these
 * are theirs alone on both sides; instances of one GPU by their id.
 *
 * @param before the figures before
 * @param after the figures after, with the same weights
 * @param gpus every GPU of either, those of after in their order, then those that went
 */
public record Comparison(Figures before, Figures after, List<Change> gpus) {
    private static final Averages NOTHING = Averages.of(new double[0], new double[0], Double.NaN);

    public Comparison {
        gpus = List.copyOf(gpus);
    }

    /** What became of a GPU or an instance. */
    public enum Kind {
        /** It is new. */
        CAME,
        /** It is no more. */
        WENT,
        /** It is cut in another way. */
        CHANGED,
        /** It is cut as it was, and has another reading. */
        READING,
        /** Nothing changed. */
        SAME
    }

    /**
     * A GPU.
     *
     * @param kind what became of it
     * @param name what it is called in the fleet after, or before where it went
     * @param before the GPU before; {@code null} where it came
     * @param after the GPU after; {@code null} where it went
     * @param averagesBefore its figures; of no instances where it came
     * @param averagesAfter its figures; of no instances where it went
     * @param instances what became of its instances
     */
    public record Change(
            Kind kind,
            String name,
            @Nullable Gpu before,
            @Nullable Gpu after,
            Averages averagesBefore,
            Averages averagesAfter,
            List<InstanceChange> instances) {
        public Change {
            instances = List.copyOf(instances);
        }

        /** The GPU, as it is or as it was. */
        @SuppressWarnings("NullAway") // one of the two is there
        public Gpu gpu() {
            return after != null ? after : before;
        }

        /** How many instances became what. */
        public int count(Kind which) {
            return (int) instances.stream().filter(one -> one.kind() == which).count();
        }
    }

    /**
     * An instance.
     *
     * @param before the instance before; {@code null} where it came
     * @param after the instance after; {@code null} where it went
     */
    public record InstanceChange(
            Kind kind, @Nullable Instance before, @Nullable Instance after) {}

    /** Compares two fleets. */
    public static Comparison of(Fleet before, Fleet after, Weights weights) {
        Figures was = Figures.of(before, weights);
        Figures is = Figures.of(after, weights);
        Map<String, Averages> averagesWas = averages(was);
        Map<String, Gpu> pairs = pairs(before, after);
        Naming namesBefore = Naming.of(before);
        Naming namesAfter = Naming.of(after);
        List<Change> changes = new ArrayList<>();
        Map<String, Gpu> left = new LinkedHashMap<>();
        before.gpus().forEach(gpu -> left.put(gpu.id(), gpu));
        for (Figures.GpuFigures figures : is.gpus()) {
            Gpu old = pairs.get(figures.gpu().id());
            if (old != null) {
                left.remove(old.id());
            }
            changes.add(change(
                    namesAfter.gpu(figures.gpu()),
                    old,
                    figures.gpu(),
                    old == null ? NOTHING : averagesWas.getOrDefault(old.id(), NOTHING),
                    figures));
        }
        for (Gpu gone : left.values()) {
            List<InstanceChange> instances = gone.instances().stream()
                    .map(instance -> new InstanceChange(Kind.WENT, instance, null))
                    .toList();
            changes.add(new Change(
                    Kind.WENT,
                    namesBefore.gpu(gone),
                    gone,
                    null,
                    averagesWas.getOrDefault(gone.id(), NOTHING),
                    NOTHING,
                    instances));
        }
        return new Comparison(was, is, changes);
    }

    private static Map<String, Averages> averages(Figures figures) {
        Map<String, Averages> averages = new HashMap<>();
        figures.gpus().forEach(one -> averages.put(one.gpu().id(), one.averages()));
        return averages;
    }

    /** The GPU before, by the id of the GPU after that it became. */
    private static Map<String, Gpu> pairs(Fleet before, Fleet after) {
        Map<String, Gpu> byId = new HashMap<>();
        before.gpus().forEach(gpu -> byId.put(gpu.id(), gpu));
        Map<String, Gpu> pairs = new HashMap<>();
        for (Gpu gpu : after.gpus()) {
            Gpu same = byId.remove(gpu.id());
            if (same != null) {
                pairs.put(gpu.id(), same);
            }
        }
        Map<List<String>, List<Gpu>> named = named(List.copyOf(byId.values()));
        Map<List<String>, List<Gpu>> open = named(after.gpus().stream()
                .filter(gpu -> !pairs.containsKey(gpu.id()))
                .toList());
        open.forEach((name, gpus) -> {
            List<Gpu> same = named.getOrDefault(name, List.of());
            if (gpus.size() == 1 && same.size() == 1) {
                pairs.put(gpus.getFirst().id(), same.getFirst());
            }
        });
        return pairs;
    }

    private static Map<List<String>, List<Gpu>> named(List<Gpu> gpus) {
        Map<List<String>, List<Gpu>> byName = new HashMap<>();
        for (Gpu gpu : gpus) {
            byName.computeIfAbsent(List.of(gpu.host(), gpu.name()), _ -> new ArrayList<>())
                    .add(gpu);
        }
        return byName;
    }

    private static Change change(
            String name, @Nullable Gpu old, Gpu gpu, Averages averagesWas, Figures.GpuFigures figures) {
        List<InstanceChange> instances = new ArrayList<>();
        Map<String, Instance> left = new LinkedHashMap<>();
        if (old != null) {
            old.instances().forEach(instance -> left.put(instance.id(), instance));
        }
        for (Instance instance : gpu.instances()) {
            Instance was = left.remove(instance.id());
            instances.add(new InstanceChange(kind(was, instance), was, instance));
        }
        left.values().forEach(gone -> instances.add(new InstanceChange(Kind.WENT, gone, null)));
        return new Change(kind(old, gpu, instances), name, old, gpu, averagesWas, figures.averages(), instances);
    }

    private static Kind kind(@Nullable Instance was, Instance is) {
        if (was == null) {
            return Kind.CAME;
        }
        if (!was.profile().name().equals(is.profile().name())) {
            return Kind.CHANGED;
        }
        return Double.compare(was.utilization(), is.utilization()) == 0 ? Kind.SAME : Kind.READING;
    }

    private static Kind kind(@Nullable Gpu old, Gpu gpu, List<InstanceChange> instances) {
        if (old == null) {
            return Kind.CAME;
        }
        boolean sameModel = Attribute.modelName(old).equals(Attribute.modelName(gpu));
        boolean sameCut = instances.stream().allMatch(one -> one.kind() == Kind.SAME || one.kind() == Kind.READING);
        if (!sameModel || !sameCut) {
            return Kind.CHANGED;
        }
        return instances.stream().allMatch(one -> one.kind() == Kind.SAME) ? Kind.SAME : Kind.READING;
    }

    /** How many GPUs became what. */
    public int count(Kind which) {
        return (int) gpus.stream().filter(one -> one.kind() == which).count();
    }

    /** How many instances became what. */
    public int countInstances(Kind which) {
        return gpus.stream().mapToInt(one -> one.count(which)).sum();
    }
}
