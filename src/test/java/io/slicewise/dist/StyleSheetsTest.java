package io.slicewise.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Declaration;
import javafx.css.Rule;
import javafx.css.StyleConverter.StringStore;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleSheetsTest {
    private static final Path BUILT = Path.of("target", "classes");

    @TempDir
    Path classes;

    @Test
    void everySheetOfTheBuildIsReadAsItsTextIsNow() throws IOException {
        Path window = BUILT.resolve(Path.of("io", "slicewise", "desktop"));
        List<Path> texts;
        try (Stream<Path> all = Files.walk(window)) {
            texts = all.filter(path -> path.toString().endsWith(".css")).toList();
        }
        assertFalse(texts.isEmpty());
        Path now = classes.resolve("now.bss");
        for (Path text : texts) {
            Path read = Path.of(text.toString().replaceFirst("\\.css$", ".bss"));
            Stylesheet.convertToBinary(text.toFile(), now.toFile());
            List<Rule> expected = Stylesheet.loadBinary(now.toUri().toURL()).getRules();
            List<Rule> actual = Stylesheet.loadBinary(read.toUri().toURL()).getRules();
            assertEquals(expected.size(), actual.size(), text.toString());
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(Told.of(expected.get(i)), Told.of(actual.get(i)), text.toString());
            }
        }
    }

    /** What a rule says; the classes of a selector may come in any order. */
    private record Told(List<List<String>> selectors, List<String> properties, List<String> values) {
        static Told of(Rule rule) {
            return new Told(
                    rule.getSelectors().stream()
                            .map(selector -> Stream.of(selector.toString().split("(?=[.:# >])"))
                                    .sorted()
                                    .toList())
                            .toList(),
                    rule.getDeclarations().stream()
                            .map(Declaration::getProperty)
                            .toList(),
                    rule.getDeclarations().stream()
                            .map(it -> String.valueOf(it.getParsedValue()).replaceAll("@[0-9a-f]+", ""))
                            .toList());
        }
    }

    @Test
    void aSheetIsReadAgainWhenItsTextIsAnother() throws IOException, ReflectiveOperationException {
        Path text = sheet(".one { -fx-opacity: 0.5; }");
        StyleSheets.main(new String[] {classes.toString()});
        Files.writeString(text, ".two { -fx-opacity: 0.5; } .three { -fx-opacity: 1; }");
        StyleSheets.main(new String[] {classes.toString()});
        List<Rule> rules = Stylesheet.loadBinary(read(text).toUri().toURL()).getRules();
        assertEquals(
                List.of("*.two", "*.three"),
                rules.stream()
                        .map(rule -> rule.getSelectors().getFirst().toString())
                        .toList());
    }

    @Test
    void whatHasLostItsTextGoes() throws IOException, ReflectiveOperationException {
        Path text = sheet(".one { -fx-opacity: 0.5; }");
        StyleSheets.main(new String[] {classes.toString()});
        Files.delete(text);
        StyleSheets.main(new String[] {classes.toString()});
        assertFalse(Files.exists(read(text)));
    }

    /** Else two builds would not give the same jar. */
    @Test
    void statesOfASelectorAreInTheOrderOfTheirNames() throws IOException, ReflectiveOperationException {
        Path text = sheet(".some:selected:hover:armed:focused:empty:disabled { -fx-opacity: 1; }");
        StyleSheets.main(new String[] {classes.toString()});
        try (DataInputStream in = new DataInputStream(Files.newInputStream(read(text)))) {
            in.readShort(); // the version
            List<String> states = List.of("armed", "disabled", "empty", "focused", "hover", "selected");
            assertEquals(
                    states,
                    Stream.of(StringStore.readBinary(in))
                            .filter(states::contains)
                            .toList());
        }
    }

    private Path sheet(String text) throws IOException {
        Path folder = Files.createDirectories(classes.resolve(Path.of("io", "slicewise", "desktop", "look")));
        return Files.writeString(folder.resolve("some.css"), text);
    }

    private static Path read(Path text) {
        return text.resolveSibling("some.bss");
    }
}
