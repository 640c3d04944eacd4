package io.slicewise.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.ChartHeading;
import io.slicewise.chart.ChartSamples;
import io.slicewise.chart.Palette;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartExportTest {
    private static final ChartActions.Shown GAP = new ChartActions.Shown(ChartSamples.gap(), 640, 400, Palette.LIGHT);

    private final List<Text> said = new ArrayList<>();
    private final List<String> suggested = new ArrayList<>();

    @TempDir
    private Path folder;

    private ChartExport exportTo(Path target) {
        return new ChartExport(
                (name, extension) -> {
                    suggested.add(name + " as " + extension);
                    return Optional.of(target);
                },
                said::add);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void savesPicturesUnderTheNameThatWasChosen() throws IOException {
        Path png = folder.resolve("a.png");
        Path svg = folder.resolve("b.svg");
        exportTo(png).savePng(GAP);
        exportTo(svg).saveSvg(GAP);
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G'};
        assertArrayEquals(signature, Arrays.copyOf(Files.readAllBytes(png), 4));
        assertTrue(Files.readString(svg).contains("Where the gap comes from"));
        assertEquals(List.of("Where-the-gap-comes-from.png as png", "Where-the-gap-comes-from.svg as svg"), suggested);
        assertEquals(List.of(Text.of("chart.saved", png.toString()), Text.of("chart.saved", svg.toString())), said);
        assertEquals(2, files().size());
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        exportTo(file.resolve("a.svg")).saveSvg(GAP);
        assertEquals(1, said.size());
        assertEquals("chart.save.failed", said.getFirst().key());
        assertEquals(List.of(file), files());
        for (Language language : Language.all()) {
            String words = Messages.in(language).say(said.getFirst());
            assertTrue(words.contains("a.svg"), words);
        }
    }

    @Test
    void thinkingBetterOfItWritesNothing() throws IOException {
        new ChartExport((_, _) -> Optional.empty(), said::add).savePng(GAP);
        assertEquals(List.of(), said);
        assertEquals(List.of(), files());
    }

    @Test
    void titlesBecomeNamesThatEveryFileSystemTakes() {
        assertEquals("a-b-c.png", nameFor("a/b: c?"));
        assertEquals("chart.png", nameFor("../.."));
        assertEquals("격차는-어디에서.png", nameFor("격차는 어디에서"));
        assertEquals(64, nameFor("x".repeat(500)).length());
    }

    private static String nameFor(String title) {
        BridgeChart gap = ChartSamples.gap();
        BridgeChart named = new BridgeChart(
                ChartHeading.of(title, ""), "", gap.values(), gap.changes(), gap.steps(), gap.references());
        return ChartExport.fileName(new ChartActions.Shown(named, 1, 1, Palette.LIGHT), "png");
    }

    @Test
    void bothLanguagesHaveEveryWordOfTheMenu() {
        for (String what : List.of("menu", "copy.picture", "copy.table", "png.save", "svg.save", "table.copied")) {
            String key = "chart." + what;
            String english = Messages.in(Language.ENGLISH).say(key);
            String korean = Messages.in(Language.KOREAN).say(key);
            assertNotEquals(key, english);
            assertNotEquals(key, korean);
            assertNotEquals(english, korean);
        }
    }
}
