package io.slicewise.promql.query;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the hardware at hand weighs.
 *
 * @param classes models that weigh alike, together
 * @param weights on what basis
 * @param remarks what to know before using it: models without a known name, profiles without a weight
 */
public record Hardware(List<ModelClass> classes, Weights weights, List<Text> remarks) {
    public Hardware {
        classes = List.copyOf(classes);
        remarks = List.copyOf(remarks);
    }

    /** The models of a fleet, by the names that its exporters printed and those that the catalogue knows. */
    public static Hardware of(Fleet fleet, Weights weights) {
        Map<GpuModel, Set<String>> names = new LinkedHashMap<>();
        List<Text> remarks = new ArrayList<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (Gpu gpu : fleet.gpus()) {
            GpuModel model = gpu.model();
            if (model == null) {
                unknown.add(gpu.modelName().isEmpty() ? gpu.name() : gpu.modelName());
                continue;
            }
            Set<String> printed = names.computeIfAbsent(model, m -> new LinkedHashSet<>(m.modelNames()));
            if (!gpu.modelName().isEmpty()) {
                printed.add(gpu.modelName());
            }
        }
        if (!unknown.isEmpty()) {
            remarks.add(Text.of("promql.remark.unknownModel", new Listing(List.copyOf(unknown))));
        }
        names.forEach((model, printed) -> {
            if (printed.isEmpty()) {
                printed.add(model.name());
                remarks.add(Text.of("promql.remark.guessedName", model.name()));
            }
        });
        return of(names, weights, remarks);
    }

    /**
     * Every model whose printed name the catalogue knows, without those that share their computer's memory: no exporter of
     * a data centre serves them, and each model makes the queries longer.
     */
    public static Hardware any(Catalogue catalogue, Weights weights) {
        Map<GpuModel, Set<String>> names = new LinkedHashMap<>();
        for (GpuModel model : catalogue.models()) {
            if (!model.modelNames().isEmpty() && model.memoryGb() != null) {
                names.put(model, new LinkedHashSet<>(model.modelNames()));
            }
        }
        return of(names, weights, new ArrayList<>());
    }

    private static Hardware of(Map<GpuModel, Set<String>> names, Weights weights, List<Text> remarks) {
        ProfileTerms profiles = new ProfileTerms(weights, names.keySet());
        Map<List<Object>, List<String>> alike = new LinkedHashMap<>();
        for (Map.Entry<GpuModel, Set<String>> entry : names.entrySet()) {
            GpuModel model = entry.getKey();
            List<ModelClass.Term> terms = profiles.of(model);
            double capacity = profiles.capacity(model);
            profiles.missing(model).ifPresent(remarks::add);
            if (!terms.isEmpty() && !Double.isNaN(capacity)) {
                alike.computeIfAbsent(List.of(terms, capacity), _ -> new ArrayList<>())
                        .addAll(entry.getValue());
            }
        }
        List<ModelClass> classes = new ArrayList<>();
        alike.forEach((key, printed) ->
                classes.add(new ModelClass(printed.stream().distinct().toList(), terms(key), (Double) key.getLast())));
        return new Hardware(classes, weights, remarks);
    }

    /** Only the models whose printed name fits, with weights as small as whole numbers can be. */
    public Hardware only(Predicate<String> name) {
        List<ModelClass> fitting = classes.stream()
                .map(alike ->
                        new ModelClass(alike.printed().stream().filter(name).toList(), alike.terms(), alike.capacity()))
                .filter(alike -> !alike.printed().isEmpty())
                .toList();
        double common = fitting.stream().flatMap(Hardware::weights).reduce(0.0, Hardware::gcd);
        return new Hardware(
                common > 1
                        ? fitting.stream().map(alike -> divided(alike, common)).toList()
                        : fitting,
                weights,
                List.of());
    }

    private static Stream<Double> weights(ModelClass alike) {
        return Stream.concat(Stream.of(alike.capacity()), alike.terms().stream().map(ModelClass.Term::weight));
    }

    private static ModelClass divided(ModelClass alike, double by) {
        List<ModelClass.Term> terms = alike.terms().stream()
                .map(term -> new ModelClass.Term(term.weight() / by, term.profiles()))
                .toList();
        return new ModelClass(alike.printed(), terms, alike.capacity() / by);
    }

    /** Of whole numbers; 1 where one is none. */
    private static double gcd(double a, double b) {
        if (a != Math.rint(a) || b != Math.rint(b)) {
            return 1;
        }
        return b == 0 ? a : gcd(b, a % b);
    }

    private static List<ModelClass.Term> terms(List<Object> key) {
        return ((List<?>) key.getFirst())
                .stream().map(ModelClass.Term.class::cast).toList();
    }

    /** Whether nothing of it can be weighed: then there is no query but the plain average. */
    public boolean isEmpty() {
        return classes.isEmpty();
    }
}
