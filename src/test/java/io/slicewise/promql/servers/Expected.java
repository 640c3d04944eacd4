package io.slicewise.promql.servers;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The product's own figures, keyed as a server keys them. */
final class Expected {
    private Expected() {}

    /** A figure of everything. */
    static Map<Map<String, String>, Double> ofFleet(Case one, QueryFigure figure) {
        double value = value(one.fleet(), one.weights(), figure);
        return Map.of(
                Map.of(),
                unprinted(one, figure).isEmpty()
                        ? value
                        : value + unprinted(one, figure).size());
    }

    /** Without a profile an instance is counted, and no more. */
    private static List<Snapshot.Unweighed> unprinted(Case one, QueryFigure figure) {
        return figure == QueryFigure.INSTANCES || figure == QueryFigure.UNWEIGHED ? one.unprinted() : List.of();
    }

    /** A figure of each group of GPUs. */
    static Map<Map<String, String>, Double> byGpus(
            Case one, QueryFigure figure, Function<Gpu, Map<String, String>> key) {
        Map<Map<String, String>, List<Gpu>> groups = new LinkedHashMap<>();
        for (Gpu gpu : one.fleet().gpus()) {
            Map<String, String> labels = new TreeMap<>(key.apply(gpu));
            labels.values().removeIf(String::isEmpty);
            groups.computeIfAbsent(labels, _ -> new ArrayList<>()).add(gpu);
        }
        Map<Map<String, String>, Double> values = new LinkedHashMap<>();
        groups.forEach((labels, gpus) -> values.put(labels, value(new Fleet(gpus), one.weights(), figure)));
        for (Snapshot.Unweighed more : unprinted(one, figure)) {
            Gpu gpu = one.fleet().gpu(more.gpu()).orElseThrow();
            values.merge(key.apply(gpu), 1.0, Double::sum);
        }
        return values;
    }

    /** A figure of each namespace: its part of the whole hardware, as of a selection in the window. */
    static Map<Map<String, String>, Double> byNamespace(Case one, QueryFigure figure) {
        Map<String, Set<InstanceRef>> groups = new LinkedHashMap<>();
        boolean all = figure == QueryFigure.INSTANCE_AVERAGE
                || figure == QueryFigure.INSTANCES
                || figure == QueryFigure.REPORTED;
        Fleet fleet = all || figure == QueryFigure.UNWEIGHED ? one.fleet() : known(one.fleet());
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                for (String owner : instance.owner().split(", ", -1)) {
                    String namespace = owner.substring(0, Math.max(0, owner.indexOf('/')));
                    groups.computeIfAbsent(namespace, _ -> new LinkedHashSet<>())
                            .add(new InstanceRef(gpu.id(), instance.id()));
                }
            }
        }
        Figures figures = Figures.of(fleet, all ? Weights.DEFAULT : one.weights());
        String label = one.names().label(Names.NAMESPACE);
        Map<Map<String, String>, Double> values = new LinkedHashMap<>();
        groups.forEach((namespace, instances) -> {
            double unknown = instances.stream()
                    .filter(ref -> fleet.gpu(ref.gpu()).orElseThrow().model() == null)
                    .count();
            values.put(
                    namespace.isEmpty() ? Map.of() : Map.of(label, namespace),
                    figure == QueryFigure.UNWEIGHED ? unknown : value(figures.of(instances), figure));
        });
        for (Snapshot.Unweighed more : unprinted(one, figure)) {
            values.merge(Map.of(label, more.owner().substring(0, more.owner().indexOf('/'))), 1.0, Double::sum);
        }
        return values;
    }

    private static double value(Fleet fleet, Weights weights, QueryFigure figure) {
        if (figure == QueryFigure.INSTANCE_AVERAGE
                || figure == QueryFigure.INSTANCES
                || figure == QueryFigure.REPORTED) {
            return value(Figures.of(fleet, Weights.DEFAULT).total(), figure);
        }
        Fleet known = known(fleet);
        if (figure == QueryFigure.UNWEIGHED) {
            return fleet.instanceCount() == 0 ? Double.NaN : fleet.instanceCount() - known.instanceCount();
        }
        return value(Figures.of(known, weights).total(), figure);
    }

    private static double value(Averages averages, QueryFigure figure) {
        return switch (figure) {
            case INSTANCE_AVERAGE -> averages.instanceAverage();
            case WEIGHTED_AVERAGE -> averages.weightedAverage();
            case WHOLE_GPU -> averages.wholeGpu();
            case ALLOCATED -> averages.allocatedShare();
            case GAP -> averages.gap();
            case INSTANCES -> averages.instances() == 0 ? Double.NaN : averages.instances();
            case REPORTED -> averages.reported() == 0 ? Double.NaN : averages.reported();
            case UNWEIGHED -> 0;
            case POWER -> Double.NaN;
        };
    }

    /** The GPUs whose model is known: the others have no weight, and a server leaves them out. */
    static Fleet known(Fleet fleet) {
        return new Fleet(
                fleet.gpus().stream().filter(gpu -> gpu.model() != null).toList());
    }

    /** The figures that the product computes itself. */
    static List<QueryFigure> figures() {
        return Arrays.stream(QueryFigure.values())
                .filter(figure -> figure != QueryFigure.POWER)
                .toList();
    }
}
