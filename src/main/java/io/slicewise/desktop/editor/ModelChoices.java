package io.slicewise.desktop.editor;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of the catalogue, as people look for them. */
final class ModelChoices {
    private ModelChoices() {}

    /** By architecture, in the catalogue's order. */
    static Map<String, List<GpuModel>> byArchitecture(Catalogue catalogue) {
        Map<String, List<GpuModel>> groups = new LinkedHashMap<>();
        for (GpuModel model : catalogue.models()) {
            groups.computeIfAbsent(model.architecture(), _ -> new ArrayList<>()).add(model);
        }
        return groups;
    }
}
