package io.slicewise.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sheets of single screens take all their colours from the look: so its contrast holds for them too. */
class ScreenSheetsTest {
    private static final Path SHEETS = Path.of("src", "main", "resources", "io", "slicewise", "desktop");
    private static final Pattern TOKEN = Pattern.compile("-sw-[a-z0-9-]+");
    private static final Pattern COLOUR =
            Pattern.compile("#[0-9A-Fa-f]{3,8}\\b|rgba?\\(|:[^;]*\\b(white|black|gr[ae]y)\\b");
    private static final Set<String> SET_BY_CLASS = Set.of("-sw-load", "-sw-on-load");

    @Test
    void theyNameOnlyColoursThatTheLookDefines() throws IOException {
        Set<String> defined =
                new TreeSet<>(Tokens.of(List.of("base", "light")).values().keySet());
        defined.addAll(SET_BY_CLASS);
        Set<String> unknown = new TreeSet<>();
        List<Path> sheets = sheets();
        assertFalse(sheets.isEmpty());
        for (Path sheet : sheets) {
            TOKEN.matcher(text(sheet))
                    .results()
                    .filter(token -> !defined.contains(token.group()))
                    .forEach(token -> unknown.add(sheet.getFileName() + ": " + token.group()));
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void theyHoldNoColoursOfTheirOwn() throws IOException {
        List<String> literals = new ArrayList<>();
        for (Path sheet : sheets()) {
            text(sheet)
                    .lines()
                    .filter(line -> COLOUR.matcher(line).find())
                    .forEach(line -> literals.add(sheet.getFileName() + ": " + line.strip()));
        }
        assertEquals(List.of(), literals);
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.walk(SHEETS)) {
            return files.filter(file -> file.toString().endsWith(".css"))
                    .filter(file -> !file.startsWith(SHEETS.resolve("look")))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path sheet) throws IOException {
        return Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
    }
}
