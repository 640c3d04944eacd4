package io.slicewise.desktop.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.report.ReportChoice;
import io.slicewise.page.Template;
import io.slicewise.report.file.ReportFormat;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.story.Audience;
import io.slicewise.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Settings settings = new Settings(
                Theme.DARK,
                Language.KOREAN,
                1.2,
                85,
                Set.of("gap", "similar"),
                false,
                new Settings.WindowPlace(10, 20, 1200, 800, true),
                List.of(Path.of("/a b/ü.slicewise.json")),
                Map.of("0a1b", List.of(new Column(2, "Value #A", "GPU-1", "7", "1g.10gb")), "none", List.of()),
                Map.of("host", false, "gap", true),
                new ReportChoice(
                        Template.FLEET,
                        EnumSet.of(ReportFormat.PPTX, ReportFormat.SVG),
                        Language.KOREAN,
                        Audience.ENGINEER,
                        "김 다나",
                        Path.of("/a b/logo.png"),
                        Path.of("/a b/company.potx"),
                        Path.of("/reports")),
                new Updates.Wish(true, LocalDate.of(2026, 3, 1)));
        new SettingsFile(folder.resolve("new")).write(settings);
        assertEquals(settings, new SettingsFile(folder.resolve("new")).read());
    }

    @Test
    void withoutAFileEverythingIsAsAtFirst() {
        assertEquals(Settings.DEFAULT, new SettingsFile(folder).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\0\0",
                "7",
                "{\"theme\":7,\"textSize\":99,\"recent\":{},\"window\":[]}",
                "{\"reports\":{\"template\":\"poem\",\"formats\":[\"doc\",3],\"alert\":9,\"folder\":\"\",\"audience\":[]}}"
            })
    void aBrokenFileNeverStopsTheStart(String content) throws IOException {
        Files.writeString(folder.resolve("settings.json"), content);
        assertEquals(Settings.DEFAULT, new SettingsFile(folder).read());
    }

    @Test
    void aFileThatIsNoJsonIsKept() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{ half");
        new SettingsFile(folder).read();
        assertTrue(Files.readString(folder.resolve("settings.broken.json")).contains("half"));
    }

    @Test
    void whatCanBeReadIsTaken() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"), "{\"theme\":\"dark\",\"textSize\":\"large\",\"alert\":0,\"x\":1}");
        Settings read = new SettingsFile(folder).read();
        assertEquals(Theme.DARK, read.theme());
        assertEquals(90, read.alert());
        assertEquals(1, read.textSize());
    }

    @Test
    void fieldsOfAnotherVersionSurvive() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        Files.writeString(
                folder.resolve("settings.json"), "{\"theme\":\"dark\",\"shiny\":{\"x\":1},\"language\":\"ko\"}");
        file.write(Settings.DEFAULT);
        String text = Files.readString(folder.resolve("settings.json"));
        assertTrue(text.contains("shiny") && !text.contains("dark") && !text.contains("\"language\""), text);
        assertEquals(Settings.DEFAULT, file.read());
    }

    @Test
    void twoWindowsKeepWhatTheOtherChanged() throws IOException {
        SettingsFile one = new SettingsFile(folder);
        SettingsFile other = new SettingsFile(folder);
        one.write(Settings.DEFAULT.withRecent(Path.of("/old")));
        Settings first = one.read();
        Settings second = other.read();
        one.write(first.withTheme(Theme.DARK).withRecent(Path.of("/a")));
        other.write(second.withTextSize(1.5).withRecent(Path.of("/b")));
        Settings both = new SettingsFile(folder).read();
        assertEquals(Theme.DARK, both.theme());
        assertEquals(1.5, both.textSize());
        assertEquals(List.of(Path.of("/b"), Path.of("/old"), Path.of("/a")), both.recent());
        one.write(first.withTheme(Theme.SYSTEM).withRecent(Path.of("/a")));
        assertEquals(1.5, new SettingsFile(folder).read().textSize());
        assertEquals(Theme.SYSTEM, new SettingsFile(folder).read().theme());
    }

    @Test
    void theLatestHeadersAreRemembered() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 50; i++) {
            settings = settings.withColumns("h" + i, List.of());
        }
        settings = settings.withColumns("h20", List.of());
        assertEquals(Settings.MOST_HEADERS, settings.columns().size());
        assertTrue(settings.columns().containsKey("h20") && !settings.columns().containsKey("h9"));
    }

    @Test
    void whatANewerVersionWroteStaysInTheFile() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"theme\":\"dark\",\"language\":\"ko\",\"zoom\":{\"charts\":2}}");
        SettingsFile settings = new SettingsFile(folder);
        settings.write(Settings.DEFAULT.withFleetColumns(Map.of("gpu.gap", false)));
        assertTrue(Files.readString(file).contains("\"charts\""));
        assertEquals(Settings.DEFAULT.withFleetColumns(Map.of("gpu.gap", false)), settings.read());
        settings.write(Settings.DEFAULT);
        assertEquals(Settings.DEFAULT, settings.read());
    }

    @Test
    void recentFilesAreUniqueAndFew() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 30; i++) {
            settings = settings.withRecent(Path.of("f" + i % 20));
        }
        assertEquals(Settings.MOST_RECENT, settings.recent().size());
        assertEquals(Path.of("f9"), settings.recent().getFirst());
        assertEquals(
                settings.recent().size(), settings.recent().stream().distinct().count());
    }
}
