package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BuildInfoTest {
    @Test
    void whatTheBuildFilledInIsThere() {
        Properties said = new Properties();
        said.setProperty("version", "0.1.0");
        said.setProperty("date", "2026-01-01T00:00:00Z");
        said.setProperty("releases", "https://releases.test/newest.json");
        assertEquals(
                new BuildInfo("0.1.0", LocalDate.of(2026, 1, 1), URI.create("https://releases.test/newest.json")),
                BuildInfo.of(said));
    }

    @Test
    void whatItDidNotFillInIsNotThere() {
        Properties said = new Properties();
        said.setProperty("version", "${project.version}");
        said.setProperty("date", "soon");
        said.setProperty("releases", "");
        assertEquals(new BuildInfo("", null, null), BuildInfo.of(said));
    }

    @Test
    void anAddressWithoutEncryptionIsNone() {
        Properties said = new Properties();
        said.setProperty("releases", "http://releases.test/newest.json");
        assertNull(BuildInfo.of(said).releases());
    }
}
