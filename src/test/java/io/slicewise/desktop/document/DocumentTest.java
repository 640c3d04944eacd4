package io.slicewise.desktop.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.live.sums.SummedRanges;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.snapshot.Snapshots;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final InstanceRef FIRST = new InstanceRef("GPU 0", "1");

    private final Document document =
            Document.unchanged(DocumentContent.planned(Scenario.empty("main").withFleet(Fleets.main())));

    @Test
    void figuresFollowEveryEdit() {
        List<Double> seen = new ArrayList<>();
        document.figuresProperty().subscribe(f -> seen.add(f.total().instanceAverage()));
        document.edit(new InstanceEdit.SetUtilization(Set.of(FIRST), 0.5));
        document.undo();
        assertEquals(List.of(0.75, 0.65, 0.75), seen);
    }

    @Test
    void isEditedByIdentityOfWhatWasSaved() {
        List<Boolean> seen = new ArrayList<>();
        document.editedProperty().subscribe(now -> seen.add(now));
        document.edit(new ScenarioEdit.RenameScenario("other"));
        document.undo();
        document.redo();
        document.markSaved(Path.of("x"), document.scenario());
        document.undo();
        assertEquals(List.of(false, true, false, true, false, true), seen);
    }

    @Test
    void aRecoveredDocumentIsEditedUntilItIsSaved() {
        Document recovered = Document.unsaved("key", DocumentContent.planned(document.scenario()));
        assertTrue(recovered.isEdited());
        recovered.markSaved(Path.of("x"), recovered.scenario());
        assertFalse(recovered.isEdited());
    }

    @Test
    void saysWhyAnEditCannotBeDoneAndForgetsItWithTheNext() {
        assertFalse(document.edit(new InstanceEdit.AddInstance("GPU 0", "7g.80gb", null)));
        assertEquals("mig.noFit.slices", document.noticeProperty().get().key());
        assertTrue(document.edit(new InstanceEdit.AddInstance("GPU 0", "2g.20gb", null)));
        assertNull(document.noticeProperty().get());
    }

    @Test
    void selectsWhatWasAddedAndDropsWhatIsGone() {
        document.editAndSelect(new InstanceEdit.DuplicateInstances(Set.of(FIRST)));
        assertEquals(Set.of(new InstanceRef("GPU 0", "5")), document.selection());
        document.undo();
        assertEquals(Set.of(), document.selection());
    }

    @Test
    void whatWasMeasuredStaysThroughEditsAndUndo() {
        Measured told = DocumentContent.measured(Scenario.empty("export"), Snapshots.of(Fleets.main()));
        Document measured = Document.unchanged(told);
        measured.edit(new ScenarioEdit.RenameScenario("mine"));
        assertTrue(measured.isEdited());
        assertSame(told.snapshot(), measured.content().snapshot());
        assertSame(measured.scenario(), measured.content().scenario());
        measured.undo();
        assertFalse(measured.isEdited());
        assertSame(told.scenario(), measured.content().scenario());
    }

    @Test
    void whoeverHearsOfAScenarioFindsWhatBelongsToIt() {
        Document measured =
                Document.unchanged(DocumentContent.measured(Scenario.empty("export"), Snapshots.of(Fleets.main())));
        List<Boolean> together = new ArrayList<>();
        measured.scenarioProperty().subscribe((_, now) -> {
            together.add(measured.content().scenario().equals(now));
            together.add(measured.figures().equals(Figures.of(now.fleet(), now.weights())));
        });
        Problem noticed = Problem.info(Where.file("x"), Text.of("document.empty"));
        measured.refresh(DocumentContent.measured(
                measured.scenario(), Snapshots.of(Fleets.scenario1(), Labels.NONE, List.of(noticed))));
        measured.edit(new ScenarioEdit.RenameScenario("mine"));
        assertEquals(List.of(true, true, true, true), together);
        assertEquals(List.of(noticed), measured.content().problems());
    }

    @Test
    void sumsAreNotEditedAndTheReasonIsSaid() {
        SummedRange range = SummedRanges.two();
        Document sums = Document.unchanged(Summed.over("server", range, Text.of("live.way.sumsRange")));
        assertFalse(sums.edit(new ScenarioEdit.RenameScenario("mine")));
        assertEquals(
                "sums.noInstances",
                Objects.requireNonNull(sums.noticeProperty().get()).key());
        sums.undo();
        sums.redo();
        assertFalse(sums.isEdited());
        assertEquals("server", sums.scenario().name().standard());
    }
}
