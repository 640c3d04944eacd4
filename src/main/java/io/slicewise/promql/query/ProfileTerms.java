package io.slicewise.promql.query;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What profiles weigh, as terms of a union.
 *
 * <p>Where all profiles with as many compute slices weigh the same, the number before the {@code g} decides, whatever
 * name the exporter builds: {@code 3g[.].*}. Where they do not (the memory of 1g.10gb and 1g.20gb), the names that mean
 * each profile stand there.
 */
final class ProfileTerms {
    /** Larger than the memory of any GPU in GB. */
    private static final int MOST_GIGABYTES = 400;

    private static final long LARGEST_SCALE = 1L << 20;

    private final Weights weights;
    private final boolean isUniform;
    private final double scale;

    ProfileTerms(Weights weights, Collection<GpuModel> models) {
        this.weights = weights;
        this.isUniform = models.size() <= 1;
        this.scale = isUniform ? 1 : scale(models, weights.basis());
    }

    /** What a whole GPU weighs: as {@code usage} has it, 1 times the scale unless the document says otherwise. */
    double capacity(GpuModel model) {
        double whole = weights.basis().gpu(model);
        return isUniform ? whole : weights.gpus().of(model) * scale;
    }

    /** The terms of a model, small weights first; none where no weight is known. */
    List<ModelClass.Term> of(GpuModel model) {
        double factor = isUniform
                ? 1
                : weights.gpus().of(model) * (scale / weights.basis().gpu(model));
        List<ModelClass.Term> terms = new ArrayList<>();
        bySlices(model).forEach((slices, profiles) -> {
            Map<Double, List<Profile>> byWeight = profiles.stream()
                    .filter(profile -> !Double.isNaN(weight(model, profile)))
                    .collect(Collectors.groupingBy(
                            profile -> weight(model, profile), TreeMap::new, Collectors.toList()));
            boolean alike =
                    byWeight.size() == 1 && byWeight.values().iterator().next().size() == profiles.size();
            byWeight.forEach((weight, ones) -> {
                String names = alike ? slices + "g[.].*" : names(model, slices, ones);
                if (!names.isEmpty() && !Double.isNaN(factor)) {
                    terms.add(new ModelClass.Term(weight * factor, names));
                }
            });
        });
        return terms;
    }

    /** Which profiles of a model have no weight; empty where all have. */
    Optional<Text> missing(GpuModel model) {
        List<String> without = plain(model).stream()
                .filter(profile -> Double.isNaN(weight(model, profile)))
                .map(Profile::name)
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of(
                        "promql.remark.noWeight",
                        model.name(),
                        new Listing(without),
                        Text.of("usage.basis." + weights.basis().id())));
    }

    private double weight(GpuModel model, Profile profile) {
        return weights.basis().instance(model, profile);
    }

    private static Map<Integer, List<Profile>> bySlices(GpuModel model) {
        return plain(model).stream()
                .collect(Collectors.groupingBy(Profile::computeSlices, TreeMap::new, Collectors.toList()));
    }

    /** Exporters print no suffix, so that what a suffix changes cannot be told. */
    private static List<Profile> plain(GpuModel model) {
        return model.profiles().stream().filter(Profile::isPlain).toList();
    }

    /** Every name that is read as one of these profiles. */
    private static String names(GpuModel model, int slices, List<Profile> profiles) {
        List<String> gigabytes = new ArrayList<>();
        for (int gb = 0; gb <= MOST_GIGABYTES; gb++) {
            Optional<Profile> read = model.printedProfile(slices + "g." + gb + "gb");
            if (read.isPresent() && profiles.contains(read.get())) {
                gigabytes.add(String.valueOf(gb));
            }
        }
        return gigabytes.isEmpty() ? "" : slices + "g[.](" + String.join("|", gigabytes) + ")gb";
    }

    /** The least common multiple of the GPUs' weights where they are whole numbers and it is not too large, else 1. */
    private static double scale(Collection<GpuModel> models, WeightBasis basis) {
        long multiple = 1;
        for (GpuModel model : models) {
            double whole = basis.gpu(model);
            if (Double.isNaN(whole)) {
                continue;
            }
            if (whole < 1 || whole != Math.rint(whole) || whole > LARGEST_SCALE) {
                return 1;
            }
            multiple = multiple / gcd(multiple, (long) whole) * (long) whole;
            if (multiple > LARGEST_SCALE) {
                return 1;
            }
        }
        return multiple;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
