package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An engineer takes queries and files home, and has the ones that are there checked. */
class MonitoringJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    @TempDir
    Path folder;

    /** A series that the server has besides. */
    private volatile String apart = "";

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    private void part(String name) {
        hands.click(eyes.labelled(".monitoring-bar .toggle-button", name));
    }

    private String query() {
        return Desk.fx(() -> eyes.one(".query-code").getAccessibleText());
    }

    @Test
    void aQueryIsExplainedAndCopied() {
        desk.openSample("host-8-gpus.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        Desk.until(() -> query() != null && query().contains("DCGM_FI_PROF_GR_ENGINE_ACTIVE"));
        assertTrue(query().startsWith("# How busy is the allocated part?"), this::query);
        assertTrue(
                eyes.texts(".original .section-title").contains("In the source document (“MIG utilization analysis”)"));

        hands.fill(eyes.one(".monitoring-matchers"), "team-a");
        Desk.until(() -> !eyes.all(".field-error").isEmpty());
        assertTrue(eyes.texts(".field-error").getFirst().startsWith("Line 1"), () -> "" + eyes.texts(".field-error"));
        hands.fill(eyes.one(".monitoring-matchers"), "namespace=team-a");
        Desk.until(() -> query().contains("namespace=\"team-a\""));

        hands.click(eyes.labelled(".query-card .check-box", "Explain the parts"));
        assertFalse(query().contains("#"), this::query);
        hands.click(eyes.labelled(".query-card .button", "Copy"));
        assertEquals(query(), desk.answers.text());
    }

    @Test
    void allFilesAreLookedAtAndSaved() throws IOException {
        desk.openLow();
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        part("All files");
        Desk.until(() -> eyes.one(".file-list") instanceof ListView<?> list
                && list.getItems().size() == 12);
        assertTrue(eyes.text(".file-preview").startsWith("# Queries for Main example"));
        desk.answers.folder = Optional.of(folder);
        hands.click(eyes.labelled(".button", "Save all…"));
        Path rules = folder.resolve("slicewise-rules.yaml");
        Desk.until(() -> Files.exists(folder.resolve("metrics.prom")));
        assertTrue(Files.readString(rules).contains("groups:"));
        desk.answers.export = Optional.of(folder.resolve("mine.md"));
        hands.click(eyes.labelled(".button", "Save this one…"));
        Desk.until(() -> Files.exists(folder.resolve("mine.md")));
        assertEquals(Files.readString(folder.resolve("queries.md")), Files.readString(folder.resolve("mine.md")));
    }

    @Test
    void aRuleFileIsCheckedAndItsRepairIsCopied() throws IOException {
        Path file = folder.resolve("theirs.yaml");
        Files.writeString(file, """
            groups:
            - name: gpu
              rules:
              - record: gpu:busy
                expr: avg(DCGM_FI_DEV_GPU_UTIL)
            """);
        desk.open();
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        part("Check");
        assertEquals("What does your monitoring ask?", eyes.text(".monitoring .empty-state > .section-title"));
        desk.answers.open = List.of(file);
        hands.click(eyes.labelled(".check-left .button", "Open…"));
        Desk.until(() -> !eyes.all(".finding").isEmpty());
        assertTrue(eyes.texts(".finding .caption").getFirst().startsWith("theirs.yaml"));
        assertTrue(eyes.texts(".finding .field-name").contains("gpu:busy"));
        hands.click(eyes.all(".finding .button").getFirst());
        assertTrue(desk.answers.text().contains("DCGM_FI_PROF_GR_ENGINE_ACTIVE"), desk.answers::text);

        Desk.fx(() -> {
            desk.words().languageProperty().set(Language.KOREAN);
            return true;
        });
        Desk.settle();
        assertTrue(((Labeled) eyes.one(".check-summary")).getText().contains("건"));
    }

    @Test
    void aServerIsTriedAndBecomesADocumentThatSaysHowOldItIs() throws IOException {
        try (Stub server = Stub.http(this::answer)) {
            desk.open();
            hands.choose("desktop.menu.file", "desktop.menu.connect");
            assertEquals(
                    eyes.one(".live-address"),
                    Desk.fx(() -> desk.stage().getScene().getFocusOwner()),
                    "the address takes the keyboard");
            hands.click(eyes.labelled(".monitoring-form .button", "Test"));
            Desk.until(() -> !eyes.all(".monitoring-form > .danger").isEmpty());
            hands.fill(eyes.one(".live-address"), server.base().toString());
            hands.click(eyes.labelled(".monitoring-form .button", "Test"));
            Desk.until(() -> !eyes.all(".probe-message").isEmpty());
            assertTrue(
                    eyes.text(".probe-message").contains("one GPU instance reports"),
                    () -> eyes.text(".probe-message"));
            hands.click(eyes.labelled(".monitoring-form .button", "Connect"));
            Desk.until(() -> eyes.title().equals("Slicewise — " + server.base().getAuthority()));
            Desk.settle();
            assertTrue(eyes.text(".live-text").endsWith("Computed here from 1 series."), () -> eyes.text(".live-text"));
            assertEquals("50.0%", eyes.figures().getFirst());
            whatIsNewOnTheServerIsNewOnEveryScreenAndInTheFile();

            hands.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            assertEquals(1, eyes.all(".live-strip").size());
            hands.click(eyes.labelled(".live-strip .button", "Disconnect"));
            assertEquals("Nothing is connected", eyes.text(".live-pane .empty-state > .section-title"));
        }
    }

    private void whatIsNewOnTheServerIsNewOnEveryScreenAndInTheFile() throws IOException {
        assertEquals("Exported by monitoring: 1 GPU with 1 instance.", eyes.text(".document-told"));
        String remarks = eyes.text(".term-remark");
        apart = ",{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-2\",\"gpu\":\"1\","
                + "\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"Hostname\":\"h1\"},\"value\":[1700000000,\"0.25\"]}";
        hands.click(eyes.labelled(".live-strip .button", "Ask now"));
        Desk.until(() -> eyes.text(".document-told").contains("1 GPU without instances is apart"));
        assertNotEquals(remarks, eyes.text(".term-remark"));
        Path file = folder.resolve("live.slicewise.json");
        desk.answers.save = Optional.of(file);
        hands.press(KeyCode.CONTROL, KeyCode.S);
        assertTrue(Files.readString(file).contains("\"id\" : \"GPU-2\""), "what is saved is what is on show");
    }

    private Said answer(Asked asked) {
        if (asked.path().endsWith("buildinfo")) {
            return Said.json("{\"status\":\"success\",\"data\":{\"version\":\"2.42.0\"}}");
        }
        String query = asked.parameter("query");
        return query.startsWith("count(") || !query.contains("GR_ENGINE")
                ? Said.number(1)
                : Said.vector("{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-1\","
                        + "\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"GPU_I_ID\":\"7\",\"GPU_I_PROFILE\":\"1g.10gb\","
                        + "\"Hostname\":\"h1\"},\"value\":[1700000000,\"0.5\"]}" + apart);
    }
}
