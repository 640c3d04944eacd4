package io.slicewise.desktop.workspace;

import io.slicewise.desktop.control.Focus;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** F6 goes from one pane of the window to the next, Shift F6 back. */
final class PaneKeys {
    private final Supplier<List<Node>> panes;

    private PaneKeys(Supplier<List<Node>> panes) {
        this.panes = panes;
    }

    /** @param panes those on show, in their order */
    static void install(Node window, Supplier<List<Node>> panes) {
        window.addEventFilter(KeyEvent.KEY_PRESSED, new PaneKeys(panes)::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F6 && !event.isShortcutDown() && !event.isAltDown()) {
            go(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }

    /** A pane without anything that can have the focus is passed over. */
    private void go(int step) {
        List<Node> all = panes.get();
        int at = at(all);
        for (int i = 1; i <= all.size(); i++) {
            int from = at < 0 && step < 0 ? 0 : at;
            if (Focus.enter(all.get(Math.floorMod(from + i * step, all.size())))) {
                return;
            }
        }
    }

    private static int at(List<Node> all) {
        for (int i = 0; i < all.size(); i++) {
            if (Focus.isWithin(all.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
