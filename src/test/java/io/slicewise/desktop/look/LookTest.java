package io.slicewise.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class LookTest {
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    @Test
    void followsTheSystemUntilAThemeIsChosen() throws Exception {
        Fx.run(() -> {
            Look look = new Look(system);
            Scene scene = new Scene(new StackPane());
            look.dress(scene);
            assertFalse(look.dark().getValue());
            assertEquals(Color.web("#F6F7F9"), background(scene));
            system.set(ColorScheme.DARK);
            assertTrue(look.dark().getValue());
            assertEquals(Color.web("#15181D"), background(scene));
            assertEquals(ColorScheme.DARK, scene.getPreferences().getColorScheme());
            look.themeProperty().set(Theme.LIGHT);
            assertFalse(look.dark().getValue());
            assertEquals(Color.web("#F6F7F9"), background(scene));
            look.themeProperty().set(Theme.DARK);
            system.set(ColorScheme.LIGHT);
            assertTrue(look.dark().getValue());
        });
    }

    @Test
    void textFollowsItsSizeWithinBoundsAndGrowsForPresentation() throws Exception {
        Fx.run(() -> {
            Look look = new Look(system);
            Label label = new Label("60.0 %");
            Scene scene = new Scene(new StackPane(label));
            look.dress(scene);
            assertEquals(13, size(scene, label));
            look.textSizeProperty().set(1.2);
            assertEquals(15.6, size(scene, label), 1e-5);
            look.textSizeProperty().set(9);
            assertEquals(19.5, size(scene, label), 1e-5);
            look.textSizeProperty().set(1);
            look.presentationProperty().set(true);
            assertEquals(18, size(scene, label));
            assertEquals(18, look.textPixels());
        });
    }

    /** JavaFX shows a tooltip 10 pixels beside and 7 below the pointer; its window begins with the shadow's margin. */
    @Test
    void theShadowOfATooltipDoesNotReachThePointer() throws Exception {
        Fx.run(() -> {
            Scene scene = new Scene(new StackPane(), 300, 200);
            new Look(system).dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            Tooltip tooltip = new Tooltip("Weighted average");
            tooltip.show(stage, 110, 107);
            try {
                assertTrue(tooltip.getX() > 101, "x " + tooltip.getX());
                assertTrue(tooltip.getY() > 101, "y " + tooltip.getY());
            } finally {
                tooltip.hide();
                stage.close();
            }
        });
    }

    @Test
    void leavesTheSheetsOfTheSceneInPlaceAndDressesOnce() throws Exception {
        Fx.run(() -> {
            Look look = new Look(system);
            Scene scene = new Scene(new StackPane());
            scene.getStylesheets().add("data:text/plain,");
            look.dress(scene);
            look.dress(scene);
            look.presentationProperty().set(true);
            List<String> sheets = scene.getStylesheets();
            assertEquals(sheets.stream().distinct().toList(), sheets);
            assertEquals("data:text/plain,", sheets.getLast());
            assertEquals(look.sheets(), sheets.subList(0, sheets.size() - 1));
        });
    }

    @Test
    void dressesADialogBeforeItIsShown() throws Exception {
        Fx.run(() -> {
            Look look = new Look(system);
            look.themeProperty().set(Theme.DARK);
            Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "content");
            look.dress(alert);
            assertEquals(look.sheets(), alert.getDialogPane().getScene().getStylesheets());
        });
    }

    @Test
    void allDigitsAreEquallyWideInBothWeights() throws Exception {
        Fx.run(() -> {
            Fonts.load();
            for (FontWeight weight : List.of(FontWeight.NORMAL, FontWeight.BOLD)) {
                Font font = Font.font(Fonts.FAMILY, weight, 100);
                assertEquals(Fonts.FAMILY, font.getFamily());
                double zero = width("0", font);
                "123456789".chars().forEach(digit -> assertEquals(zero, width(Character.toString(digit), font)));
                assertTrue(width("i", font) < zero, "the letters stay proportional");
            }
        });
    }

    @Test
    void hangulIsInTheFontItself() throws Exception {
        Fx.run(() -> {
            Fonts.load();
            Font font = Font.font(Fonts.FAMILY, 1000);
            // The advance of a syllable in Pretendard; a fallback font or a box for a missing glyph has another one.
            assertEquals(width("각", font), width("힣", font));
            assertEquals(864.3, width("각", font), 0.1);
        });
    }

    @Test
    void iconsAreAsLargeAsTheTextAsksAndInTheColourOfTheirPlace() throws Exception {
        Fx.run(() -> {
            Look look = new Look(system);
            for (Icon icon : Icon.values()) {
                Region node = icon.node();
                Scene scene = new Scene(new StackPane(node));
                look.dress(scene);
                scene.snapshot(null);
                assertEquals(16, node.getWidth(), icon.name());
                assertTrue(
                        node.getLayoutBounds()
                                .contains(node.getChildrenUnmodifiable()
                                        .getFirst()
                                        .getBoundsInParent()),
                        () -> icon + " leaves its grid");
            }
        });
    }

    @Test
    void windowIconsHaveTheSizesThatSystemsAskFor() throws Exception {
        List<Double> sizes =
                Fx.call(() -> AppIcon.images().stream().map(Image::getWidth).toList());
        assertEquals(List.of(16.0, 32.0, 64.0, 128.0, 256.0, 512.0), sizes);
    }

    private static Color background(Scene scene) {
        scene.getRoot().applyCss();
        return (Color)
                ((Region) scene.getRoot()).getBackground().getFills().getFirst().getFill();
    }

    private static double size(Scene scene, Label label) {
        scene.getRoot().applyCss();
        return label.getFont().getSize();
    }

    private static double width(String text, Font font) {
        Text node = new Text(text);
        node.setFont(font);
        return node.getLayoutBounds().getWidth();
    }
}
