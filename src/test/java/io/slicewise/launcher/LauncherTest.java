package io.slicewise.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void passesOnPropertiesHeapSizesAndArgumentsButNoFlagsThatAnotherJavaMayNotKnow() {
        List<String> command = Launcher.command(
                Path.of("/jdk/bin/java"),
                List.of("-Duser.language=ko", "-Xmx512m", "-XX:+UseParallelGC", "--illegal-access=permit"),
                Path.of("slicewise.jar"),
                "averages",
                "a file.prom");
        assertEquals(
                List.of(
                        "/jdk/bin/java",
                        "-Duser.language=ko",
                        "-Xmx512m",
                        "-Dslicewise.launcher=" + ProcessHandle.current().pid(),
                        "-jar",
                        "slicewise.jar",
                        "averages",
                        "a file.prom"),
                command);
    }

    @Test
    void saysWhatToInstallInOneSentenceOfTheSystemsLanguage() {
        String english = Launcher.whatToInstall(Locale.GERMANY, UTF_8, "17.0.15");
        String korean = Launcher.whatToInstall(Locale.KOREA, UTF_8, "17.0.15");
        for (String sentence : List.of(english, korean)) {
            assertEquals(1, sentence.lines().count());
            assertTrue(sentence.contains("25") && sentence.contains("17.0.15"), sentence);
            assertTrue(sentence.contains("SLICEWISE_JAVA_HOME"), sentence);
        }
        assertTrue(english.startsWith("Slicewise needs Java 25 or newer"), english);
        assertTrue(korean.contains("Java 25 이상이 필요합니다"), korean);
        assertEquals(english, Launcher.whatToInstall(Locale.KOREA, US_ASCII, "17.0.15"));
    }
}
