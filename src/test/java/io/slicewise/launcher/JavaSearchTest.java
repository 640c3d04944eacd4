package io.slicewise.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaSearchTest {
    @TempDir
    private Path machine;

    @ParameterizedTest
    @CsvSource({
        "JAVA_VERSION=\"25.0.3\", 25",
        "JAVA_VERSION=\"25\", 25",
        "JAVA_VERSION=\"26-ea\", 26",
        "JAVA_VERSION=\"17.0.15\", 17",
        "JAVA_VERSION=\"1.8.0_392\", 8",
        "IMPLEMENTOR=\"Eclipse Adoptium\", 0",
        "JAVA_VERSION=, 0",
    })
    void readsTheFeatureNumberOfAReleaseFile(String release, int feature) {
        assertEquals(feature, JavaSearch.featureOf("OS_ARCH=\"x86_64\"\n" + release + "\nLIBC=\"gnu\"\n"));
    }

    @Test
    void takesTheInstalledJavaNearestToWhatIsNeeded() throws IOException {
        java("jvm/a-27", "27.0.1");
        Path nearest = java("jvm/b-25", "25.0.3");
        java("jvm/c-17", "17.0.15");
        assertEquals(Optional.of(nearest), search(Map.of()).find(25));
    }

    @Test
    void takesWhatTheEnvironmentNamesBeforeWhatIsInstalled() throws IOException {
        java("jvm/b-25", "25.0.3");
        Path mine = java("mine", "26");
        java("numbered", "25");
        Map<String, String> environment = Map.of(
                "JAVA_HOME_25_X64", machine.resolve("numbered").toString(),
                "SLICEWISE_JAVA_HOME", machine.resolve("mine").toString());
        assertEquals(Optional.of(mine), search(environment).find(25));
    }

    @Test
    void passesByAnEnvironmentThatNamesAnOldJavaOrNone() throws IOException {
        java("old", "17.0.15");
        Path numbered = java("numbered", "25");
        Map<String, String> environment = Map.of(
                "JAVA_HOME", machine.resolve("old").toString(),
                "JDK_HOME", machine.resolve("gone").toString(),
                "SLICEWISE_JAVA_HOME", " ",
                "JAVA25_HOME", machine.resolve("numbered").toString());
        assertEquals(Optional.of(numbered), search(environment).find(25));
    }

    @Test
    void looksIntoTheBundlesOfMacOs() throws IOException {
        Path bundled = java("jvm/temurin-25.jdk/Contents/Home", "25.0.3");
        assertEquals(Optional.of(bundled), search(Map.of()).find(25));
    }

    @Test
    void findsNothingWhereNothingCanBeStarted() throws IOException {
        java("jvm/old", "17.0.15");
        Path torso = java("jvm/torso", "25.0.3");
        Files.delete(torso);
        Files.createDirectories(machine.resolve("jvm/empty"));
        assertTrue(search(Map.of()).find(25).isEmpty());
    }

    private JavaSearch search(Map<String, String> environment) {
        return new JavaSearch(environment, List.of(machine.resolve("jvm"), machine.resolve("not-there")));
    }

    /** A folder that looks like an installed Java; returns its program. */
    private Path java(String folder, String version) throws IOException {
        Path home = machine.resolve(folder);
        Path program = home.resolve("bin/java");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "");
        assertTrue(program.toFile().setExecutable(true));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return program;
    }
}
