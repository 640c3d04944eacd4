package io.slicewise.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.ChartTable;
import io.slicewise.page.Template;
import io.slicewise.report.Options;
import io.slicewise.report.Subjects;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    private static ChartTable figures(String sample) {
        return Subjects.report(Template.EXECUTIVE, sample, Options.of(Language.ENGLISH, Audience.MANAGER))
                .figures();
    }

    @Test
    void theFiguresOfTheMainExample() {
        List<String> lines = CsvWriter.csv(figures(Subjects.MAIN)).lines().toList();
        assertEquals(
                "\uFEFFRow,Document,GPU,Instance,Profile,Owner,Number of instances,Slices,Utilization (%),Share of"
                        + " count (%),Share of weight (%),Contribution to gap (pp),Instance average (%),Slice-weighted"
                        + " average (%),Whole-GPU utilization (%),Allocated (%)",
                lines.getFirst());
        assertEquals(
                "document,Main example: three 1g and one 2g,,,,,4,,,,,-3,75,72,51.4285714285714,71.4285714285714",
                lines.get(1));
        assertTrue(lines.get(2).startsWith("gpu,Main example: three 1g and one 2g,GPU 0,"));
        assertEquals(
                "instance,Main example: three 1g and one 2g,GPU 0,1g.10gb #1,1g.10gb,,,1,90,25,20,-0.75,,,,",
                lines.get(3));
        assertEquals(7, lines.size());
    }

    @Test
    void commasAreQuoted() {
        ChartTable table = new ChartTable(
                "t",
                List.of(new ChartTable.Column("a", "a,b"), new ChartTable.Column("c", "say \"c\"")),
                List.of(List.of(new ChartTable.Name("=1+1"), new ChartTable.Name("x"))));
        assertEquals("\uFEFF\"a,b\",\"say \"\"c\"\"\"\r\n'=1+1,x\r\n", CsvWriter.csv(table));
        assertTrue(CsvWriter.tsv(table).startsWith("a,b\tsay \"c\"\n"));
    }
}
