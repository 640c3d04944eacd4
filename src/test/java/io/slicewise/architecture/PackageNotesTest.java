package io.slicewise.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every package says what may be in it, and that null is marked in it. */
class PackageNotesTest {
    @TempDir
    private Path folder;

    @Test
    void everyPackageOfTheProductHasItsNote() throws IOException {
        assertEquals(List.of(), missing(Path.of("src", "main", "java")));
        assertEquals(List.of(), missing(Path.of("src", "launcher", "java")));
    }

    @Test
    void theNotesAboveNameAllThatIsBelow() throws IOException {
        Path root = Path.of("src", "main", "java", "io", "slicewise");
        assertEquals(List.of(), unnamed(root));
        assertEquals(List.of(), unnamed(root.resolve("desktop")));
    }

    private static List<String> unnamed(Path folder) throws IOException {
        String note = Files.readString(folder.resolve("package-info.java"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .map(room -> room.getFileName().toString())
                    .filter(room ->
                            !Pattern.compile("\\b" + room + "\\b").matcher(note).find())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsMissingIsSeen() throws IOException {
        write("none/Code.java", "package none;");
        write("unmarked/Code.java", "package unmarked;");
        write("unmarked/package-info.java", "/** A note. */\npackage unmarked;");
        write("silent/Code.java", "package silent;");
        write("silent/package-info.java", "@NullMarked\npackage silent;");
        write("good/Code.java", "package good;");
        write("good/package-info.java", "/** A note. */\n@NullMarked\npackage good;");
        write("good/only/folders/below/Code.java", "package good.only.folders.below;");
        write("module-info.java", "module m {}");
        assertEquals(
                List.of(
                        "good/only/folders/below: no package-info.java",
                        "none: no package-info.java",
                        "silent: package-info.java without Javadoc",
                        "unmarked: package-info.java without @NullMarked"),
                missing(folder));
    }

    private static List<String> missing(Path sources) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path folder : packages(sources)) {
            String name = sources.relativize(folder).toString().replace('\\', '/');
            Path note = folder.resolve("package-info.java");
            if (!Files.exists(note)) {
                missing.add(name + ": no package-info.java");
                continue;
            }
            String text = Files.readString(note);
            if (!text.contains("\n@NullMarked\n") && !text.startsWith("@NullMarked\n")) {
                missing.add(name + ": package-info.java without @NullMarked");
            }
            if (!text.contains("/**")) {
                missing.add(name + ": package-info.java without Javadoc");
            }
        }
        return missing;
    }

    private static List<Path> packages(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .map(Path::getParent)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
