package io.slicewise.desktop.editor;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys that act on what is selected, wherever in the editor the focus is, unless text is being typed. */
final class EditorKeys {
    private static final double POINT = 1;
    private static final double TEN = 10;

    private final EditorContext context;

    EditorKeys(EditorContext context) {
        this.context = context;
    }

    /** Keys with Ctrl or, on a Mac, Cmd. */
    void shortcut(KeyEvent event) {
        if (event.isShortcutDown()
                && (event.getTarget() instanceof TextInputControl field ? goOn(event, field) : act(event))) {
            event.consume();
        }
    }

    /** Keys by themselves. */
    void pressed(KeyEvent event) {
        if (!event.isShortcutDown() && !isTyping(event) && !event.isConsumed() && plain(event)) {
            event.consume();
        }
    }

    /** Undo and redo in a field whose own typing is undone or taken already are the scenario's. */
    private boolean goOn(KeyEvent event, TextInputControl field) {
        if (event.getCode() != KeyCode.Z || (event.isShiftDown() ? field.isRedoable() : field.isUndoable())) {
            return false;
        }
        if (event.isShiftDown()) {
            context.document().redo();
        } else {
            context.document().undo();
        }
        return true;
    }

    private static boolean isTyping(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl;
    }

    /** Pasting is the menu's: not everything on the clipboard is for the editor. */
    private boolean act(KeyEvent event) {
        EditorActions actions = context.actions();
        switch (event.getCode()) {
            case C -> actions.copy();
            case X -> actions.cut();
            case D -> actions.duplicate();
            case A -> actions.selectAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        double step = event.isShiftDown() ? TEN : POINT;
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> context.actions().delete();
            case ADD, PLUS -> context.actions().nudge(step);
            // on many keyboards + is Shift and =, so that Shift cannot mean ten there
            case EQUALS -> context.actions().nudge(POINT);
            case SUBTRACT, MINUS -> context.actions().nudge(-step);
            default -> {
                return false;
            }
        }
        return true;
    }
}
