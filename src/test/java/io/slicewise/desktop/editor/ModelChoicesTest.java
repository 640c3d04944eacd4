package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelChoicesTest {
    @Test
    void modelsThatHaveEveryProfileComeFirst() {
        Gpu gpu = Fleets.main().gpus().getFirst();
        List<String> fitting = ModelChoices.fitting(Fleets.CATALOGUE, List.of(gpu)).stream()
                .map(model -> model.id())
                .toList();
        assertTrue(fitting.contains("a100-80gb"), fitting::toString);
        assertFalse(fitting.contains("a30-24gb"), fitting::toString);
        assertFalse(fitting.contains("b200-180gb"), fitting::toString);
        assertEquals(
                List.of(),
                ModelChoices.fitting(Fleets.CATALOGUE, List.of(gpu.withInstances(List.of()))),
                "an empty GPU says nothing about its model");
    }
}
