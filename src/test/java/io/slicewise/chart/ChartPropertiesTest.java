package io.slicewise.chart;

import static io.slicewise.chart.ChartSamples.MEASURE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.BridgeChart.Delta;
import io.slicewise.chart.BridgeChart.Span;
import io.slicewise.chart.BridgeChart.Step;
import io.slicewise.chart.BridgeChart.Total;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ChartPropertiesTest {
    private static BridgeChart bridge(double start, List<Double> changes) {
        List<Step> steps = new ArrayList<>();
        steps.add(Total.of("start", start, ColorRole.INSTANCE_AVERAGE));
        double level = start;
        for (double change : changes) {
            steps.add(Delta.of("step " + steps.size(), change));
            level += change;
        }
        steps.add(Total.of("end", level, ColorRole.WEIGHTED));
        return ChartSamples.bridge(steps.toArray(Step[]::new));
    }

    @Property(tries = 200)
    void everyStepContinuesTheOneBefore(
            @ForAll @DoubleRange(max = 1) double start,
            @ForAll @Size(max = 58) List<@DoubleRange(min = -0.2, max = 0.2) Double> changes) {
        List<Span> spans = bridge(start, changes).spans();
        for (int i = 1; i < spans.size() - 1; i++) {
            assertEquals(spans.get(i - 1).end(), spans.get(i).start());
        }
        assertEquals(0, spans.getLast().start());
    }

    @Property(tries = 200)
    void aBridgeOfAnyLengthStaysInsideAndReadable(
            @ForAll @DoubleRange(max = 1) double start,
            @ForAll @Size(max = 58) List<@DoubleRange(min = -0.2, max = 0.2) Double> changes,
            @ForAll @IntRange(min = 240, max = 1600) int width,
            @ForAll @IntRange(min = 160, max = 900) int height) {
        Drawing drawing = ChartLayout.layout(bridge(start, changes), width, height, MEASURE);
        assertEquals(List.of(), Overlap.among(drawing.marks(), MEASURE));
        for (Mark mark : drawing.marks()) {
            assertTrue(mark.bounds(MEASURE).isInside(new Area(0, 0, width, height), 0.51), mark::toString);
        }
    }

    @Property(tries = 200)
    void ticksAreRoundAndHoldTheValues(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double one,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double other,
            @ForAll @IntRange(min = 1, max = 10) int most) {
        Axis axis = Axis.of("", Unit.number(""));
        Scale scale = Scale.of(axis, Math.min(one, other), Math.max(one, other), most);
        double tolerance = 1e-6 * scale.step();
        assertTrue(scale.low() <= Math.min(one, other) + tolerance);
        assertTrue(scale.high() >= Math.max(one, other) - tolerance);
        assertTrue(
                scale.ticks().size() >= 2 && scale.ticks().size() <= most + 2,
                scale.ticks().toString());
        double lead = scale.step() / Math.pow(10, Math.floor(Math.log10(scale.step()) + 1e-9));
        assertTrue(
                List.of(1.0, 2.0, 2.5, 5.0).stream().anyMatch(round -> Math.abs(lead - round) < 1e-6), "step " + lead);
    }

    @Property(tries = 300)
    void clippedWordsFit(
            @ForAll @StringLength(max = 40) String text, @ForAll @DoubleRange(min = 0, max = 200) double room) {
        TextFit fit = new TextFit(MEASURE, 11, TextMeasure.Weight.REGULAR);
        assertTrue(fit.width(fit.clip(text, room)) <= room + 1e-9);
        assertTrue(fit.width(fit.clipMiddle(text, room)) <= room + 1e-9);
    }

    @Property(tries = 300)
    void aTableHasARowALineWhateverNamesHold(@ForAll @StringLength(max = 30) String name) {
        ChartTable table = ChartTable.of(ChartSamples.bars(3, name));
        String[] lines = table.toTsv().split("\n", -1);
        assertEquals(5, lines.length);
        for (int i = 1; i < 4; i++) {
            String[] cells = lines[i].split("\t", -1);
            assertEquals(4, cells.length);
            assertTrue(cells[0].isEmpty() || "=+-@".indexOf(cells[0].charAt(0)) < 0, cells[0]);
            Double.parseDouble(cells[1]);
        }
    }
}
