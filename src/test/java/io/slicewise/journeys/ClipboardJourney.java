package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner takes instances to a spreadsheet and back. */
class ClipboardJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void instancesGoToASpreadsheetAndComeBack() {
        desk.open();
        hands.click(eyes.block("2g.20gb"));
        hands.press(KeyCode.CONTROL, KeyCode.A);
        hands.press(KeyCode.CONTROL, KeyCode.C);
        assertEquals("""
            profile\tutilization %\tname\towner\tnote
            1g.10gb\t90\t\t\t
            1g.10gb\t80\t\t\t
            1g.10gb\t70\t\t\t
            2g.20gb\t60\t\t\t
            """, desk.answers.clipboard);
        assertEquals("4 instances copied.", eyes.notice());

        hands.press(KeyCode.CONTROL, KeyCode.X);
        assertEquals(List.of(), eyes.blocks());
        desk.answers.clipboard =
                "Profile\tUtilization (%)\tName\n3g.40gb\t25,5\tnightly training\n1g.10gb\t\tnotebook\n";
        hands.press(KeyCode.CONTROL, KeyCode.V);
        assertEquals(
                List.of("notebook, profile 1g.10gb, no reading", "nightly training, profile 3g.40gb, 25.5%"),
                eyes.blocks().stream().sorted().toList().reversed());
    }

    @Test
    void whatMonitoringPrintedBecomesADocument() {
        desk.open();
        hands.click(eyes.block("2g.20gb"));
        desk.answers.clipboard = """
            | GPU instances:                                        |
            |   0  MIG 3g.40gb          9        2          4:4     |
            """;
        hands.press(KeyCode.CONTROL, KeyCode.V);
        Desk.until(() -> eyes.texts(".tab .tab-label").size() == 2);
        assertEquals("Slicewise — Pasted text", eyes.title());
        desk.answers.clipboard = "host,gpu,GPU_I_ID,GPU_I_PROFILE,utilization\nnode-a,0,1,1g.10gb,0.4\n";
        hands.press(KeyCode.CONTROL, KeyCode.V);
        Desk.until(() -> eyes.texts(".tab .tab-label").size() == 3);
        assertEquals("Slicewise — Pasted text 2", eyes.title());
        desk.answers.clipboard = "Dear all";
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        Desk.until(() -> !desk.answers.told.isEmpty());
        assertEquals("This could not be opened", desk.told().getFirst());
    }

    @Test
    void aGpuThatNvidiaSmiListsCanBeUsedAtOnce() throws IOException {
        desk.openLow();
        Path listing = Path.of("src/test/resources/io/slicewise/snapshot/smi/profiles-new.txt");
        desk.answers.clipboard = Files.readString(listing);
        desk.answers.gpuName = Optional.of("Lab GPU");
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        Desk.until(() -> eyes.texts(".tab .tab-label").size() == 2);
        Desk.until(() -> eyes.texts(".label").stream().anyMatch(it -> it.contains("Lab GPU")));
        assertEquals(List.of(), desk.told());
    }

    @Test
    void whatIsNoInstanceIsRefusedInWords() {
        desk.open();
        hands.click(eyes.block("2g.20gb"));
        desk.answers.clipboard = "Dear all,\nplease find attached …";
        hands.press(KeyCode.CONTROL, KeyCode.V);
        assertEquals("Nothing was pasted: “Dear all,” is not a profile.", eyes.notice());
        desk.answers.clipboard = "7g.80gb\t10";
        hands.press(KeyCode.CONTROL, KeyCode.V);
        assertEquals("7g.80gb was not pasted: needs 7 compute slices; 2 of 7 are free.", eyes.notice());
        assertEquals(4, eyes.blocks().size());
    }
}
