package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.mig.GpuModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCatalogueTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAFileThereIsWhatShips() {
        OwnCatalogue own = OwnCatalogue.load(new AppFolders(folder.resolve("not-there")));
        assertEquals(Fleets.CATALOGUE.models(), own.catalogue().models());
        assertEquals(List.of(), own.problems());
    }

    @Test
    void anOwnGpuIsAddedAndABrokenOneBesideItIsNamed() throws IOException {
        Files.writeString(folder.resolve("catalogue.json"), """
            {"formatVersion": 1, "gpus": [
              {"id": "lab-gpu", "name": "Lab GPU", "computeSlices": 3, "profiles": [{"name": "1g.8gb", "computeSlices": 1}]},
              {"id": "broken", "name": "Broken", "computeSlices": "three"}]}
            """);
        OwnCatalogue own = OwnCatalogue.load(new AppFolders(folder));
        GpuModel model = own.catalogue().byId("lab-gpu").orElseThrow();
        assertEquals(3, model.computeSlices());
        assertTrue(model.own());
        assertTrue(own.catalogue().byId("broken").isEmpty());
        assertEquals(
                folder.resolve("catalogue.json") + ": gpus[1].computeSlices",
                own.problems().getFirst().where().toString());
    }

    @Test
    void aFileThatCannotBeReadLeavesWhatShips() throws IOException {
        Files.createDirectory(folder.resolve("catalogue.json"));
        OwnCatalogue own = OwnCatalogue.load(new AppFolders(folder));
        assertEquals(Fleets.CATALOGUE.models(), own.catalogue().models());
        assertEquals(1, own.problems().size());
    }
}
