package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PresetsTest {
    private static Presets of(String model) {
        return Presets.of(Fleets.CATALOGUE.byId(model).orElseThrow());
    }

    private static Layout named(Presets presets, String key) {
        return presets.usual().stream()
                .filter(named -> named.name().key().equals(key))
                .findFirst()
                .orElseThrow()
                .layout();
    }

    @Test
    void theFourteenFullPartitionsOfAnA100StandThereOnceEach() {
        Presets presets = of("a100-80gb");
        Set<String> all = new HashSet<>();
        presets.maximal()
                .forEach(layout -> assertTrue(all.add(Presets.describe(layout)), () -> Presets.describe(layout)));
        assertEquals(14, all.size());
        assertTrue(all.containsAll(Set.of("7 × 1g.10gb", "2 × 3g.40gb", "7g.80gb")), "those with a name too");
    }

    @Test
    void theUsualOnesOfAnA100() {
        Presets presets = of("a100-80gb");
        assertEquals("7g.80gb", Presets.describe(named(presets, "editor.preset.whole")));
        assertEquals("3g.40gb + 2g.20gb + 2 × 1g.10gb", Presets.describe(named(presets, "editor.preset.balanced")));
        assertEquals(
                List.of("7 × 1g.10gb", "3 × 2g.20gb", "2 × 3g.40gb", "4g.40gb", "7g.80gb"),
                presets.usual().stream()
                        .limit(5)
                        .map(named -> Presets.describe(named.layout()))
                        .toList());
    }

    @Test
    void everyModelHasLegalPresets() {
        for (GpuModel model : Fleets.CATALOGUE.models()) {
            Presets presets = Presets.of(model);
            assertTrue(
                    presets.usual().stream()
                            .allMatch(n -> n.layout().conflicts().isEmpty()),
                    model::id);
            assertTrue(presets.maximal().stream().allMatch(l -> l.conflicts().isEmpty()), model::id);
        }
    }

    @Test
    void aPaletteTellsWhatFitsAndWhyNot() {
        PaletteModel palette = PaletteModel.of(Fleets.main().gpus().getFirst());
        Map<String, Boolean> fits = palette.usual().stream()
                .collect(Collectors.toMap(e -> e.profile().name(), PaletteModel.Entry::fits));
        assertEquals(
                Map.of(
                        "1g.10gb", true, "1g.20gb", true, "2g.20gb", true, "3g.40gb", false, "4g.40gb", false,
                        "7g.80gb", false),
                fits);
        assertEquals(
                List.of("1g.10gb+me"),
                palette.more().stream().map(e -> e.profile().name()).toList());
    }
}
