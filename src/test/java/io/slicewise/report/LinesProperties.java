package io.slicewise.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.ChartSamples;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Lines fit and lose nothing; columns fill their table. */
class LinesProperties {
    private static final Lines LINES = new Lines(ChartSamples.MEASURE, 10, Weight.REGULAR);

    @Property(tries = 500)
    void linesFitAndLoseNothing(
            @ForAll @StringLength(max = 80) @CharRange(from = 'a', to = 'e') @Chars({' ', '가', '\n', '—'}) String text,
            @ForAll @DoubleRange(min = 12, max = 300) double room) {
        List<String> lines = LINES.wrap(text, room);
        assertTrue(!lines.isEmpty());
        for (String line : lines) {
            assertTrue(LINES.width(line) <= room + 1e-9 || line.isBlank(), () -> line + " in " + room);
        }
        assertEquals(text.replaceAll("[ \n]", ""), String.join("", lines).replace(" ", ""));
        String read = String.join("", LINES.wrapKeepingSpaces(text, room));
        assertEquals(
                List.of(text.strip().split("[ \n]+")),
                List.of(read.strip().split(" +")),
                "words stay apart, and whole");
    }

    @Property(tries = 500)
    void columnsFillTheirTable(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 900) Integer> wishes,
            @ForAll @DoubleRange(min = 0.1, max = 1) double part) {
        double room = 500;
        double[] wanted = wishes.stream().mapToDouble(wish -> wish).toArray();
        double[] least = Arrays.stream(wanted).map(wish -> wish * part).toArray();
        double[] widths = ColumnWidths.fit(wanted, least, room);
        assertEquals(room, Arrays.stream(widths).sum(), 1e-6);
        if (Arrays.stream(least).sum() <= room) {
            assertTrue(
                    IntStream.range(0, widths.length).allMatch(i -> widths[i] >= least[i] - 1e-9),
                    () -> Arrays.toString(widths));
        }
    }
}
