package io.slicewise.desktop.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.scenario.Clip;
import io.slicewise.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceTsvTest {
    private static Clip clip(String profile, double utilization, String name, String owner, String note) {
        return new Clip(profile, utilization, name, owner, note);
    }

    @Test
    void writesAHeaderAndALineEach() {
        String text = InstanceTsv.write(
                List.of(clip("1g.10gb", 0.9, "inference", "team a", ""), clip("3g.40gb", Double.NaN, "", "", "spare")));
        assertEquals(
                "profile\tutilization %\tname\towner\tnote\n1g.10gb\t90\tinference\tteam a\t\n3g.40gb\t\t\t\tspare\n",
                text);
    }

    @Test
    void noCellIsAFormula() {
        String text =
                InstanceTsv.write(List.of(clip("1g.10gb", 0, "=HYPERLINK(\"http://x\")", "+1", "@SUM(A1)\tx\n-2")));
        for (String cell : text.split("[\t\n]")) {
            String bare = cell.startsWith("\"") ? cell.substring(1) : cell;
            assertFalse(bare.startsWith("=") || bare.startsWith("+") || bare.startsWith("@"), cell);
        }
        assertEquals(
                "=HYPERLINK(\"http://x\")",
                InstanceTsv.read(text).clips().getFirst().name());
    }

    @Test
    void readsRowsWithoutAHeader() {
        InstanceTsv.Read read = InstanceTsv.read("1g.10gb\t75%\tweb\r\n2G.20GB\t60,5 %\n\n3g.40gb\t-\n7g.80gb");
        assertEquals(
                List.of(
                        clip("1g.10gb", 0.75, "web", "", ""),
                        clip("2g.20gb", 0.605, "", "", ""),
                        clip("3g.40gb", Double.NaN, "", "", ""),
                        clip("7g.80gb", Double.NaN, "", "", "")),
                read.clips());
        assertTrue(read.problems().isEmpty());
    }

    @Test
    void findsTheProfileBehindOtherCells() {
        assertEquals(
                List.of(clip("1g.10gb", 0.9, "a", "b", "c")),
                InstanceTsv.read("GPU 0\t#1\t1g.10gb\t90\ta\tb\tc").clips());
    }

    @Test
    void aHeaderTellsTheColumnsInAnyOrderAndLanguage() {
        assertEquals(
                List.of(clip("1g.10gb", 0.9, "web", "ml", "")),
                InstanceTsv.read("소유자/팀\t사용률 (%)\tGPU\t이름\t프로파일\nml\t90\tGPU 0\tweb\t1g.10gb\n")
                        .clips());
    }

    @Test
    void saysWhatItCannotTake() {
        InstanceTsv.Read read = InstanceTsv.read("1g.10gb\t130\nhello world\n1g.10gb\t50\n");
        assertEquals(2, read.clips().size());
        assertTrue(Double.isNaN(read.clips().getFirst().utilization()));
        assertEquals(
                List.of("editor.paste.noUtilization", "editor.paste.noProfile"),
                read.problems().stream().map(Text::key).toList());
    }

    @Test
    void nothingIsNothing() {
        assertEquals(new InstanceTsv.Read(List.of(), List.of()), InstanceTsv.read(""));
        assertEquals(new InstanceTsv.Read(List.of(), List.of()), InstanceTsv.read("\n \t \n"));
    }
}
