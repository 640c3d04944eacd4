package io.slicewise.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    private static final FileTime BEFORE = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path folder;

    private Path lib;
    private Unpacked unpacked;

    @BeforeEach
    void makeJars() throws IOException {
        lib = Files.createDirectories(folder.resolve("lib"));
        Path jar = jar("slicewise.jar", Map.of("io/slicewise/font/Sans.ttf", "font", "io/slicewise/A.class", "class"));
        jar(
                "lib/graphics.jar",
                Map.of("libglass.so", "glass", "libprism.dylib", "prism", "glass.dll", "windows", "a/B.class", ""));
        jar("lib/zstd.jar", Map.of("linux/amd64/libzstd.so", "zstd"));
        unpacked = new Unpacked(jar);
    }

    @Test
    void fontsAndTheNativeLibrariesOfJavafxComeToLieBesideTheLibraries() throws IOException {
        unpacked.make();
        assertEquals(Set.of("graphics.jar", "zstd.jar", "Sans.ttf", "libglass.so", "libprism.dylib"), namesOf(lib));
        assertEquals("font", Files.readString(lib.resolve("Sans.ttf")));
    }

    @Test
    void whatIsThereStaysAndWhatIsAnotherIsPutThereAnew() throws IOException {
        unpacked.make();
        Files.setLastModifiedTime(lib.resolve("libglass.so"), BEFORE);
        Files.writeString(lib.resolve("Sans.ttf"), "ruin");
        unpacked.make();
        assertEquals(BEFORE, Files.getLastModifiedTime(lib.resolve("libglass.so")));
        assertEquals("font", Files.readString(lib.resolve("Sans.ttf")));
    }

    @Test
    void nothingIsLeftOfTheWork() throws IOException {
        unpacked.make();
        assertFalse(namesOf(lib).stream().anyMatch(name -> name.endsWith(".part")));
    }

    private static Set<String> namesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        }
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
