package io.slicewise.live.sums;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The models and profiles that a server has, with what they weigh.
 *
 * @param weighed those whose weight is known
 * @param unweighed those whose weight is not known
 * @param hardware by the printed name of a model what one GPU of it weighs
 */
public record Shapes(List<Shape> weighed, List<Shape> unweighed, Map<String, Double> hardware) {
    private static final Pattern SLICES = Pattern.compile("(?:mig[ -])?(?:\\d+c\\.)?(([1-9]\\d?)g.*)");

    public Shapes {
        weighed = List.copyOf(weighed);
        unweighed = List.copyOf(unweighed);
        hardware = Map.copyOf(hardware);
    }

    /**
     * A model and a profile of it, as printed.
     *
     * @param modelName empty where none is printed
     * @param profile empty where none is printed
     */
    public record Printed(String modelName, String profile) {}

    /**
     * What an instance of a model and profile weighs.
     *
     * @param printed the names in the labels
     * @param weight in the same unit as the hardware; NaN where it is not known
     */
    public record Shape(Printed printed, double weight) {}

    /**
     * Looks up what is there.
     *
     * @param printed what the labels say
     * @param options models that a person chose
     * @param weights what counts how much
     */
    public static Shapes of(
            Collection<Printed> printed, Catalogue catalogue, SnapshotOptions options, Weights weights) {
        Map<String, Optional<GpuModel>> models = new LinkedHashMap<>();
        for (Printed one : printed) {
            models.computeIfAbsent(one.modelName(), name -> options.model(name, catalogue));
        }
        // over one model nothing is scaled, so that slices stay whole numbers
        boolean uniform = models.values().stream().distinct().count() <= 1;
        List<Shape> weighed = new ArrayList<>();
        List<Shape> unweighed = new ArrayList<>();
        Map<String, Double> hardware = new LinkedHashMap<>();
        for (Printed one : printed) {
            GpuModel model =
                    models.getOrDefault(one.modelName(), Optional.empty()).orElse(null);
            double whole = weights.basis().gpu(model);
            double gpu = uniform ? whole : weights.gpus().of(model);
            double weight = model == null
                    ? Double.NaN
                    : profile(model, one.profile())
                            .map(profile -> weights.basis().instance(model, profile) * (uniform ? 1 : gpu / whole))
                            .orElse(Double.NaN);
            boolean known = !Double.isNaN(weight) && !Double.isNaN(gpu);
            (known ? weighed : unweighed).add(new Shape(one, weight));
            if (known) {
                hardware.put(one.modelName(), gpu);
            }
        }
        return new Shapes(weighed, unweighed, hardware);
    }

    /** The profile that is printed so; empty where it is none. */
    static Optional<Profile> profile(GpuModel model, String printed) {
        Matcher matcher = SLICES.matcher(printed.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        return model.printedProfile(name)
                .or(() -> Optional.of(Profile.observed(name, Integer.parseInt(matcher.group(2)))));
    }

    /**
     * Looks up what is there, and what may be there besides. What may be there and has a weight that is not known is left
     * out, since it may not exist.
     */
    public static Shapes of(
            Collection<Printed> seen,
            Collection<Printed> possible,
            Catalogue catalogue,
            SnapshotOptions options,
            Weights weights) {
        Set<Printed> known = new LinkedHashSet<>(seen);
        possible.stream()
                .filter(one -> !Double.isNaN(
                        of(List.of(one), catalogue, options, weights).weight()))
                .forEach(known::add);
        return of(known, catalogue, options, weights);
    }

    /** The weight of the only shape; NaN where it is not known. */
    private double weight() {
        return weighed.isEmpty() ? Double.NaN : weighed.getFirst().weight();
    }

    /** The models that are not known, as printed. */
    public SortedSet<String> unknownModels() {
        SortedSet<String> names = new TreeSet<>();
        unweighed.forEach(shape -> names.add(shape.printed().modelName()));
        return names;
    }
}
