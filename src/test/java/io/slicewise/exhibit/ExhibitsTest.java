package io.slicewise.exhibit;

import static io.slicewise.fleet.Fleets.gpu;
import static io.slicewise.fleet.Fleets.of;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.BarsChart;
import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.BridgeChart.Step;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.LinesChart;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Fleets;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the charts of typical fleets hold: names, values, words. */
class ExhibitsTest {
    private static final Exhibits ENGLISH = new Exhibits(Messages.in(Language.ENGLISH));
    private static final Exhibits KOREAN = new Exhibits(Messages.in(Language.KOREAN));

    private static Figures figures(Fleet fleet) {
        return Figures.of(fleet, Weights.DEFAULT);
    }

    private static List<String> names(BridgeChart chart) {
        return chart.steps().stream().map(Step::name).toList();
    }

    private static void assertAmounts(BridgeChart chart, double... amounts) {
        assertEquals(amounts.length, chart.steps().size(), () -> names(chart).toString());
        for (int i = 0; i < amounts.length; i++) {
            Step step = chart.steps().get(i);
            assertEquals(amounts[i], step.amount(), 1e-12, step.name());
        }
    }

    @Test
    void theBridgeOfTheMainExample() {
        BridgeChart bridge = ENGLISH.bridge(figures(Fleets.main()));
        assertEquals(
                List.of(
                        "Instance average",
                        "1g.10gb #1",
                        "1g.10gb #2",
                        "1g.10gb #3",
                        "2g.20gb",
                        "Weighted",
                        "Unallocated",
                        "Whole GPU"),
                names(bridge));
        assertAmounts(bridge, 0.75, -0.0075, -0.0025, 0.0025, -0.0225, 0.72, 3.6 / 7 - 0.72, 3.6 / 7);
        assertEquals(
                List.of("Own utilization 60.0%", "25.0% of the count, 40.0% of the weight"),
                bridge.steps().get(4).details().stream()
                        .map(ExhibitsTest::plain)
                        .toList());
        assertEquals(
                "Instance average 75.0%, weighted average 72.0%, gap −3.0 pp, whole GPU 51.4%.",
                plain(bridge.heading().summary()));
        assertEquals("Ceiling 71.4%", plain(bridge.references().getFirst().label()));
        assertEquals(5 / 7.0, bridge.references().getFirst().value(), 1e-12);
    }

    @Test
    void theBridgeOfScenario1StepsDownOverTheIdleBigInstance() {
        BridgeChart bridge = ENGLISH.bridge(figures(Fleets.scenario1()));
        assertAmounts(bridge, 0.75, -0.0125, -0.0125, -0.0125, -0.1125, 0.6, 3.6 / 7 - 0.6, 3.6 / 7);
        assertEquals(
                List.of(
                        ColorRole.INSTANCE_AVERAGE,
                        ColorRole.NEGATIVE,
                        ColorRole.NEGATIVE,
                        ColorRole.NEGATIVE,
                        ColorRole.NEGATIVE,
                        ColorRole.WEIGHTED,
                        ColorRole.NEGATIVE,
                        ColorRole.WHOLE_GPU),
                bridge.steps().stream().map(Step::role).toList());
    }

    @Test
    void everyBridgeArrivesWhereItsTotalsAre() {
        for (Fleet fleet : List.of(Fleets.main(), Fleets.scenario1(), Fleets.host(), missing())) {
            BridgeChart bridge = ENGLISH.bridge(figures(fleet));
            double level = Double.NaN;
            for (Step step : bridge.steps()) {
                if (step instanceof BridgeChart.Total && !Double.isNaN(level)) {
                    assertEquals(level, step.amount(), 1e-12, step.name());
                }
                level = step instanceof BridgeChart.Total ? step.amount() : level + step.amount();
            }
        }
    }

    @Test
    void aFullGpuHasNoCeilingBelowOneHundred() {
        Fleet full = of(gpu("GPU 0", "a100-80gb", "4g.40gb 70", "3g.40gb 20"));
        assertEquals(List.of(), ENGLISH.bridge(figures(full)).references());
    }

    @Test
    void twelveInstancesHaveAStepEachAndThirteenOneAProfile() {
        String[] seven = {
            "1g.10gb 10", "1g.10gb 20", "1g.10gb 30", "1g.10gb 40", "1g.10gb 50", "1g.10gb 60", "1g.10gb 70"
        };
        Fleet twelve = of(
                gpu("GPU 0", "a100-80gb", seven),
                gpu("GPU 1", "a100-80gb", "1g.10gb 10", "1g.10gb 20", "1g.10gb 30", "1g.10gb 40", "3g.40gb 90"));
        Fleet thirteen = of(
                gpu("GPU 0", "a100-80gb", seven),
                gpu(
                        "GPU 1",
                        "a100-80gb",
                        "1g.10gb 10",
                        "1g.10gb 20",
                        "1g.10gb 30",
                        "1g.10gb 40",
                        "1g.10gb 50",
                        "2g.20gb 90"));
        assertFalse(Exhibits.isMany(figures(twelve)));
        assertEquals(12 + 4, ENGLISH.bridge(figures(twelve)).steps().size());
        assertTrue(names(ENGLISH.bridge(figures(twelve))).contains("GPU 1 · 3g.40gb"));
        assertTrue(Exhibits.isMany(figures(thirteen)));
        BridgeChart grouped = ENGLISH.bridge(figures(thirteen));
        assertEquals(
                List.of("Instance average", "12 × 1g.10gb", "2g.20gb", "Weighted", "Unallocated", "Whole GPU"),
                names(grouped));
        double gap = figures(thirteen).total().gap();
        assertEquals(
                gap, grouped.steps().get(1).amount() + grouped.steps().get(2).amount(), 1e-12);
        assertEquals(
                "Own utilization 35.8%", plain(grouped.steps().get(1).details().getFirst()));
    }

    @Test
    void whatDidNotReportHasNoStepAndNoShare() {
        BridgeChart bridge = ENGLISH.bridge(figures(missing()));
        assertEquals(
                List.of(
                        "Instance average",
                        "1g.10gb #1",
                        "1g.10gb #2",
                        "1g.10gb #3",
                        "Weighted",
                        "Unallocated",
                        "Whole GPU"),
                names(bridge));
        assertAmounts(bridge, 0.8, 0, 0, 0, 0.8, 4 / 7.0 - 0.8, 4 / 7.0);
        BarsChart weights = ENGLISH.weights(figures(missing()), false);
        assertEquals(3, weights.categories().size());
        assertEquals(1 / 3.0, weights.categories().getFirst().values().getFirst(), 1e-12);
    }

    @Test
    void withoutInstancesOrReadingsASentenceSaysSo() {
        Fleet bare = of(gpu("GPU 0", "a100-80gb"));
        Fleet silent = of(gpu("GPU 0", "a100-80gb", "3g.40gb -"));
        assertAll(
                () -> assertTrue(ENGLISH.bridge(figures(bare)).isEmpty()),
                () -> assertEquals(
                        "There is no instance yet. Add one, and the chart appears.",
                        ENGLISH.bridge(figures(bare)).heading().whenEmpty()),
                () -> assertTrue(ENGLISH.weights(figures(silent), false).isEmpty()),
                () -> assertEquals(
                        "No instance has a reading. Set a utilization, and the chart appears.",
                        ENGLISH.weights(figures(silent), false).heading().whenEmpty()));
    }

    @Test
    void theWeightBreakdownOfScenario1() {
        BarsChart weights = ENGLISH.weights(figures(Fleets.scenario1()), false);
        assertEquals(
                List.of("Share of count", "Share of weight", "Share of weighted sum"),
                weights.series().stream().map(BarsChart.Series::name).toList());
        BarsChart.Category idle = weights.categories().getLast();
        assertEquals("3g.40gb", idle.name());
        assertEquals(0.25, idle.values().get(0), 1e-12);
        assertEquals(0.5, idle.values().get(1), 1e-12);
        assertEquals(0.9 / 3.6, idle.values().get(2), 1e-12);
        assertEquals(
                List.of("Own utilization 30.0%", "Contribution to the gap −11.25 pp"),
                idle.details().stream().map(ExhibitsTest::plain).toList());
        BarsChart profiles = ENGLISH.weights(figures(Fleets.scenario1()), true);
        assertEquals(
                List.of("3 × 1g.10gb", "3g.40gb"),
                profiles.categories().stream().map(BarsChart.Category::name).toList());
        assertEquals(0.75, profiles.categories().getFirst().values().getFirst(), 1e-12);
        assertEquals("Profile", profiles.categoryTitle());
    }

    @Test
    void sensitivityFollowsTheChosenInstanceFromIdleToFull() {
        Fleet fleet = Fleets.scenario1();
        LinesChart lines = ENGLISH.sensitivity(fleet, figures(fleet), Optional.of(new InstanceRef("GPU 0", "4")));
        LinesChart.Series average = lines.series().get(0);
        LinesChart.Series weighted = lines.series().get(1);
        LinesChart.Series whole = lines.series().get(2);
        assertEquals("If only 3g.40gb changed", lines.heading().subtitle());
        assertEquals(2.7 / 4, average.at(0), 1e-12);
        assertEquals(3.7 / 4, average.at(1), 1e-12);
        assertEquals(2.7 / 6, weighted.at(0), 1e-12);
        assertEquals(5.7 / 6, weighted.at(1), 1e-12);
        assertEquals(5.7 / 7, whole.at(1), 1e-12);
        LinesChart.Marker now = lines.marker();
        assertNotNull(now);
        assertEquals(0.3, now.x(), 1e-12);
        assertEquals("now 30.0%", plain(now.label()));
    }

    @Test
    void sensitivityOfASilentInstanceHasNoPresentValue() {
        Fleet fleet = missing();
        assertNull(ENGLISH.sensitivity(fleet, figures(fleet), Optional.of(new InstanceRef("GPU 0", "4")))
                .marker());
        assertTrue(ENGLISH.sensitivity(fleet, figures(fleet), Optional.empty()).isEmpty());
    }

    @Test
    void koreanHasTheSameValuesInItsOwnWords() {
        BridgeChart korean = KOREAN.bridge(figures(Fleets.main()));
        assertEquals(
                List.of("인스턴스 평균", "1g.10gb #1", "1g.10gb #2", "1g.10gb #3", "2g.20gb", "가중 평균", "미할당", "GPU 전체"),
                names(korean));
        assertEquals(
                ENGLISH.bridge(figures(Fleets.main())).steps().stream()
                        .map(Step::amount)
                        .toList(),
                korean.steps().stream().map(Step::amount).toList());
        assertEquals("상한 71.4%", korean.references().getFirst().label());
        assertEquals(
                "인스턴스 평균 사용률 75.0%, 가중 평균 72.0%, 차이 −3.0%p, GPU 하드웨어 활용률 51.4%.",
                korean.heading().summary());
    }

    private static Fleet missing() {
        return of(gpu("GPU 0", "a100-80gb", "1g.10gb 90", "1g.10gb 80", "1g.10gb 70", "2g.20gb -"));
    }

    /** With ordinary spaces instead of those that do not break. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
