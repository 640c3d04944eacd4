package io.slicewise.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-r--", "rwxr-xr-x"})
    void aFileThatIsReplacedKeepsItsMode(String mode) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        AtomicFile.write(file, NEW);
        assertEquals("new", Files.readString(file));
        assertEquals(mode, mode(file));
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void whatIsTheOwnersIsNobodyElses() throws IOException {
        Path file = folder.resolve("settings/deep/settings.json");
        AtomicFile.writeForOwner(file, NEW);
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(file.getParent()));
        assertEquals("rwx------", mode(file.getParent().getParent()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        AtomicFile.writeForOwner(file, NEW);
        assertEquals("rw-------", mode(file));
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void aNewFileIsAsAnyOther() throws IOException {
        AtomicFile.write(folder.resolve("a"), NEW);
        Files.writeString(folder.resolve("b"), "b");
        assertEquals(mode(folder.resolve("b")), mode(folder.resolve("a")));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aPlantedLinkIsNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        String foreseen = ".a.json." + ProcessHandle.current().pid() + ".tmp";
        Files.createSymbolicLink(folder.resolve(foreseen), precious);
        AtomicFile.write(folder.resolve("a.json"), NEW);
        assertEquals("mine", Files.readString(precious));
    }

    @Test
    void aTargetThatIsALinkStaysOne() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        AtomicFile.write(link, NEW);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(real));
    }

    @Test
    void whatACrashLeftIsSweptAndWhatIsBeingWrittenStays() throws IOException {
        Path left = Files.writeString(folder.resolve(".slicewise-123.tmp"), "half");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Path under = Files.writeString(folder.resolve(".slicewise-456.tmp"), "now");
        AtomicFile.write(folder.resolve("a.json"), NEW);
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(under));
    }

    @Test
    void aNameThatIsAsLongAsNamesCanBeIsWritten() throws IOException {
        Path file = folder.resolve("긴".repeat(80) + ".slicewise.json");
        AtomicFile.write(file, NEW);
        assertEquals("new", Files.readString(file));
    }

    @Test
    void nothingIsLeftOfWhatCannotBeWritten() throws IOException {
        Path busy = Files.createDirectories(folder.resolve("busy/full")).getParent();
        assertThrows(IOException.class, () -> AtomicFile.write(busy, NEW));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(busy), files.toList());
        }
    }
}
