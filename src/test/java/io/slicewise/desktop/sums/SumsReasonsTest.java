package io.slicewise.desktop.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.BridgeChart;
import io.slicewise.live.query.LabelNames;
import io.slicewise.live.sums.Group;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.live.sums.SummedReading.Row;
import io.slicewise.live.sums.Sums;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SumsReasonsTest {
    /** Seven 1g at 90%. */
    private static final Sums SMALL = new Sums(7, 7, 6.3, 7, 7, 6.3, 7, 0);
    /** Three 1g at 90%, a 3g at 30%: the second scenario of the source document, a slice is free. */
    private static final Sums MIXED = new Sums(4, 4, 3.0, 6, 6, 3.6, 7, 0);

    private static SummedReading reading(Sums... hosts) {
        List<Row> rows = new ArrayList<>();
        Sums all = Sums.NONE;
        for (Sums one : hosts) {
            rows.add(new Row("node-" + rows.size(), "", one.averages()));
            all = all.plus(one);
        }
        Instant at = Instant.parse("2026-11-01T00:00:00Z");
        return new SummedReading(at, Group.HOST, LabelNames.EXPORTER, rows, all.averages(), List.of());
    }

    private static List<String> keys(SummedReading reading) {
        return new SumsReasons(reading).said().stream().map(Text::key).toList();
    }

    @Test
    void theStrongestHostIsNamedFirstAndWhatIsFreeIsSaid() {
        SummedReading reading = reading(SMALL, MIXED);
        assertEquals("node-1", new SumsReasons(reading).strongest().getFirst().host());
        assertEquals(List.of("sums.why.below", "sums.why.first", "sums.why.unallocated"), keys(reading));
    }

    @Test
    void theBridgeGoesFromTheAverageToTheWholeGpuWithoutARest() {
        SummedReading reading = reading(SMALL, MIXED, SMALL, MIXED, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL);
        BridgeChart bridge = new SumsReasons(reading).bridge(Messages.in(Language.ENGLISH));
        double level = 0;
        for (BridgeChart.Step step : bridge.steps()) {
            switch (step) {
                case BridgeChart.Total total -> {
                    assertTrue(level == 0 || Math.abs(level - total.amount()) < 1e-12, total.name());
                    level = total.amount();
                }
                case BridgeChart.Delta delta -> level += delta.amount();
            }
        }
        assertEquals(reading.total().wholeGpu(), level, 1e-12);
        assertEquals("3 others", bridge.steps().get(9).name());
    }

    @Test
    void whatCannotBeExplainedIsSaid() {
        assertEquals(List.of("sums.why.nothing"), keys(reading()));
        assertEquals(List.of("sums.why.unweighed"), keys(reading(new Sums(7, 7, 6.3, 0, 0, 0, 0, 7))));
        assertEquals(List.of("sums.why.same"), keys(reading(SMALL)));
        assertEquals(List.of("sums.why.same", "sums.why.silent"), keys(reading(new Sums(7, 6, 5.4, 7, 6, 5.4, 7, 0))));
    }

    @Test
    void theTableIsCsvWithAllDigits() {
        List<String> lines = SumsCsv.write(reading(SMALL, MIXED)).lines().toList();
        assertEquals(4, lines.size());
        assertTrue(lines.get(1).startsWith("2026-11-01T00:00:00Z,node-0,,7,7,0.9,0.9,0.9,1.0,"), lines.get(1));
        assertTrue(lines.get(3).startsWith("2026-11-01T00:00:00Z,,,11,11,"), lines.get(3));
    }
}
