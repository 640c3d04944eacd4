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
        cache = new StartCache(jar, file("jdk/bin/java", ""));
        file("target/slicewise.aot", "cache");
        file("target/slicewise.aot.txt", cache.origin() + "content abc\n");
    }

    @Test
    void isUsedForWhatItWasMadeFrom() {
        assertTrue(cache.isUsable());
    }

    @Test
    void isNotUsedForAnotherBuild() throws IOException {
        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
        assertFalse(cache.isUsable());
    }

    @Test
    void isNotUsedWithOtherLibraries() throws IOException {
        file("target/lib/b.jar", "b");
        assertFalse(cache.isUsable());
    }

    @Test
    void isNotUsedByAnotherJava() throws IOException {
        assertFalse(new StartCache(jar, file("other/bin/java", "")).isUsable());
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
        List<String> command = new ArrayList<>(new StartCache(jar, Path.of(java)).command(List.of()));
        command = new ArrayList<>(command.subList(0, command.indexOf("--module-path")));
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
