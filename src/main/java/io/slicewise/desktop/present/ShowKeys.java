package io.slicewise.desktop.present;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Turns keys and clickers into what they ask of a show; the same in the audience's and in the presenter's window. */
final class ShowKeys {
    private final Show show;
    private final Consumer<Command> windows;

    /** @param windows does what a show by itself cannot: ends it, opens windows and sheets */
    ShowKeys(Show show, Consumer<Command> windows) {
        this.show = show;
        this.windows = windows;
    }

    /**
     * Handles a key.
     *
     * @param busy whether something on the slide has the keyboard: arrows and the space bar are its own then
     * @param sheet whether a sheet lies over the slide: only Escape is the show's then
     * @param leave takes the keyboard back from what has it
     */
    void pressed(KeyEvent event, boolean busy, boolean sheet, Runnable leave) {
        if (event.isShortcutDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        KeyCode key = event.getCode();
        if (sheet && key != KeyCode.ESCAPE || busy && isOfFocused(key) && !endsNumber(key)) {
            return;
        }
        if (busy && key == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
            return;
        }
        OptionalInt digit = Command.digit(key);
        if (digit.isPresent()) {
            show.type(digit.getAsInt());
            event.consume();
            return;
        }
        Optional<Command> command = Command.of(key);
        command.ifPresent(it -> {
            perform(it);
            event.consume();
        });
    }

    /** Enter after digits goes to the slide of that number, whatever has the keyboard. */
    private boolean endsNumber(KeyCode key) {
        return key == KeyCode.ENTER && !show.typedProperty().get().isEmpty();
    }

    private static boolean isOfFocused(KeyCode key) {
        return switch (key) {
            case UP, DOWN, LEFT, RIGHT, HOME, END, SPACE, ENTER, KP_UP, KP_DOWN, PLUS, MINUS, ADD, SUBTRACT -> true;
            default -> false;
        };
    }

    void perform(Command command) {
        switch (command) {
            case NEXT -> show.next();
            case BACK -> show.back();
            case FIRST -> show.go(1);
            case LAST -> show.last();
            case ENTER -> show.enter();
            case BLACK -> show.cover(Show.Blank.BLACK);
            case WHITE -> show.cover(Show.Blank.WHITE);
            case AUDIENCE -> show.nextAudience();
            case LANGUAGE -> show.nextLanguage();
            case RESET -> show.whatIf().drop();
            case END, SET_UP, PRESENTER, THEME, WINDOW, KEYS -> windows.accept(command);
        }
    }
}
