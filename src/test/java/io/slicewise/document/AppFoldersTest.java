package io.slicewise.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppFoldersTest {
    private static Path settings(Map<String, String> properties, Map<String, String> environment) {
        return AppFolders.of(properties::get, environment::get).settings();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        Linux,      -,               -,        /home/p/.config/slicewise
        Linux,      XDG_CONFIG_HOME, /cfg,     /cfg/slicewise
        Linux,      XDG_CONFIG_HOME, relative, /home/p/.config/slicewise
        Linux,      XDG_CONFIG_HOME, '',       /home/p/.config/slicewise
        Mac OS X,   XDG_CONFIG_HOME, /cfg,     /home/p/Library/Application Support/Slicewise
        Windows 11, -,               -,        /home/p/AppData/Roaming/Slicewise
        Windows 11, APPDATA,         /roaming, /roaming/Slicewise
        Linux,      SLICEWISE_HOME,  /own,     /own
        Windows 11, SLICEWISE_HOME,  /own,     /own
        """)
    void eachSystemHasItsPlace(String system, String variable, String value, String expected) {
        Map<String, String> environment = new HashMap<>();
        environment.put(variable, value);
        assertEquals(Path.of(expected), settings(Map.of("os.name", system, "user.home", "/home/p"), environment));
    }

    @Test
    void theSystemPropertyGoesFirst() {
        Map<String, String> properties = Map.of("os.name", "Linux", "user.home", "/home/p", "slicewise.home", "/test");
        assertEquals(Path.of("/test"), settings(properties, Map.of("SLICEWISE_HOME", "/own")));
        assertEquals(
                Path.of("/test/catalogue.json"),
                AppFolders.of(properties::get, name -> null).catalogue());
    }
}
