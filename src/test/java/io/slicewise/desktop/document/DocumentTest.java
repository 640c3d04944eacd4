package io.slicewise.desktop.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
}
