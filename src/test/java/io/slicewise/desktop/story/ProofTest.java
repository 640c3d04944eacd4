package io.slicewise.desktop.story;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.BarsChart;
import io.slicewise.chart.BridgeChart;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.story.View;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A finding stands beside the chart that proves it, with what it is about lit. */
class ProofTest {
    private static final Exhibits EXHIBITS = new Exhibits(Messages.in(Language.ENGLISH));

    private static Finding finding(Figures figures, String rule) {
        return Findings.of(figures).stream()
                .filter(it -> it.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " found nothing"));
    }

    private static Figures figures(Fleet fleet) {
        return Figures.of(fleet, Weights.DEFAULT);
    }

    @Test
    void theGapIsProvedByTheStepOfTheInstanceThatMakesIt() {
        Figures figures = figures(Fleets.scenario1());
        Proof proof = Proof.of(finding(figures, "gap"), figures, EXHIBITS);
        BridgeChart bridge = assertInstanceOf(BridgeChart.class, proof.chart());
        assertEquals(List.of("3g.40gb"), names(bridge, proof));
        assertEquals(Set.of(new InstanceRef("GPU 0", "4")), proof.instances());
    }

    @Test
    void whatIsNotAllocatedIsProvedByTheStepBeforeTheWholeGpu() {
        Figures figures = figures(Fleets.main());
        Proof proof = Proof.of(finding(figures, "unallocated"), figures, EXHIBITS);
        assertEquals(List.of("Unallocated"), names(assertInstanceOf(BridgeChart.class, proof.chart()), proof));
    }

    @Test
    void anAlertIsProvedByTheWeightedAverage() {
        Figures figures = figures(of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "3g.40gb 95")));
        Proof proof = Proof.of(finding(figures, "alert"), figures, EXHIBITS);
        assertEquals(List.of("Weighted"), names(assertInstanceOf(BridgeChart.class, proof.chart()), proof));
    }

    @Test
    void manyInstancesAreLitByTheirProfile() {
        Figures figures = figures(Fleets.host());
        assertEquals(
                List.of(0),
                Exhibits.entries(figures, Set.of(new InstanceRef("GPU 3", "2"), new InstanceRef("GPU 0", "1")), true));
        assertEquals(
                List.of(0, 22),
                Exhibits.entries(figures, Set.of(new InstanceRef("GPU 3", "2"), new InstanceRef("GPU 0", "1")), false));
    }

    @Test
    void instancesWithoutAReadingStandNowhereInAChart() {
        Figures figures = figures(of(gpu("GPU 0", "a100-80gb", "1g.10gb -", "2g.20gb 50", "3g.40gb 40")));
        assertEquals(
                List.of(0),
                Exhibits.entries(figures, Set.of(new InstanceRef("GPU 0", "1"), new InstanceRef("GPU 0", "2")), false));
    }

    @Test
    void weightsAreProvedByTheirBreakdown() {
        Figures figures = figures(of(gpu("GPU 0", "h100-80gb-sxm", "1g.10gb 20", "1g.10gb 30", "3g.40gb 90")));
        Finding finding = Findings.of(figures).stream()
                .filter(it -> it.view() == View.WEIGHTS)
                .findFirst()
                .orElseThrow();
        assertInstanceOf(BarsChart.class, Proof.of(finding, figures, EXHIBITS).chart());
    }

    @Test
    void everyLitDatumIsOneOfTheChart() {
        for (Fleet fleet : List.of(Fleets.main(), Fleets.scenario1(), Fleets.host())) {
            Figures figures = figures(fleet);
            for (Finding finding : Findings.of(figures)) {
                Proof proof = Proof.of(finding, figures, EXHIBITS);
                int data = proof.chart() instanceof BridgeChart bridge
                        ? bridge.steps().size()
                        : ((BarsChart) proof.chart()).categories().size();
                assertTrue(proof.data().stream().allMatch(it -> it >= 0 && it < data), finding::rule);
            }
        }
    }

    private static List<String> names(BridgeChart bridge, Proof proof) {
        return proof.data().stream().map(it -> bridge.steps().get(it).name()).toList();
    }
}
