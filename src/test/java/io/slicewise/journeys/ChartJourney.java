package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A planner takes a chart into a mail and onto a slide. */
class ChartJourney {
    @RegisterExtension
    final Desk desk = new Desk();

    @TempDir
    Path files;

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void theFiguresOfAChartGoToASpreadsheet() {
        desk.openLow();
        hands.rightClick(bridge());
        hands.chooseEntry("Copy as table");
        String table = Desk.fx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(table.lines().count() > 5, table);
        assertTrue(table.lines().anyMatch(line -> line.startsWith("Instance average\t\t75")), table);
        assertEquals("Table copied to the clipboard, ready for a spreadsheet", eyes.text(".notification-bar .label"));
        assertTrue(isAtTheLeft(eyes.one(".notification-bar")), "a message lies where dialogs have their buttons");
    }

    @Test
    void aChartIsSavedAsAPictureAndAsShapes() throws IOException {
        desk.openLow();
        Path png = files.resolve("bridge.png");
        desk.answers.export = Optional.of(png);
        hands.rightClick(bridge());
        hands.chooseEntry("Save as PNG…");
        assertTrue(ImageIO.read(png.toFile()).getWidth() > 500, "the picture is small");
        Path svg = files.resolve("bridge.svg");
        desk.answers.export = Optional.of(svg);
        hands.rightClick(bridge());
        hands.chooseEntry("Save as SVG…");
        assertTrue(Files.readString(svg).contains("Instance average"), "the shapes carry no words");
    }

    @Test
    void theKeyboardWalksOverTheDataOfAChart() {
        desk.openLow();
        hands.click(bridge());
        hands.press(KeyCode.HOME);
        assertTrue(eyes.chart("From the instance average").contains("75.0%"), eyes.chart("From the instance average"));
        hands.press(KeyCode.RIGHT);
        hands.press(KeyCode.END);
        assertTrue(
                eyes.chart("From the instance average").contains("51.4286"), eyes.chart("From the instance average"));
        assertEquals(bridge(), Desk.fx(() -> desk.stage().getScene().getFocusOwner()));
    }

    private boolean isAtTheLeft(Node node) {
        return Desk.fx(() -> node.localToScreen(node.getBoundsInLocal()).getMaxX()
                < desk.stage().getX() + desk.stage().getWidth() * 0.6);
    }

    private Node bridge() {
        return eyes.one(".chart-view", node -> node.getAccessibleText().startsWith("From the instance average"));
    }
}
