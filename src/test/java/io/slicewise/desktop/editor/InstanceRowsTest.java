package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceRowsTest {
    private static final Scenario HOST = Scenario.empty("host").withFleet(Fleets.host());

    private static Scenario done(Scenario scenario, Edit edit) {
        return edit.applyTo(scenario) instanceof Edit.Outcome.Done done ? done.scenario() : scenario;
    }

    @Test
    void aValueChangesInPlace() {
        InstanceRows rows = new InstanceRows();
        assertTrue(rows.show(HOST.fleet()));
        List<InstanceRow> before = rows.inOrder();
        InstanceRef ref = new InstanceRef("GPU 3", "2");
        assertFalse(rows.show(
                done(HOST, new InstanceEdit.SetUtilization(Set.of(ref), 0.123)).fleet()));
        assertSame(before, rows.inOrder());
        InstanceRow row =
                before.stream().filter(r -> r.ref().equals(ref)).findFirst().orElseThrow();
        assertEquals(0.123, row.instance().utilization());
    }

    @Test
    void rowsThatStayAreKeptWhenOthersGo() {
        InstanceRows rows = new InstanceRows();
        rows.show(HOST.fleet());
        InstanceRow last = rows.inOrder().getLast();
        InstanceRef first = rows.inOrder().getFirst().ref();
        assertTrue(rows.show(
                done(HOST, new InstanceEdit.RemoveInstances(Set.of(first))).fleet()));
        assertEquals(55, rows.inOrder().size());
        assertSame(last, rows.inOrder().getLast());
    }

    @Test
    void renamingAGpuIsAValueToo() {
        InstanceRows rows = new InstanceRows();
        rows.show(HOST.fleet());
        assertFalse(rows.show(
                done(HOST, new ScenarioEdit.RenameGpu("GPU 0", "node a")).fleet()));
        assertEquals("node a", rows.inOrder().getFirst().gpu().name());
    }
}
