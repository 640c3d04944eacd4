package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.ProfileListing;
import io.slicewise.snapshot.OpenQuestion;
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

    private static ProfileListing listing() throws IOException {
        Path paste = Path.of("src/test/resources/io/slicewise/snapshot/smi/profiles-new.txt");
        Opened opened = new Opener(Fleets.CATALOGUE).open(paste);
        return ((OpenQuestion.NameGpu) opened.questions().getFirst()).listing();
    }

    @Test
    void aListedGpuIsAddedAsItIsListed() throws IOException {
        AppFolders folders = new AppFolders(folder.resolve("new"));
        OwnCatalogue.Added added = OwnCatalogue.add(folders, listing(), " Lab GPU ");
        assertEquals(List.of(), added.problems());
        assertEquals(listing().model("lab-gpu", "Lab GPU"), added.model());
        assertEquals(
                added.model(),
                OwnCatalogue.load(folders).catalogue().byModelName("lab gpu").orElseThrow());
        OwnCatalogue.add(folders, listing(), "Lab GPU");
        assertEquals(
                Fleets.CATALOGUE.models().size() + 1,
                OwnCatalogue.load(folders).catalogue().models().size());
    }

    @Test
    void addingKeepsWhatStandsInTheFileAndNeverReplacesWhatShips() throws IOException {
        Files.writeString(folder.resolve("catalogue.json"), """
            {"formatVersion": 1, "comment": "ours", "gpus": [
              {"id": "lab-gpu", "name": "Lab GPU", "computeSlices": 3, "profiles": [{"name": "1g.8gb", "computeSlices": 1}]},
              {"id": "broken", "name": "Broken", "computeSlices": "three"}]}
            """);
        AppFolders folders = new AppFolders(folder);
        GpuModel model = OwnCatalogue.add(folders, listing(), "A100 80GB").model();
        assertEquals("own-a100-80gb", model.id());
        String text = Files.readString(folder.resolve("catalogue.json"));
        assertTrue(text.contains("ours") && text.contains("lab-gpu") && text.contains("three"), text);
        assertEquals(
                Fleets.CATALOGUE.byId("a100-80gb"),
                OwnCatalogue.load(folders).catalogue().byId("a100-80gb"));
    }

    @Test
    void aFileThatIsNoCatalogueIsLeftAsItIs() throws IOException {
        for (String text : List.of("[]", "{\"gpus\":7}", "{")) {
            Path file = Files.writeString(folder.resolve("catalogue.json"), text);
            OwnCatalogue.Added added = OwnCatalogue.add(new AppFolders(folder), listing(), "Lab GPU");
            assertNull(added.model(), text);
            assertEquals(1, added.problems().size(), text);
            assertEquals(text, Files.readString(file));
        }
    }

    @Test
    void aFileThatCannotBeReadLeavesWhatShips() throws IOException {
        Files.createDirectory(folder.resolve("catalogue.json"));
        OwnCatalogue own = OwnCatalogue.load(new AppFolders(folder));
        assertEquals(Fleets.CATALOGUE.models(), own.catalogue().models());
        assertEquals(1, own.problems().size());
    }
}
