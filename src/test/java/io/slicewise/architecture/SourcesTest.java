package io.slicewise.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be seen in the sources only. */
class SourcesTest {
    private static final Path MAIN = Path.of("src", "main", "java");

    /** A longer file is a sign that a name is missing in it. */
    private static final int LINES = 400;

    @Test
    void noFileIsSoLongThatANameIsMissing() throws IOException {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (Map.Entry<String, List<String>> file : sources().entrySet()) {
            int lines = file.getValue().size();
            if (lines > LINES) {
                tooLong.put(file.getKey(), lines);
            }
        }
        assertEquals(Map.of(), tooLong, "lines of files that are too long");
    }

    /** The lines of each file, by its name. */
    private static Map<String, List<String>> sources() throws IOException {
        Map<String, List<String>> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                sources.put(MAIN.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
            }
        }
        return sources;
    }
}
