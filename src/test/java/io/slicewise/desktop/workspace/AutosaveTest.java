package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {
    /** No process has this id: Linux ends at 2^22, Windows counts in fours. */
    private static final long DEAD = (1L << 31) - 3;

    private static final Scenario SCENARIO = Scenario.empty("work").withFleet(Fleets.main());

    @TempDir
    Path folder;

    @Test
    void offersWhatADeadProcessLeft() throws IOException {
        Labels.Builder labels = new Labels.Builder();
        Gpu gpu = SCENARIO.fleet().gpus().getFirst();
        labels.put(new InstanceRef(gpu.id(), gpu.instances().getFirst().id()), Map.of("pod", "rank-0"));
        Autosave.Left work = new Autosave.Left(
                "k1",
                DocumentContent.measured(SCENARIO, Snapshots.of(Fleets.scenario1(), labels.build(), List.of()))
                        .with(SCENARIO),
                Path.of("/x/a.slicewise.json"),
                0);
        new Autosave(folder, DEAD).keep(work);
        Autosave next = new Autosave(folder, ProcessHandle.current().pid());
        assertEquals(List.of(work), next.leftBehind(Fleets.CATALOGUE));
        next.forget("k1");
        assertEquals(List.of(), next.leftBehind(Fleets.CATALOGUE));
    }

    @Test
    void keepsTheLastState() throws IOException {
        Autosave autosave = new Autosave(folder, DEAD);
        autosave.keep(new Autosave.Left("k", DocumentContent.planned(SCENARIO), null));
        Scenario later = SCENARIO.withFleet(Fleets.scenario1());
        autosave.keep(new Autosave.Left("k", DocumentContent.planned(later), null));
        assertEquals(
                later,
                autosave.leftBehind(Fleets.CATALOGUE).getFirst().content().scenario());
    }

    @Test
    void tabsComeBackInTheirOrder() throws IOException {
        Autosave autosave = new Autosave(folder, DEAD);
        for (String key : List.of("c", "a", "d", "b")) {
            int place = List.of("d", "c", "b", "a").indexOf(key);
            autosave.keep(new Autosave.Left(key, DocumentContent.planned(SCENARIO), null, place));
        }
        assertEquals(
                List.of("d", "c", "b", "a"),
                autosave.leftBehind(Fleets.CATALOGUE).stream()
                        .map(Autosave.Left::key)
                        .toList());
    }

    @Test
    void leavesTheWorkOfALivingProcessAlone() throws IOException {
        new Autosave(folder, ProcessHandle.current().pid())
                .keep(new Autosave.Left("k", DocumentContent.planned(SCENARIO), null));
        assertEquals(List.of(), new Autosave(folder, DEAD).leftBehind(Fleets.CATALOGUE));
    }

    @Test
    void aDamagedFileIsPassedOverAndTheOthersAreOffered() throws IOException {
        Autosave autosave = new Autosave(folder, DEAD);
        autosave.keep(new Autosave.Left("good", DocumentContent.planned(SCENARIO), null));
        Files.writeString(folder.resolve("bad.autosave.json"), "{\"process\": 1, \"scenario\"");
        Files.writeString(folder.resolve("empty.autosave.json"), "{}");
        assertEquals(1, autosave.leftBehind(Fleets.CATALOGUE).size());
    }

    @Test
    void withoutAFolderThereIsNothing() {
        assertEquals(List.of(), new Autosave(folder.resolve("none"), DEAD).leftBehind(Fleets.CATALOGUE));
    }
}
