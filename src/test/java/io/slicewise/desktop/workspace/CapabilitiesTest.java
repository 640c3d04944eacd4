package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.workspace.Capabilities.Use;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.Opener;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.document.content.TimelineReference;
import io.slicewise.fleet.Fleets;
import io.slicewise.live.sums.SummedRanges;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static Measured measured(String sample) {
        SnapshotOpened export =
                assertInstanceOf(SnapshotOpened.class, new Opener(Fleets.CATALOGUE).open(Path.of("samples", sample)));
        return DocumentContent.measured(Scenario.empty(sample), export.snapshot());
    }

    private static Optional<String> why(Optional<Text> reason) {
        return reason.map(Text::key);
    }

    @Test
    void aPlanHasEverythingButATimeline() {
        Capabilities plan = Capabilities.of(DocumentContent.planned(Scenario.empty("plan")));
        assertEquals(
                Set.of(Screen.EXPLORE, Screen.FLEET, Screen.EXPLAIN, Screen.MONITORING, Screen.PLAN), plan.screens());
        assertEquals(Screen.EXPLORE, plan.first());
        assertEquals(Optional.of("desktop.refused.planned"), why(plan.missing(Screen.TIMELINE)));
        for (Use use : Use.values()) {
            assertEquals(Optional.empty(), plan.refused(use));
        }
    }

    @Test
    void aPurchaseWithoutGpusIsLookedAtAsAPlanFirst() {
        Scenario bought = Scenario.empty("plan").withPlan(PlanInput.NONE);
        assertEquals(
                Screen.PLAN, Capabilities.of(DocumentContent.planned(bought)).first());
        assertEquals(
                Screen.EXPLORE,
                Capabilities.of(DocumentContent.planned(bought.withFleet(Fleets.main())))
                        .first());
    }

    @Test
    void aRangeIsLookedAtOverTimeFirstAndOneMomentIsNot() {
        assertEquals(
                Screen.TIMELINE,
                Capabilities.of(measured("snapshot-range.json")).first());
        Capabilities moment = Capabilities.of(measured("snapshot-faults.prom"));
        assertEquals(Screen.EXPLORE, moment.first());
        assertEquals(Optional.of("desktop.refused.moment"), why(moment.missing(Screen.TIMELINE)));
        Measured range = measured("snapshot-range.json");
        Measured apart = new Measured(
                range.scenario(),
                range.snapshot().withTimeline(null),
                new TimelineReference(List.of("gone.json"), 0, 1, 1),
                List.of());
        assertEquals(
                Optional.of("desktop.refused.elsewhere"),
                why(Capabilities.of(apart).missing(Screen.TIMELINE)));
    }

    @Test
    void sumsHaveNothingToEditSaveOrPresent() {
        var range = SummedRanges.two();
        Capabilities moment =
                Capabilities.of(Summed.live("server", range.at(range.last()), Text.of("live.way.sumsRange")));
        assertEquals(Set.of(Screen.FLEET, Screen.EXPLAIN, Screen.MONITORING, Screen.PLAN), moment.screens());
        assertEquals(Screen.FLEET, moment.first());
        for (Use use : Use.values()) {
            assertEquals(Optional.of("desktop.refused.summed"), why(moment.refused(use)));
        }
        Capabilities over = Capabilities.of(Summed.over("server", range, Text.of("live.way.sumsRange")));
        assertEquals(Screen.TIMELINE, over.first());
        assertTrue(over.screens().contains(Screen.TIMELINE));
    }
}
