package io.slicewise.chart;

import static io.slicewise.chart.ChartSamples.MEASURE;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.BridgeChart.Delta;
import io.slicewise.chart.BridgeChart.Step;
import io.slicewise.chart.BridgeChart.Total;
import io.slicewise.chart.LinesChart.Sample;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChartLayoutTest {
    private static final double[][] SIZES = {
        {240, 160},
        {320, 200},
        {420, 240},
        {320, 480},
        {480, 300},
        {640, 400},
        {760, 420},
        {1100, 420},
        {420, 900},
        {1600, 900}
    };

    @TestFactory
    Stream<DynamicTest> everyChartStaysInsideAtEverySize() {
        return atEverySize((spec, width, height) -> {
            Area sheet = new Area(0, 0, width, height);
            for (Mark mark : ChartLayout.layout(spec, width, height, MEASURE).marks()) {
                assertTrue(mark.bounds(MEASURE).isInside(sheet, 0.51), () -> mark + " leaves the sheet");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> wordsNeverLieOnWords() {
        return atEverySize((spec, width, height) -> assertEquals(
                List.of(),
                Overlap.among(ChartLayout.layout(spec, width, height, MEASURE).marks(), MEASURE)));
    }

    @TestFactory
    Stream<DynamicTest> regionsDoNotOverlapAndEachHasATip() {
        return atEverySize((spec, width, height) -> {
            List<Hit> hits = ChartLayout.layout(spec, width, height, MEASURE).hits();
            for (int i = 0; i < hits.size(); i++) {
                assertEquals(i, hits.get(i).index());
                assertFalse(ChartTips.of(spec, i).title().isEmpty());
                if (i > 0) {
                    Area before = hits.get(i - 1).area().grown(-1e-6);
                    assertFalse(before.overlaps(hits.get(i).area()), "regions " + (i - 1) + " and " + i);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> tipsStayInside() {
        return atEverySize((spec, width, height) -> {
            for (Hit hit : ChartLayout.layout(spec, width, height, MEASURE).hits()) {
                ChartTip tip = ChartTips.of(spec, hit.index());
                Area sheet = new Area(0, 0, width, height);
                for (Mark mark : TipLayout.layout(tip, hit.at(), width, height, MEASURE)) {
                    assertTrue(mark.bounds(MEASURE).isInside(sheet, 2), () -> tip + ": " + mark);
                }
            }
        });
    }

    private interface Check {
        void check(ChartSpec spec, double width, double height);
    }

    private static Stream<DynamicTest> atEverySize(Check check) {
        return ChartSamples.all().entrySet().stream()
                .flatMap(entry -> Stream.of(SIZES)
                        .map(size -> DynamicTest.dynamicTest(
                                entry.getKey() + " at " + (int) size[0] + "×" + (int) size[1],
                                () -> check.check(entry.getValue(), size[0], size[1]))));
    }

    private static List<Mark.Box> boxes(Drawing drawing, ColorRole role) {
        return drawing.marks().stream()
                .filter(mark -> mark instanceof Mark.Box box && box.role() == role)
                .map(Mark.Box.class::cast)
                .toList();
    }

    private static Area only(Drawing drawing, ColorRole role) {
        List<Mark.Box> boxes = boxes(drawing, role);
        assertEquals(1, boxes.size(), "boxes in " + role);
        return boxes.getFirst().area();
    }

    private static List<String> words(Drawing drawing) {
        return drawing.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .toList();
    }

    @Test
    void totalsAreAsHighAsTheirValuesAndStandOnOneLine() {
        Drawing drawing = ChartLayout.layout(ChartSamples.gap(), 760, 420, MEASURE);
        Area s = only(drawing, ColorRole.INSTANCE_AVERAGE);
        Area w = only(drawing, ColorRole.WEIGHTED);
        Area g = only(drawing, ColorRole.WHOLE_GPU);
        assertAll(
                () -> assertEquals(0.6 / 0.75, w.height() / s.height(), 1e-9),
                () -> assertEquals(3.6 / 7 / 0.75, g.height() / s.height(), 1e-9),
                () -> assertEquals(s.bottom(), w.bottom(), 1e-9),
                () -> assertEquals(s.bottom(), g.bottom(), 1e-9));
    }

    /** The figures that a bridge is about are never cut, however many steps stand between them. */
    @Test
    void namesOfTotalsStandWhole() {
        for (List<String> names :
                List.of(List.of("Instance average", "Weighted", "Whole GPU"), List.of("인스턴스 평균", "가중 평균", "GPU 전체"))) {
            for (int steps = 1; steps <= 24; steps++) {
                for (double width : new double[] {340, 420, 448, 560, 760}) {
                    List<Step> all = new ArrayList<>();
                    all.add(Total.of(names.getFirst(), 0.75, ColorRole.INSTANCE_AVERAGE));
                    for (int i = 0; i < steps; i++) {
                        all.add(Delta.of("1g.10gb #" + i, -0.03 / steps));
                    }
                    all.add(Total.of(names.get(1), 0.72, ColorRole.WEIGHTED));
                    all.add(Total.of(names.getLast(), 0.514, ColorRole.WHOLE_GPU));
                    BridgeChart chart = ChartSamples.bridge(all.toArray(Step[]::new));
                    String said = String.join(" ", words(ChartLayout.layout(chart, width, 340, MEASURE)));
                    String at = steps + " steps, " + width + " pixels: " + said;
                    names.forEach(name -> assertTrue(said.contains(name), at));
                }
            }
        }
    }

    @Test
    void aStepStartsWhereTheOneBeforeItEnded() {
        BridgeChart chart = ChartSamples.bridge(
                Total.of("from", 0.2, ColorRole.SERIES_1),
                new Delta("up", 0.4, ColorRole.SERIES_2, List.of()),
                new Delta("further up", 0.3, ColorRole.SERIES_3, List.of()),
                Total.of("to", 0.9, ColorRole.SERIES_4));
        Drawing drawing = ChartLayout.layout(chart, 640, 400, MEASURE);
        Area from = only(drawing, ColorRole.SERIES_1);
        Area up = only(drawing, ColorRole.SERIES_2);
        Area further = only(drawing, ColorRole.SERIES_3);
        Area to = only(drawing, ColorRole.SERIES_4);
        assertAll(
                () -> assertEquals(from.y(), up.bottom(), 1e-9),
                () -> assertEquals(up.y(), further.bottom(), 1e-9),
                () -> assertEquals(further.y(), to.y(), 1e-9),
                () -> assertEquals(0.4 / 0.2, up.height() / from.height(), 1e-9));
    }

    @Test
    void negativeStepsAreHatchedAndSigned() {
        Drawing drawing = ChartLayout.layout(ChartSamples.gap(), 760, 420, MEASURE);
        long strokes = drawing.marks().stream()
                .filter(mark -> mark instanceof Mark.Line && mark.role() == ColorRole.NEGATIVE)
                .count();
        assertTrue(strokes > 5, "strokes of the hatch: " + strokes);
        assertTrue(words(drawing).containsAll(List.of("75.0", "60.0", "51.4", "−11.2", "−8.6", "Ceiling 85.7%")));
    }

    @Test
    void anUnknownTotalIsADashAndNotAZero() {
        BridgeChart chart = ChartSamples.bridge(
                Total.of("known", 0.5, ColorRole.SERIES_1), Total.of("unknown", Double.NaN, ColorRole.SERIES_2));
        Drawing drawing = ChartLayout.layout(chart, 640, 400, MEASURE);
        assertEquals(List.of(), boxes(drawing, ColorRole.SERIES_2));
        assertTrue(words(drawing).contains("–"));
    }

    @Test
    void totalsKeepTheirFiguresAmongManySteps() {
        for (double[] size : SIZES) {
            List<String> words = words(ChartLayout.layout(ChartSamples.longBridge(56), size[0], size[1], MEASURE));
            assertTrue(words.contains("70.0"), size[0] + "×" + size[1] + ": " + words);
        }
    }

    @Test
    void barsAreAsLongAsTheirValuesStandingOrLying() {
        for (String name : List.of("a", "a name that is much too long to stand below a group of bars ")) {
            Drawing drawing = ChartLayout.layout(ChartSamples.bars(4, name), 520, 400, MEASURE);
            // the first box of the colour is the sample in the legend
            List<Mark.Box> bars = boxes(drawing, ColorRole.SERIES_2).subList(1, 5);
            boolean lying = bars.get(0).area().x() == bars.get(1).area().x();
            assertEquals(name.length() > 1, lying);
            double first =
                    lying ? bars.get(0).area().width() : bars.get(0).area().height();
            double third =
                    lying ? bars.get(2).area().width() : bars.get(2).area().height();
            assertEquals(1.5 / 0.5, third / first, 1e-9);
        }
    }

    @Test
    void aGapStaysAGapAndALoneSampleIsADot() {
        List<Sample> samples = List.of(
                new Sample(0, 1),
                new Sample(1, 2),
                new Sample(2, Double.NaN),
                new Sample(3, 3),
                new Sample(4, Double.NaN),
                new Sample(5, 1),
                new Sample(6, 2));
        LinesChart chart = new LinesChart(
                ChartSamples.heading("Gaps"),
                Axis.of("Hour", Unit.number("h")),
                Axis.of("Power", Unit.number("W")),
                List.of(new LinesChart.Series("", ColorRole.SERIES_1, samples)),
                null,
                List.of());
        Drawing drawing = ChartLayout.layout(chart, 640, 400, MEASURE);
        long dots = drawing.marks().stream()
                .filter(mark -> mark instanceof Mark.Dot && mark.role() == ColorRole.SERIES_1)
                .count();
        long runs = drawing.marks().stream()
                .filter(mark -> mark instanceof Mark.Line && mark.role() == ColorRole.SERIES_1)
                .count();
        assertEquals(2, runs);
        assertEquals(1, dots);
        LinesChart.Series series = chart.series().getFirst();
        assertAll(
                () -> assertEquals(1.5, series.at(0.5)),
                () -> assertEquals(3, series.at(3)),
                () -> assertEquals(2, series.at(6)),
                () -> assertTrue(Double.isNaN(series.at(1.5))),
                () -> assertTrue(Double.isNaN(series.at(-0.1))),
                () -> assertTrue(Double.isNaN(series.at(6.1))));
    }

    @Test
    void theMarkerHasADotAndAFigureOnEveryLine() {
        Drawing drawing = ChartLayout.layout(ChartSamples.lines(false), 760, 420, MEASURE);
        for (ColorRole role : List.of(ColorRole.INSTANCE_AVERAGE, ColorRole.WEIGHTED, ColorRole.WHOLE_GPU)) {
            assertTrue(drawing.marks().stream().anyMatch(mark -> mark instanceof Mark.Dot && mark.role() == role));
        }
        assertTrue(
                words(drawing).containsAll(List.of("75.0", "60.0", "51.4", "now 30.0%")),
                words(drawing).toString());
        List<String> narrow = words(ChartLayout.layout(ChartSamples.lines(false), 320, 300, MEASURE));
        assertTrue(narrow.containsAll(List.of("75.0", "60.0", "51.4")), narrow.toString());
    }

    @Test
    void withoutDataTheSentenceForThatStandsThere() {
        for (ChartSpec empty : List.of(
                ChartSamples.bars(0, ""),
                ChartSamples.bridge(Total.of("unknown", Double.NaN, ColorRole.WEIGHTED)),
                new LinesChart(
                        ChartSamples.heading("x"),
                        ChartSamples.UTILIZATION,
                        ChartSamples.UTILIZATION,
                        List.of(),
                        null,
                        List.of()))) {
            Drawing drawing = ChartLayout.layout(empty, 640, 400, MEASURE);
            assertTrue(empty.isEmpty());
            assertTrue(String.join(" ", words(drawing)).contains(empty.heading().whenEmpty()));
            assertEquals(empty.heading().whenEmpty(), drawing.description());
            assertEquals(List.of(), drawing.hits());
        }
    }

    @Test
    void theSameChartGivesTheSameDrawing() {
        ChartSamples.all()
                .forEach((name, spec) -> assertEquals(
                        ChartLayout.layout(spec, 500, 300, MEASURE),
                        ChartLayout.layout(spec, 500, 300, MEASURE),
                        name));
    }

    @Test
    void sizesWithoutAnyRoomDoNoHarm() {
        List<Mark> marks = new ArrayList<>();
        for (double size : new double[] {0, 1, 7, 30, 60, 90}) {
            for (ChartSpec spec : ChartSamples.all().values()) {
                marks.addAll(ChartLayout.layout(spec, size, size, MEASURE).marks());
                marks.addAll(ChartLayout.layout(spec, 10 * size, size, MEASURE).marks());
                marks.addAll(ChartLayout.layout(spec, size, 10 * size, MEASURE).marks());
            }
        }
        for (Mark mark : marks) {
            Area bounds = mark.bounds(MEASURE);
            assertTrue(Double.isFinite(bounds.x() + bounds.y() + bounds.width() + bounds.height()), mark::toString);
        }
    }

    @Test
    void curvesOverTimeDifferInMoreThanTheirColour() {
        Set<Mark.Dash> dashes = EnumSet.noneOf(Mark.Dash.class);
        List<ColorRole> figures = List.of(ColorRole.INSTANCE_AVERAGE, ColorRole.WEIGHTED, ColorRole.WHOLE_GPU);
        for (Mark mark : ChartLayout.layout(ChartSamples.timeline(200, false), 700, 400, MEASURE)
                .marks()) {
            if (mark instanceof Mark.Line line
                    && figures.contains(line.role())
                    && line.points().size() > 2) {
                dashes.add(line.dash());
            }
        }
        assertEquals(3, dashes.size(), dashes::toString);
    }

    /** Two and a half GPUs are on no axis, however little room it has. */
    @Test
    void anAxisOfCountsHasWholeTicks() {
        Axis axis = Axis.of("GPUs", Unit.count()).between(0, Double.NaN);
        for (int most = 1; most <= 2_000; most = most * 3 / 2 + 1) {
            for (int room = 1; room <= 10; room++) {
                Scale scale = Scale.of(axis, 0, most, room);
                assertTrue(scale.high() >= most && scale.ticks().size() >= 2, scale.toString());
                assertTrue(scale.ticks().size() <= room + 2, scale.toString());
                scale.ticks().forEach(tick -> assertEquals(Math.rint(tick), tick, scale.toString()));
            }
        }
        assertEquals(2.5, Scale.of(Axis.of("", Unit.number("W")), 0, 10, 4).step());
        assertEquals(5, Scale.of(axis, 0, 10, 4).step());
    }
}
