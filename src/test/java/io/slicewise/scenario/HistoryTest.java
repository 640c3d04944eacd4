package io.slicewise.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.usage.WeightBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Scenario MAIN = Scenario.empty("main").withFleet(Fleets.main());
    private static final InstanceRef FIRST = new InstanceRef("GPU 0", "1");

    private static History done(History history, Edit edit) {
        return assertInstanceOf(History.Result.Done.class, history.apply(edit)).history();
    }

    private static String refused(History history, Edit edit) {
        return assertInstanceOf(History.Result.Refused.class, history.apply(edit))
                .reason()
                .key();
    }

    private static Gpu gpu(History history) {
        return history.current().fleet().gpus().getFirst();
    }

    @Test
    void undoAndRedoGoThroughTheSameValues() {
        History start = History.of(MAIN);
        History added = done(start, new InstanceEdit.AddInstance("GPU 0", "2g.20gb", null));
        assertEquals(5, gpu(added).instances().size());
        assertSame(MAIN, added.undo().current());
        assertSame(added.current(), added.undo().redo().current());
        assertSame(start, start.undo());
        assertEquals("scenario.edit.addInstance", added.past().getLast().label().key());
    }

    @Test
    void aDragIsOneStep() {
        History history = History.of(MAIN);
        for (int i = 0; i <= 50; i++) {
            history = done(history, new InstanceEdit.SetUtilization(Set.of(FIRST), i / 100.0));
        }
        assertEquals(1, history.past().size());
        assertSame(MAIN, history.undo().current());
        history = done(history.settled(), new InstanceEdit.SetUtilization(Set.of(FIRST), 0.9));
        assertEquals(2, history.past().size());
        history = done(history, new InstanceEdit.SetUtilization(Set.of(new InstanceRef("GPU 0", "2")), 0.1));
        assertEquals(3, history.past().size());
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        History history = History.of(MAIN);
        assertSame(history, done(history, new InstanceEdit.SetUtilization(Set.of(FIRST), 0.9)));
    }

    @Test
    void aNewEditForgetsWhatCouldBeRedone() {
        History history =
                done(History.of(MAIN), new ScenarioEdit.RenameScenario("a")).undo();
        assertTrue(history.canRedo());
        assertTrue(!done(history, new ScenarioEdit.SetNotes("n")).canRedo());
    }

    @Test
    void keepsTheLast200Steps() {
        History history = History.of(MAIN);
        for (int i = 0; i < 300; i++) {
            history = done(
                    history, new ScenarioEdit.AddGpu(Fleets.CATALOGUE.models().getFirst()));
        }
        assertEquals(History.LIMIT, history.past().size());
    }

    @Test
    void movesOnlyToWhereItFits() {
        History history =
                History.of(Scenario.empty("s").withFleet(Fleets.of(Fleets.gpu("g", "a100-80gb", "3g.40gb 30"))));
        InstanceRef ref = new InstanceRef("g", "1");
        assertEquals(
                0,
                gpu(done(history, new InstanceEdit.MoveInstance(ref, "g", 0)))
                        .instances()
                        .getFirst()
                        .start());
        assertEquals("scenario.refused.notAt", refused(history, new InstanceEdit.MoveInstance(ref, "g", 2)));
    }

    @Test
    void movesToAnotherGpuWithItsReading() {
        History history = done(
                History.of(MAIN),
                new ScenarioEdit.AddGpu(Fleets.CATALOGUE.byId("a100-80gb").orElseThrow()));
        history = done(history, new InstanceEdit.MoveInstance(FIRST, "gpu-0", 3));
        Instance moved =
                history.current().fleet().gpu("gpu-0").orElseThrow().instances().getFirst();
        assertEquals(0.9, moved.utilization());
        assertEquals(3, moved.start());
        assertEquals(3, gpu(history).instances().size());
    }

    @Test
    void pasteIsAllOrNothingAndSaysWhatDidNotFit() {
        History history = History.of(MAIN);
        Clip small = new Clip("1g.10gb", 0.5, "n", "o", "x");
        assertEquals(
                6,
                gpu(done(history, new InstanceEdit.Paste("GPU 0", List.of(small, small))))
                        .instances()
                        .size());
        assertEquals(
                "scenario.refused.paste",
                refused(history, new InstanceEdit.Paste("GPU 0", List.of(small, small, small))));
    }

    @Test
    void aFullGpuIsPastedIntoAnEmptyOneOfItsModelInWhateverOrder() {
        List<Clip> full = Stream.of("1g.10gb", "1g.10gb", "2g.20gb", "3g.40gb")
                .map(profile -> new Clip(profile, 0.5, profile, "", ""))
                .toList();
        History history = done(
                History.of(MAIN),
                new ScenarioEdit.AddGpu(Fleets.CATALOGUE.byId("a100-80gb").orElseThrow()));
        for (List<Clip> clips :
                List.of(full, full.reversed(), List.of(full.get(1), full.get(3), full.get(0), full.get(2)))) {
            Gpu pasted = done(history, new InstanceEdit.Paste("gpu-0", clips))
                    .current()
                    .fleet()
                    .gpu("gpu-0")
                    .orElseThrow();
            assertEquals(
                    clips.stream().map(Clip::profile).toList(),
                    pasted.instances().stream().map(Instance::name).toList());
            assertEquals(List.of(), pasted.layout().orElseThrow().conflicts());
        }
    }

    @Test
    void duplicatesAndRemovesSeveral() {
        History history = done(
                History.of(MAIN), new InstanceEdit.DuplicateInstances(Set.of(FIRST, new InstanceRef("GPU 0", "2"))));
        assertEquals(6, gpu(history).instances().size());
        history = done(history, new InstanceEdit.RemoveInstances(Set.of(FIRST, new InstanceRef("GPU 0", "5"))));
        assertEquals(
                List.of("2", "3", "4", "6"),
                gpu(history).instances().stream().map(Instance::id).toList());
    }

    @Test
    void aChangeOfProfileKeepsTheStartWhereItCan() {
        History history =
                History.of(Scenario.empty("s").withFleet(Fleets.of(Fleets.gpu("g", "a100-80gb", "2g.20gb 30"))));
        int start = gpu(history).instances().getFirst().start();
        History smaller = done(history, new InstanceEdit.ChangeProfile(new InstanceRef("g", "1"), "1g.10gb"));
        assertEquals(start, gpu(smaller).instances().getFirst().start());
        History larger = done(history, new InstanceEdit.ChangeProfile(new InstanceRef("g", "1"), "7g.80gb"));
        assertEquals(0, gpu(larger).instances().getFirst().start());
        assertEquals("mig.noFit.slices", refused(History.of(MAIN), new InstanceEdit.ChangeProfile(FIRST, "4g.40gb")));
    }

    @Test
    void aChangeOfModelNamesWhatItWouldLose() {
        Gpu gpu = MAIN.fleet().gpus().getFirst();
        ModelChange toA30 =
                ModelChange.of(gpu, Fleets.CATALOGUE.byId("a30-24gb").orElseThrow());
        assertEquals(List.of("3"), toA30.lost().stream().map(Instance::id).toList());
        assertEquals(
                List.of("1", "2", "4"),
                toA30.result().instances().stream().map(Instance::id).toList());
        ModelChange toH100 =
                ModelChange.of(gpu, Fleets.CATALOGUE.byId("h100-94gb-nvl").orElseThrow());
        assertEquals(List.of(), toH100.lost());
        assertEquals("2g.24gb", toH100.result().instances().getLast().profile().name());
        assertEquals("1g.12gb", toH100.result().instances().getFirst().profile().name());
    }

    /** What was measured is never rewritten: an A30 has no 1g.20gb. */
    @Test
    void aModelForAnUnknownGpuKeepsWhatWasPrinted() {
        Instance odd = Instance.of("1", Profile.observed("1g.20gb", 1), Placement.UNKNOWN, 0.5);
        Instance usual = Instance.of("2", Profile.observed("2g.12gb", 2), Placement.UNKNOWN, 0.5);
        Gpu gpu = new Gpu("g", "GPU 0", "", null, "X", List.of(odd, usual));
        ModelChange change =
                ModelChange.of(gpu, Fleets.CATALOGUE.byId("a30-24gb").orElseThrow());
        assertEquals(List.of(), change.lost());
        assertEquals(List.of("1"), change.observed().stream().map(Instance::id).toList());
        assertEquals(
                List.of("1g.20gb", "2g.12gb"),
                change.result().instances().stream()
                        .map(one -> one.profile().name())
                        .toList());
        assertEquals(Placement.UNKNOWN, change.result().instances().getFirst().start());
        assertFalse(change.isComplete());
        assertTrue(ModelChange.of(
                        gpu.withInstances(List.of(usual)),
                        Fleets.CATALOGUE.byId("a30-24gb").orElseThrow())
                .isComplete());
    }

    @Test
    void memoryIsTypedAndUndone() {
        History typed = done(History.of(MAIN), new InstanceEdit.SetMemory(Set.of(FIRST), 4096));
        assertEquals(4096, gpu(typed).instances().getFirst().readings().memoryUsedMib());
        assertEquals(
                Double.NaN, gpu(typed.undo()).instances().getFirst().readings().memoryUsedMib());
    }

    @Test
    void aNewLayoutKeepsReadingsInOrder() {
        Layout threes =
                Fleets.gpu("x", "a100-80gb", "3g.40gb 0", "3g.40gb 0").layout().orElseThrow();
        Gpu relaid = gpu(done(History.of(MAIN), new ScenarioEdit.ApplyLayout("GPU 0", threes)));
        assertEquals(2, relaid.instances().size());
        assertEquals(List.of(), relaid.layout().orElseThrow().conflicts());
        assertTrue(relaid.instances().stream().allMatch(Instance::isReported));
    }

    @Property(tries = 200)
    void anySequenceOfEditsKeepsEveryLayoutLegalAndUndoesToTheStart(
            @ForAll @Size(max = 40) List<@IntRange(max = 10_000) Integer> choices) {
        History history = History.of(MAIN);
        List<Scenario> seen = new ArrayList<>();
        for (int choice : choices) {
            seen.add(history.current());
            if (history.settled().apply(edit(history.current(), choice)) instanceof History.Result.Done done) {
                history = done.history();
            }
            for (Gpu gpu : history.current().fleet().gpus()) {
                assertEquals(List.of(), gpu.layout().orElseThrow().conflicts());
            }
        }
        while (history.canUndo()) {
            history = history.undo();
            assertTrue(seen.contains(history.current()));
        }
        assertEquals(MAIN, history.current());
    }

    private static Edit edit(Scenario scenario, int choice) {
        List<InstanceRef> refs = new ArrayList<>();
        scenario.fleet().gpus().forEach(g -> g.instances().forEach(i -> refs.add(new InstanceRef(g.id(), i.id()))));
        InstanceRef ref = refs.isEmpty() ? FIRST : refs.get(choice % refs.size());
        List<Gpu> gpus = scenario.fleet().gpus();
        String gpu = gpus.isEmpty() ? "none" : gpus.get(choice % gpus.size()).id();
        String profile = List.of("1g.10gb", "1g.20gb", "2g.20gb", "3g.40gb", "4g.40gb", "7g.80gb", "1g.10gb+me")
                .get(choice / 13 % 7);
        return switch (choice % 12) {
            case 0, 1 -> new InstanceEdit.AddInstance(gpu, profile, null);
            case 2 -> new InstanceEdit.MoveInstance(ref, gpu, choice / 12 % 8);
            case 3 -> new InstanceEdit.RemoveInstances(Set.of(ref));
            case 4 -> new InstanceEdit.DuplicateInstances(Set.of(ref));
            case 5 -> new InstanceEdit.ChangeProfile(ref, profile);
            case 6 -> new InstanceEdit.SetUtilization(Set.of(ref), choice % 101 / 100.0);
            case 7 -> new ScenarioEdit.DuplicateGpu(gpu);
            case 8 -> new ScenarioEdit.RemoveGpu(gpu);
            case 9 ->
                new ScenarioEdit.ChangeModel(gpu, Fleets.CATALOGUE.models().get(choice % 15));
            case 10 ->
                new ScenarioEdit.SetWeights(scenario.weights().withBasis(WeightBasis.Hardware.values()[choice % 4]));
            default -> new InstanceEdit.Paste(gpu, List.of(new Clip(profile, Double.NaN, "", "", "")));
        };
    }
}
