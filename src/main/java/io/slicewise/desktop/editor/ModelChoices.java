package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.scenario.ModelChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of the catalogue, as people look for them. */
final class ModelChoices {
    private ModelChoices() {}

    /** The models that have every profile of these GPUs and a place for it: verified ones first, else in the catalogue's order. */
    static List<GpuModel> fitting(Catalogue catalogue, List<Gpu> gpus) {
        return gpus.stream().allMatch(gpu -> gpu.instances().isEmpty())
                ? List.of()
                : catalogue.models().stream()
                        .filter(model -> gpus.stream().allMatch(gpu -> fits(gpu, model)))
                        .sorted(Comparator.comparing(model -> !model.verified()))
                        .toList();
    }

    private static boolean fits(Gpu gpu, GpuModel model) {
        return ModelChange.of(gpu, model).isComplete()
                && gpu.instances().stream()
                        .allMatch(instance ->
                                model.profile(instance.profile().name()).isPresent());
    }

    /** By architecture, in the catalogue's order. */
    static Map<String, List<GpuModel>> byArchitecture(Catalogue catalogue) {
        Map<String, List<GpuModel>> groups = new LinkedHashMap<>();
        for (GpuModel model : catalogue.models()) {
            groups.computeIfAbsent(model.architecture(), _ -> new ArrayList<>()).add(model);
        }
        return groups;
    }
}
