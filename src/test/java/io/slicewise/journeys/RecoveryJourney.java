package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.workspace.Dialogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The machine goes down while a planner works; the next start has what was not saved, and what they chose. */
class RecoveryJourney {
    /** A process that cannot be: ids end well below on every system. */
    private static final String DEAD = "\"process\": 4194304999";

    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void afterACrashTheNextStartOffersWhatWasNotSaved() throws IOException {
        crashAfterAnEdit();
        desk.answers.agrees = true;
        desk.open();
        Desk.until(() -> desk.session().workspace().documents().size() == 2);
        assertTrue(
                desk.recovered().getFirst().contains("Main example"),
                desk.recovered().toString());
        assertEquals(List.of("83.9%", "86.2%", "61.6%"), eyes.figures());
        assertTrue(eyes.title().endsWith(" *"), eyes.title());
    }

    @Test
    void whatNobodyWantsBackIsTakenAway() throws IOException {
        crashAfterAnEdit();
        desk.answers.recovery = Dialogs.Recovery.REMOVE;
        desk.open();
        Desk.until(() -> kept().isEmpty());
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());
    }

    @Test
    void whatIsPutOffIsKeptAndAskedAboutAgain() throws IOException {
        crashAfterAnEdit();
        desk.answers.recovery = Dialogs.Recovery.LATER;
        desk.open();
        Desk.until(() -> desk.recovered().size() == 1);
        assertEquals(1, kept().size());
        assertEquals(1, desk.session().workspace().documents().size());
        desk.open();
        Desk.until(() -> desk.recovered().size() == 2);
    }

    @Test
    void whatIsSavedOrUndoneIsNotKept() {
        desk.open();
        edit();
        Desk.until(() -> kept().size() == 1);
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        Desk.until(() -> kept().isEmpty());
    }

    private void crashAfterAnEdit() throws IOException {
        desk.open();
        edit();
        Desk.until(() -> kept().size() == 1);
        Path file = kept().getFirst();
        String json = Files.readString(file);
        desk.leave();
        String crashed = json.replaceFirst("\"process\"\\s*:\\s*\\d+", DEAD);
        assertTrue(crashed.contains(DEAD), json);
        Files.writeString(file, crashed);
    }

    private void edit() {
        hands.fill(eyes.inRow(3, ".utilization-field"), "95.5");
        hands.press(KeyCode.ENTER);
    }

    private List<Path> kept() throws IOException {
        Path folder = desk.folder().resolve("autosave");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".autosave.json"))
                    .toList();
        }
    }
}
