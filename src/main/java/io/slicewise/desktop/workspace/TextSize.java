package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Look;
import java.util.Map;
import javafx.scene.input.KeyCombination;

/** Makes the text of all windows larger and smaller, in steps. */
final class TextSize {
    private static final double STEP = 0.1;

    private final Look look;

    TextSize(Look look) {
        this.look = look;
    }

    /**
     * Keys for the text size beside those that the menu names: a key is called by what it types alone, and {@code +} is
     * above {@code =} on most layouts, the Korean one included; the number pad has keys of its own.
     */
    Map<KeyCombination, Runnable> otherKeys() {
        return Map.of(
                KeyCombination.valueOf("Shortcut+EQUALS"), this::larger,
                KeyCombination.valueOf("Shortcut+Shift+EQUALS"), this::larger,
                KeyCombination.valueOf("Shortcut+Shift+PLUS"), this::larger,
                KeyCombination.valueOf("Shortcut+ADD"), this::larger,
                KeyCombination.valueOf("Shortcut+SUBTRACT"), this::smaller,
                KeyCombination.valueOf("Shortcut+Numpad 0"), this::usual);
    }

    void larger() {
        resize(STEP);
    }

    void smaller() {
        resize(-STEP);
    }

    void usual() {
        look.textSizeProperty().set(1);
    }

    private void resize(double step) {
        double size = Math.round((look.textSizeProperty().get() + step) * 10) / 10.0;
        look.textSizeProperty().set(Math.clamp(size, Look.SMALLEST_TEXT, Look.LARGEST_TEXT));
    }
}
