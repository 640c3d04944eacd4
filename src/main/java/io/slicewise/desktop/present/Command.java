package io.slicewise.desktop.present;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;

/** What a key or a clicker asks of a show. */
enum Command {
    NEXT,
    BACK,
    FIRST,
    LAST,
    ENTER,
    BLACK,
    WHITE,
    END,
    SET_UP,
    PRESENTER,
    AUDIENCE,
    LANGUAGE,
    THEME,
    RESET,
    WINDOW,
    KEYS;

    /** What a key asks, without modifiers. Clickers send Page Up and Page Down, F5 and Escape, B or a full stop. */
    static Optional<Command> of(KeyCode key) {
        return Optional.ofNullable(
                switch (key) {
                    case RIGHT, DOWN, SPACE, PAGE_DOWN, N, KP_RIGHT, KP_DOWN -> NEXT;
                    case LEFT, UP, PAGE_UP, BACK_SPACE, KP_LEFT, KP_UP -> BACK;
                    case HOME, F5 -> FIRST;
                    case END -> LAST;
                    case ENTER -> ENTER;
                    case B, PERIOD -> BLACK;
                    case W, COMMA -> WHITE;
                    case ESCAPE -> END;
                    case S -> SET_UP;
                    case P -> PRESENTER;
                    case A -> AUDIENCE;
                    case L -> LANGUAGE;
                    case D -> THEME;
                    case R -> RESET;
                    case F11, F -> WINDOW;
                    case F1, H, SLASH -> KEYS;
                    default -> null;
                });
    }

    /** The digit of a key. */
    static OptionalInt digit(KeyCode key) {
        String name = key.getName();
        String last = name.substring(name.length() - 1);
        return key.isDigitKey() && last.matches("\\d") ? OptionalInt.of(Integer.parseInt(last)) : OptionalInt.empty();
    }
}
