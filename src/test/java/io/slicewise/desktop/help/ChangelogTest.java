package io.slicewise.desktop.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.slicewise.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangelogTest {
    @Test
    void versionsHaveTheirPointsInEachLanguage() {
        Changelog log = Changelog.parse("""
            # Anything
            - not of a version
            ## 0.2.0
            ### 한국어
            - 둘
            ### English
            - two
            - three
            ## 0.1.0
            ### English
            - one
            """);
        assertEquals(
                List.of(
                        new Changelog.Release("0.2.0", Map.of("ko", List.of("둘"), "en", List.of("two", "three"))),
                        new Changelog.Release("0.1.0", Map.of("en", List.of("one")))),
                log.releases());
        assertEquals(List.of("one"), log.releases().getLast().in(Language.KOREAN));
    }

    /** The file of the sources begins with the version that is built, and says the same in each language. */
    @Test
    void theNewestVersionIsTheOneThatIsBuilt() throws IOException {
        Changelog log = Changelog.parse(Files.readString(Path.of("assets/CHANGELOG.md")));
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));
        assertEquals(version, log.releases().getFirst().version());
        for (Changelog.Release release : log.releases()) {
            assertEquals(Language.codes(), release.points().keySet());
            int count = release.in(Language.standard()).size();
            assertFalse(count == 0, release::version);
            release.points().forEach((language, points) -> assertEquals(count, points.size(), language));
        }
    }
}
