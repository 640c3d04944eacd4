package io.slicewise.desktop.workspace;

import io.slicewise.desktop.control.Focus;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a list of buttons that is one stop of Tab: arrows, Home and End go from one to the next, letters to the next
 * one whose words begin so. Tab comes back to the one that had the focus last.
 */
final class ShelfKeys {
    private static final long TYPING_NANOS = 900_000_000;

    private final Supplier<List<Button>> items;
    private final LongSupplier nanoTime = System::nanoTime;
    private String typed = "";
    private long typedAt;

    private ShelfKeys(Supplier<List<Button>> items) {
        this.items = items;
    }

    /** @param items the buttons, from top to bottom */
    static ShelfKeys install(Parent list, Supplier<List<Button>> items) {
        ShelfKeys keys = new ShelfKeys(items);
        list.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        list.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
        return keys;
    }

    /** Makes the list one stop again, after buttons came or went. */
    void update() {
        List<Button> all = items.get();
        Node stop =
                all.stream().filter(Node::isFocusTraversable).findFirst().orElse(all.isEmpty() ? null : all.getFirst());
        all.forEach(item -> item.setFocusTraversable(item.equals(stop)));
    }

    private void pressed(KeyEvent event) {
        List<Button> all = items.get();
        int at = focused(all);
        if (at < 0 || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        int to = switch (event.getCode()) {
            case DOWN -> Math.min(all.size() - 1, at + 1);
            case UP -> Math.max(0, at - 1);
            case HOME -> 0;
            case END -> all.size() - 1;
            default -> -1;
        };
        if (to >= 0) {
            go(all, to);
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        List<Button> all = items.get();
        int at = focused(all);
        String letter = event.getCharacter();
        if (at < 0
                || letter.isBlank()
                || Character.isISOControl(letter.charAt(0))
                || event.isShortcutDown()
                || event.isAltDown()) {
            return;
        }
        long now = nanoTime.getAsLong();
        boolean goesOn = now - typedAt < TYPING_NANOS && !typed.isEmpty();
        typed = (goesOn ? typed : "") + letter.toLowerCase(Locale.ROOT);
        typedAt = now;
        // the first letter goes on from the one that has the focus, further ones may stay on it
        int to = beginning(all, typed, goesOn ? at : at + 1);
        if (to < 0 && typed.chars().distinct().count() == 1) {
            to = beginning(all, typed.substring(0, 1), at + 1); // the same letter again: the next one with it
        }
        if (to >= 0) {
            go(all, to);
        }
        event.consume();
    }

    /** The first one from a place on, and around, whose words begin so; −1 where none does. */
    private static int beginning(List<Button> all, String words, int from) {
        for (int i = 0; i < all.size(); i++) {
            int candidate = (from + i) % all.size();
            if (all.get(candidate).getText().toLowerCase(Locale.ROOT).startsWith(words)) {
                return candidate;
            }
        }
        return -1;
    }

    private static int focused(List<Button> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private static void go(List<Button> all, int to) {
        all.forEach(item -> item.setFocusTraversable(false));
        all.get(to).setFocusTraversable(true);
        Focus.put(all.get(to), true);
    }
}
