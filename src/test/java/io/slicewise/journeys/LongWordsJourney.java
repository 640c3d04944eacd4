package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody translates the product into a language whose words are 30% longer, and everything can still be read. */
class LongWordsJourney {
    private static final double LONGER = 0.3;
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Cut on purpose: what they stand for is read elsewhere in full. */
    private static final Set<String> CUT = Set.of("findings-first", "tab-label", "explain-cell-name");

    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void theExplanationCanBeReadInFull() {
        desk.openSample("scenario-1-idle-3g.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        expectReadable(".explain-view");
    }

    @Test
    void theExplanationCanBeReadInFullInLargeType() {
        desk.openSample("missing-reading.slicewise.json");
        Desk.fx(() -> {
            desk.look().textSizeProperty().set(1.5);
            return true;
        });
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        expectReadable(".explain-view");
    }

    @Test
    void theHelpCanBeReadInFull() {
        desk.open();
        for (String chapter : List.of("guide", "glossary", "keyboard", "news", "about")) {
            hands.choose("desktop.menu.help", "help.menu." + chapter);
            expectReadable(".help-view");
        }
    }

    @Test
    void theUpperEdgeHasRoomForThem() {
        desk.open();
        expectReadable(".top-bar");
    }

    @Test
    void theFiguresAndTheLowerEdgeHaveRoomForThem() {
        desk.openSample("missing-reading.slicewise.json");
        expectReadable(".figures-view");
        expectReadable(".findings");
    }

    /** What stands below a value, such as how many have a reading, must not take the room of the words beside it. */
    @Test
    void theFiguresKeepTheirWordsInLargeKorean() {
        desk.openSample("missing-reading.slicewise.json");
        Desk.fx(() -> {
            desk.look().textSizeProperty().set(1.5);
            desk.words().languageProperty().set(Language.KOREAN);
            return true;
        });
        Desk.settle();
        for (Node words : eyes.all(".figure-text")) {
            double letters = words.getLayoutBounds().getWidth() / desk.look().textPixels();
            assertTrue(letters > 6, () -> "The words of a figure have room for " + letters + " letters");
        }
    }

    @Test
    void theEditorHasRoomForThem() {
        desk.open();
        expectReadable(".editor-top");
        expectReadable(".gpu-card");
        expectReadable(".instance-table .column-header");
    }

    @Test
    void theFleetHasRoomForThem() {
        desk.openSample("host-8-gpus.slicewise.json");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        expectReadable(".fleet-bar");
        expectReadable(".fleet-table .column-header");
    }

    @Test
    void theTimelineHasRoomForThem() {
        desk.openSample("snapshot-range.json");
        Desk.until(() -> eyes.all(".document").size() == 1);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        Desk.settle();
        expectReadable(".timeline-bar");
        expectReadable(".timeline-aside");
    }

    @Test
    void theQueriesHaveRoomForThem() {
        desk.open();
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        expectReadable(".monitoring-form");
    }

    private void expectReadable(String place) {
        List<Labeled> labels = labels(place);
        assertFalse(labels.isEmpty(), place);
        Desk.fx(() -> {
            labels.forEach(LongWordsJourney::lengthen);
            return true;
        });
        Desk.settle();
        assertEquals(
                List.of(),
                Desk.fx(() -> labels.stream()
                        .filter(LongWordsJourney::isCut)
                        .map(Eyes::read)
                        .toList()),
                () -> "cut in " + place);
        List<Node> panes = eyes.all(place + " .scroll-pane");
        Desk.fx(() -> {
            panes.forEach(LongWordsJourney::expectNothingBeside);
            return true;
        });
    }

    private List<Labeled> labels(String place) {
        List<Labeled> labels = new ArrayList<>();
        for (String kind : List.of(".label", ".button", ".toggle-button", ".hyperlink")) {
            for (Node node : eyes.all(place + " " + kind)) {
                if (node instanceof Labeled labeled && CUT.stream().noneMatch(node.getStyleClass()::contains)) {
                    labels.add(labeled);
                }
            }
        }
        return labels;
    }

    /** Once each: some words stay while the page beside them changes. */
    private static void lengthen(Labeled label) {
        if (label.getProperties().put(LongWordsJourney.class, true) != null) {
            return;
        }
        String longer = WORD.matcher(label.getText())
                .replaceAll(word -> word.group()
                        + "o".repeat((int) Math.ceil(LONGER * word.group().length())));
        if (label.getParent() instanceof TableColumnHeader header) {
            header.getTableColumn().textProperty().unbind();
            header.getTableColumn().setText(longer);
            return;
        }
        label.textProperty().unbind();
        label.setText(longer);
    }

    /** Whether an ellipsis stands where words were cut off. */
    private static boolean isCut(Labeled label) {
        return label.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .anyMatch(shown -> !shown.equals(label.getText()) && shown.endsWith(label.getEllipsisString()));
    }

    private static void expectNothingBeside(Node node) {
        ScrollPane pane = (ScrollPane) node;
        double wide = pane.getContent().getLayoutBounds().getWidth();
        double room = pane.getViewportBounds().getWidth();
        assertTrue(wide <= room + 1, () -> "content " + wide + " wide in " + room);
    }
}
