package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.workspace.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a planner chose is there when they come back the next day. */
class SettingsJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void languageThemeTextSizeAndLibraryAreRemembered() {
        desk.open();
        hands.choose("desktop.menu.view", "desktop.menu.smaller");
        hands.click(eyes.one(".top-bar > .button"));
        hands.press(KeyCode.CONTROL, KeyCode.L);
        hands.click(eyes.labelled(".toggle-button", "한"));
        desk.leave();

        desk.open(new SettingsFile(desk.folder()).read());
        assertEquals("파일(_F)", eyes.texts(".menus .menu-button .label").getFirst());
        assertEquals(true, desk.look().dark().getValue());
        assertEquals(0.9, desk.look().textSizeProperty().get());
        assertTrue(eyes.all(".library").size() == 1, "the Library is not shown");
    }

    @Test
    void aFileThatWasSavedIsInTheMenuOfRecentOnes() {
        desk.open();
        Path file = desk.folder().resolve("plan.slicewise.json");
        desk.answers.save = Optional.of(file);
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        desk.leave();
        desk.open(new SettingsFile(desk.folder()).read());
        hands.openMenu("desktop.menu.file");
        hands.chooseEntry("Open recent", file.toString());
        Desk.until(() -> eyes.texts(".tab .tab-label").size() == 2);
    }

    @Test
    void aBrokenSettingsFileIsSetAsideAndTheWindowOpens() throws IOException {
        Files.writeString(desk.folder().resolve("settings.json"), "{\"theme\": \"dark\", ");
        desk.open(new SettingsFile(desk.folder()).read());
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());
        assertTrue(Files.exists(desk.folder().resolve("settings.broken.json")));
    }
}
