package io.slicewise.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.text.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A planner changes the language, the theme and the size of the text while they work. */
class LooksJourney {
    /** Words of English that a Korean window may show: profiles, models, names of GPUs, the product, file names. */
    private static final String SAME_IN_KOREAN = "\\d.*|GPUs?( \\d+)?|A100.*|EN|한|[SWG]|Slicewise.*|H\\d+|SM.*";

    @RegisterExtension
    final Desk desk = new Desk();

    private final Eyes eyes = desk.eyes;
    private final Hands hands = desk.hands;

    @Test
    void theWholeWindowSpeaksKoreanAtOnce() {
        desk.open();
        hands.click(eyes.one(".findings-toggle.term-finding"));
        List<String> english = eyes.words();
        hands.click(eyes.labelled(".toggle-button", "한"));
        assertEquals(List.of("75.0%", "72.0%", "51.4%"), eyes.figures());
        assertEquals("Slicewise — 대표 예시: 1g 3개와 2g 1개", eyes.title());
        assertTrue(eyes.texts(".table-view .column-header .label").contains("사용률"));
        assertEquals("파일(_F)", eyes.texts(".menus .menu-button .label").getFirst());
        Set<String> left = new HashSet<>(english);
        left.retainAll(eyes.words());
        left.removeIf(words -> words.matches(SAME_IN_KOREAN) || !words.matches(".*[A-Za-z]{2}.*"));
        assertEquals(Set.of(), left, "left in English");
        hands.click(eyes.labelled(".toggle-button", "EN"));
        assertEquals(english, eyes.words());
    }

    @Test
    void aMenuThatIsOpenChangesItsLanguageToo() {
        desk.open();
        hands.openMenu("desktop.menu.edit");
        eyes.labelled(".menu-item > .label", "Select all");
        Desk.fx(() -> {
            desk.words().languageProperty().set(Language.KOREAN);
            return true;
        });
        Desk.settle();
        eyes.labelled(".menu-item > .label", desk.words().now("desktop.menu.selectAll"));
        hands.press(KeyCode.ESCAPE);
    }

    @Test
    void darkAndLightAreSwitchedWithoutAWordFromTheStyleSheets() {
        desk.open();
        assertTrue(brightness() > 0.8, "light at first");
        hands.click(eyes.one(".top-bar > .button"));
        assertTrue(brightness() < 0.3, "dark");
        hands.choose("desktop.menu.view", "desktop.menu.theme", "desktop.theme.light");
        assertTrue(brightness() > 0.8, "light again");
        double before = eyes.one(".figure-card.weighted .figure-value")
                .getLayoutBounds()
                .getHeight();
        hands.choose("desktop.menu.view", "desktop.menu.larger");
        assertTrue(eyes.one(".figure-card.weighted .figure-value")
                        .getLayoutBounds()
                        .getHeight()
                > before);
    }

    @Test
    void textGrowsByWhateverKeyHasThePlus() {
        desk.open();
        for (List<KeyCode> plus : List.of(
                List.of(KeyCode.CONTROL, KeyCode.PLUS),
                List.of(KeyCode.CONTROL, KeyCode.EQUALS),
                List.of(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS),
                List.of(KeyCode.CONTROL, KeyCode.ADD))) {
            hands.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            hands.press(plus.toArray(KeyCode[]::new));
            assertEquals(1.1, desk.look().textSizeProperty().get(), 1e-9, plus::toString);
        }
        hands.press(KeyCode.CONTROL, KeyCode.SUBTRACT);
        hands.press(KeyCode.CONTROL, KeyCode.MINUS);
        assertEquals(0.9, desk.look().textSizeProperty().get(), 1e-9);
        hands.press(KeyCode.CONTROL, KeyCode.NUMPAD0);
        assertEquals(1, desk.look().textSizeProperty().get(), 1e-9);
        assertEquals(
                List.of(),
                desk.stage().getScene().getAccelerators().keySet().stream()
                        .filter(keys -> !(keys instanceof KeyCodeCombination))
                        .toList(),
                "a key that no keyboard has");
    }

    /** At 980 pixels there is room for all three panes in small type alone. */
    @Test
    void theLibraryStepsAsideWhereTheDocumentNeedsTheRoom() {
        desk.openWithLibrary();
        assertEquals(List.of(), eyes.all(".library"));
        hands.press(KeyCode.CONTROL, KeyCode.MINUS);
        Desk.settle();
        assertEquals(1, eyes.all(".window > .library").size(), "beside the document");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        Desk.settle();
        assertEquals(List.of(), eyes.all(".library"));
        hands.press(KeyCode.CONTROL, KeyCode.L);
        Desk.settle();
        assertEquals(0, eyes.all(".window > .library").size(), "over the document");
        hands.click(eyes.labelled(".library-item", "One instance without a reading"));
        assertEquals(List.of(), eyes.all(".library"), "gone once it was chosen from");
        assertEquals(2, desk.session().workspace().documents().size());
        hands.press(KeyCode.CONTROL, KeyCode.MINUS);
        Desk.settle();
        assertEquals(1, eyes.all(".window > .library").size(), "it is still wanted");
    }

    private double brightness() {
        return Desk.fx(() -> {
            Region root = (Region) desk.stage().getScene().getRoot();
            return root.getBackground().getFills().getFirst().getFill() instanceof Color color
                    ? color.getBrightness()
                    : Double.NaN;
        });
    }
}
