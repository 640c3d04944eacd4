package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.slicewise.document.Fingerprint;
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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
                Fingerprint.of(new byte[] {1}),
                List.of("colour"),
                0);
        new Autosave(folder, DEAD).keep(work);
        Autosave next = new Autosave(folder, ProcessHandle.current().pid());
        assertEquals(List.of(work), next.leftBehind(Fleets.CATALOGUE).work());
        next.forget("k1");
        assertEquals(List.of(), next.leftBehind(Fleets.CATALOGUE).work());
    }

    @Test
    void keepsTheLastState() throws IOException {
        Autosave autosave = new Autosave(folder, DEAD);
        autosave.keep(new Autosave.Left("k", DocumentContent.planned(SCENARIO), null));
        Scenario later = SCENARIO.withFleet(Fleets.scenario1());
        autosave.keep(new Autosave.Left("k", DocumentContent.planned(later), null));
        assertEquals(
                later,
                autosave.leftBehind(Fleets.CATALOGUE)
                        .work()
                        .getFirst()
                        .content()
                        .scenario());
    }

    @Test
    void tabsComeBackInTheirOrder() throws IOException {
        Autosave autosave = new Autosave(folder, DEAD);
        for (String key : List.of("c", "a", "d", "b")) {
            int place = List.of("d", "c", "b", "a").indexOf(key);
            autosave.keep(new Autosave.Left(key, DocumentContent.planned(SCENARIO), null, null, List.of(), place));
        }
        assertEquals(
                List.of("d", "c", "b", "a"),
                autosave.leftBehind(Fleets.CATALOGUE).work().stream()
                        .map(Autosave.Left::key)
                        .toList());
    }

    @Test
    void leavesTheWorkOfALivingProcessAlone() throws IOException {
        new Autosave(folder, ProcessHandle.current().pid())
                .keep(new Autosave.Left("k", DocumentContent.planned(SCENARIO), null));
        assertEquals(
                List.of(),
                new Autosave(folder, DEAD).leftBehind(Fleets.CATALOGUE).work());
    }

    @Test
    void aDamagedFileIsPassedOverAndTheOthersAreOffered() throws IOException {
        Autosave autosave = new Autosave(folder, DEAD);
        autosave.keep(new Autosave.Left("good", DocumentContent.planned(SCENARIO), null));
        Files.writeString(folder.resolve("bad.autosave.json"), "{\"process\": 1, \"scenario\"");
        Files.writeString(folder.resolve("empty.autosave.json"), "{}");
        assertEquals(1, autosave.leftBehind(Fleets.CATALOGUE).work().size());
    }

    @Test
    void eachBadEntryIsSaidAndHidesNoOther() throws IOException {
        Autosave autosave = new Autosave(folder, DEAD);
        autosave.keep(new Autosave.Left("a-good", DocumentContent.planned(SCENARIO), null));
        autosave.keep(new Autosave.Left("z-good", DocumentContent.planned(SCENARIO), Path.of("/x")));
        Path good = folder.resolve("z-good.autosave.json");
        Files.writeString(good, Files.readString(good).replace("\"/x\"", "\"/x\\u0000\""));
        Files.createDirectory(folder.resolve("b.autosave.json"));
        Files.createSymbolicLink(folder.resolve("c.autosave.json"), folder.resolve("gone"));
        Files.writeString(folder.resolve("d.autosave.json"), "{\"process\": 1, \"scenario\"");
        Files.write(folder.resolve("e.autosave.json"), new byte[] {0, 1, 2});
        Files.writeString(folder.resolve("f.autosave.json"), "{\"process\":1,\"scenario\":\"{}\"}");
        Autosave.Found found = new Autosave(folder, 1).leftBehind(Fleets.CATALOGUE);
        assertEquals(
                Set.of("a-good", "z-good"),
                found.work().stream().map(Autosave.Left::key).collect(Collectors.toSet()));
        List<String> bad = found.problems().stream()
                .map(problem -> Path.of(problem.where().file()).getFileName().toString())
                .sorted()
                .toList();
        assertEquals(
                List.of("b", "c", "d", "e", "f"),
                bad.stream().map(name -> name.substring(0, 1)).toList());
        assertNull(found.work().getLast().file(), "a path that cannot be is none");
    }

    @Test
    void twoProcessesNeverTakeTheSameWork() throws IOException {
        new Autosave(folder, DEAD).keep(new Autosave.Left("k", DocumentContent.planned(SCENARIO), null));
        Autosave one = new Autosave(folder, ProcessHandle.current().pid());
        Autosave other = new Autosave(folder, DEAD + 1);
        Autosave.Left left = one.leftBehind(Fleets.CATALOGUE).work().getFirst();
        Autosave.Left mine = one.claim(left);
        assertEquals(left.content(), mine.content());
        assertNotEquals("k", mine.key());
        assertNull(other.claim(left));
        assertEquals(List.of(), other.leftBehind(Fleets.CATALOGUE).work());
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void unsavedWorkIsTheOwnersAlone() throws IOException {
        Path inside = folder.resolve("settings/autosave");
        new Autosave(inside, 1).keep(new Autosave.Left("k", DocumentContent.planned(SCENARIO), null));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(inside.resolve("k.autosave.json"))));
    }

    @Test
    void withoutAFolderThereIsNothing() {
        assertEquals(
                List.of(),
                new Autosave(folder.resolve("none"), DEAD)
                        .leftBehind(Fleets.CATALOGUE)
                        .work());
    }
}
