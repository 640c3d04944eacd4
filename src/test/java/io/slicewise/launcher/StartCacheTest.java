package io.slicewise.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartCacheTest {
    @TempDir
    private Path folder;

    private Path jar;
    private Path release;
    private StartCache cache;

    @BeforeEach
    void makeCache() throws IOException {
        jar = file("target/slicewise.jar", "classes");
        file("target/lib/a.jar", "a");
        release = file("jdk/release", "JAVA_VERSION=\"25.0.3\"");
        cache = new StartCache(jar, file("jdk/bin/java", ""), StartCache.Use.WINDOW);
        file("target/slicewise.aot", "cache");
        Files.write(cache.note(), cache.origin());
    }

    @Test
    void isUsedForWhatItWasMadeFrom() {
        assertTrue(cache.isUsable());
    }

    @Test
    void isNotUsedForAnotherBuild() throws IOException {
        file("target/slicewise.jar", "Classes");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertFalse(cache.isUsable());
    }

    @Test
    void isUsedWhereAllOfItWasCopiedTo() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy/lib")).getParent();
        for (String name : List.of("slicewise.jar", "slicewise.aot", "slicewise.aot.txt", "lib/a.jar")) {
            Files.copy(folder.resolve("target").resolve(name), copy.resolve(name));
        }
        Path copied = copy.resolve("slicewise.jar");
        Files.setLastModifiedTime(copied, FileTime.fromMillis(0));

        assertTrue(new StartCache(copied, folder.resolve("jdk/bin/java"), StartCache.Use.WINDOW).isUsable());
        assertEquals(
                Files.getLastModifiedTime(jar).toMillis(),
                Files.getLastModifiedTime(copied).toMillis(),
                "Java asks for the time");
    }

    @Test
    void eachUseHasItsOwn() {
        StartCache command = new StartCache(jar, folder.resolve("jdk/bin/java"), StartCache.Use.COMMAND);
        assertEquals(folder.resolve("target/slicewise-command.aot"), command.file());
        assertFalse(command.isUsable());
    }

    /** The image's launchers are written by a program of one file, which cannot ask here. */
    @ParameterizedTest
    @EnumSource
    void anImageStartsWithTheSameOptions(StartCache.Use use) throws IOException {
        String distribution = Files.readString(Path.of("src/dist/java/io/slicewise/dist/Distribution.java"))
                .replaceAll("\"\\s*\\+ \"", "");
        List<String> options = new StartCache(jar, folder.resolve("jdk/bin/java"), use)
                .command(List.of()).stream()
                        .filter(it -> it.matches("-X[^l].*") && !it.startsWith("-XX:AOT"))
                        .toList();
        assertTrue(options.size() > 5, options.toString());
        assertTrue(
                distribution.contains('"' + String.join(" ", options) + '"'),
                use + " has " + options + ", and Distribution others");
    }

    @Test
    void isNotUsedWithOtherLibraries() throws IOException {
        file("target/lib/b.jar", "b");
        assertFalse(cache.isUsable());
    }

    @Test
    void isNotUsedByAnotherJava() throws IOException {
        assertFalse(new StartCache(jar, file("other/bin/java", ""), StartCache.Use.WINDOW).isUsable());
        Files.writeString(release, "JAVA_VERSION=\"25.0.4\"");
        assertFalse(cache.isUsable());
    }

    @Test
    void isNotUsedWhereItIsNot() throws IOException {
        Files.delete(cache.file());
        assertFalse(cache.isUsable());
    }

    @Test
    void saysNothingOnTheTerminalWhenJavaDoesNotTakeIt() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                new ArrayList<>(new StartCache(jar, Path.of(java), StartCache.Use.WINDOW).command(List.of()));
        command = new ArrayList<>(command.subList(0, command.indexOf("--class-path")));
        assertEquals("-XX:AOTCache=" + cache.file(), command.get(1));
        command.add("--version");
        String usual = output(List.of(java, "--version")).replace(", sharing", ""); // that is, with another cache
        assertEquals(usual, output(command));
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
