package io.slicewise.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.BridgeChart.Delta;
import io.slicewise.chart.BridgeChart.Total;
import io.slicewise.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTableTest {
    @Test
    void aBridgeIsATableOfChangesAndLevels() {
        BridgeChart chart = ChartSamples.bridge(
                Total.of("S", 0.75, ColorRole.INSTANCE_AVERAGE), Delta.of("3g", -0.125), Delta.of("?", Double.NaN));
        assertEquals(
                "Step\tChange (pp)\tUtilization (%)\nS\t\t75\n3g\t-12.5\t62.5\n?\t\t\n",
                ChartTable.of(chart).toTsv());
        assertEquals(
                "Bridge\nS: Utilization 75.0%\n3g: Change −12.5\u00a0pp, Utilization 62.5%\n?",
                ChartTable.of(chart).words());
    }

    @Test
    void figuresKeepAllTheirDigits() {
        BarsChart chart = new BarsChart(
                ChartSamples.heading("t"),
                "Instance",
                Axis.of("Share", ChartSamples.PERCENT),
                List.of(new BarsChart.Series("Share", ColorRole.SERIES_1, Pattern.SOLID)),
                List.of(BarsChart.Category.of("a", 3.6 / 7), BarsChart.Category.of("b", 6.2e-7)),
                List.of());
        assertEquals(
                "Instance\tShare (%)\na\t51.4285714285714\nb\t0.000062\n",
                ChartTable.of(chart).toTsv());
    }

    @Test
    void namesCannotBreakRowsOrRunAsFormulas() {
        String[] names = {"=1+1", "+x", "-x", "@x", "a\tb\nc", "\u2028=y", "plain", " =z"};
        String[] safe = {"'=1+1", "'+x", "'-x", "'@x", "a b c", "'=y", "plain", "'=z"};
        for (int i = 0; i < names.length; i++) {
            BridgeChart chart = ChartSamples.bridge(Total.of(names[i], 0.5, ColorRole.WEIGHTED));
            assertEquals(safe[i] + "\t\t50", ChartTable.of(chart).toTsv().split("\n")[1]);
        }
    }

    @Test
    void linesAreATableOverTheirPlaces() {
        ChartTable table = ChartTable.of(ChartSamples.lines(true));
        String[] lines = table.toTsv().split("\n");
        assertEquals(102, lines.length);
        assertEquals("Utilization of 3g.40gb (%)\tInstance average (%)\tSlice-weighted (%)\tWhole GPU (%)", lines[0]);
        assertEquals("50\t\t70\t60", lines[51].replaceAll("(\\d)\\.0+\\d(?=\\t|$)", "$1"));
    }

    @Test
    void tipsSayFigureUnitAndDetails() {
        BridgeChart gap = ChartSamples.gap();
        assertEquals(
                "3g.40gb: Change −11.25\u00a0pp, Utilization 60.0%",
                ChartTips.of(gap, 4).words());
        assertEquals("Instance average: Utilization 75.0%", ChartTips.of(gap, 0).words());
        assertTrue(ChartTips.of(ChartSamples.lines(false), 30)
                .words()
                .startsWith("Utilization of 3g.40gb 30.0%: Instance average 75.0%"));
        assertThrows(IndexOutOfBoundsException.class, () -> ChartTips.of(gap, 8));
    }

    @Test
    void unitsAreWrittenAsTheLanguageDoes() {
        assertEquals("75.0%", Unit.percent(Language.KOREAN).withSymbol(0.75));
        assertEquals("−15.0%p", Unit.points(Language.KOREAN).withSymbol(-0.15));
        assertEquals("–", Unit.percent(Language.KOREAN).withSymbol(Double.NaN));
        assertEquals("300\u00a0W", Unit.number("W").withSymbol(300));
        assertEquals("2.0", Unit.percent(Language.ENGLISH).tick(0.02, 0.005));
        assertEquals("100", Unit.percent(Language.ENGLISH).tick(1, 0.2));
        assertEquals("−20", Unit.points(Language.ENGLISH).tick(-0.2, 0.1));
        assertEquals(
                "Utilization (%)",
                Axis.of("Utilization", Unit.percent(Language.ENGLISH)).heading());
    }

    @Test
    void aCategoryHasAValueForEverySeries() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new BarsChart(
                        ChartSamples.heading("t"),
                        "Instance",
                        ChartSamples.UTILIZATION,
                        List.of(),
                        List.of(BarsChart.Category.of("a", 1.0)),
                        List.of()));
    }
}
