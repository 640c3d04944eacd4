package io.slicewise.exhibit;

import io.slicewise.fleet.Gpu;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.GpuWeight;
import io.slicewise.usage.Naming;
import io.slicewise.usage.WeightBasis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a compute slice counts where there are several models and each GPU counts as one: of an A100, an H100 and an A30
 * each GPU has 28 parts, a slice of the first two is 4 of them, of the A30 7.
 */
public final class PartsOfGpu {
    private PartsOfGpu() {}

    /** The sentence; nothing where a slice is a slice, and where a GPU counts otherwise. */
    public static Optional<Text> of(Figures figures) {
        boolean slices = figures.weights().basis() == WeightBasis.Hardware.SLICES;
        double all = figures.total().totalWeight() / figures.gpus().size();
        Map<String, Double> bySlice = new LinkedHashMap<>();
        for (Figures.GpuFigures one : figures.gpus()) {
            Gpu gpu = one.gpu();
            if (gpu.model() != null) {
                bySlice.put(Naming.modelName(gpu), all / gpu.model().computeSlices());
            }
        }
        if (!slices
                || !(figures.weights().gpus() instanceof GpuWeight.Equal)
                || bySlice.values().stream().distinct().count() < 2
                || !Double.isFinite(all)) {
            return Optional.empty();
        }
        List<Text> models = new ArrayList<>();
        bySlice.forEach(
                (model, parts) -> models.add(Text.of("exhibit.parts.slice", model, new Decimal(parts, Line.DECIMALS))));
        return Optional.of(Text.of("exhibit.parts", new Decimal(all, Line.DECIMALS), new Listing(models)));
    }
}
