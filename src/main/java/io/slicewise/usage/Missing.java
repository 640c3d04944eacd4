package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.LeftOut.Unknown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which GPUs are in no weighted and no whole-GPU figure, why, and what the figures are of the others. */
final class Missing {
    /** More are counted, not named. */
    private static final int MOST_NAMED = 4;

    private static final String KEY = "usage.missing.";

    /** The end of the key where the figures are of the other GPUs. */
    static final String OTHERS = ".others";

    private Missing() {}

    /** The sentence; {@code null} where every GPU is in the figures. */
    static @Nullable Text of(Fleet fleet, Weights weights, Averages total, LeftOut left) {
        if (left.ids().isEmpty()) {
            return null;
        }
        Text why = left.unknown().isEmpty() ? overfull(left.overfull(), fleet) : unknown(left, fleet, weights);
        if (left.others() == 0 || Double.isNaN(total.wholeGpu())) {
            return why;
        }
        Text both = left.unknown().isEmpty() || left.overfull().isEmpty()
                ? why
                : Text.of(KEY + "and", why, overfull(left.overfull(), fleet));
        return Text.of(
                kind(left), both, left.others(), new Percent(total.weightedAverage()), new Percent(total.wholeGpu()));
    }

    /** A finding knows by its key what mends it. */
    private static String kind(LeftOut left) {
        if (left.unknown().isEmpty()) {
            return KEY + "overfull.others";
        }
        return KEY + (isModel(left) ? "model.others" : "weight.others");
    }

    private static boolean isModel(LeftOut left) {
        return left.unknown().stream().anyMatch(one -> one.gpu().model() == null);
    }

    private static Text overfull(List<Gpu> gpus, Fleet fleet) {
        Naming naming = Naming.of(fleet);
        if (gpus.size() == 1) {
            Gpu gpu = gpus.getFirst();
            GpuModel model = gpu.model();
            return Text.of(
                    KEY + "overfull.one",
                    naming.gpu(gpu),
                    gpu.allocatedSlices(),
                    model == null ? 0 : model.computeSlices());
        }
        List<String> named = gpus.stream().limit(MOST_NAMED).map(naming::gpu).toList();
        return Text.of(KEY + "overfull.many", gpus.size(), new Listing(named));
    }

    private static Text unknown(LeftOut left, Fleet fleet, Weights weights) {
        long models =
                left.unknown().stream().filter(one -> one.gpu().model() == null).count();
        if (models > 1) {
            return Text.of(KEY + "models", models, fleet.gpus().size());
        }
        Unknown first = left.unknown().stream()
                .filter(one -> one.gpu().model() == null)
                .findFirst()
                .orElse(left.unknown().getFirst());
        GpuModel model = first.gpu().model();
        if (model == null) {
            String printed = first.gpu().modelName();
            return Text.of(
                    KEY + (printed.isEmpty() ? "model.unnamed" : "model"),
                    Naming.of(fleet).gpu(first.gpu()),
                    printed);
        }
        Text basis = Text.of("usage.basis." + weights.basis().id());
        return first.instance() == null
                ? Text.of(KEY + "gpu", basis, model.name())
                : Text.of(KEY + "profile", basis, first.instance().profile().name(), model.name());
    }
}
