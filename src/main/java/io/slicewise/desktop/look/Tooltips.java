package io.slicewise.desktop.look;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * A tooltip that is made when the pointer first comes to its node. A tooltip is a small window; the first frame of a
 * window that has fifty of them would wait for all of those.
 */
public final class Tooltips {
    private static final double WIDTH = 420;
    private static final Duration DELAY = Duration.millis(500);

    /** Marks a node that has one. */
    private static final Object HAS = Tooltips.class;

    private Tooltips() {}

    /**
     * Gives a node a tooltip.
     *
     * @param text asked for whenever the tooltip is shown, so that it follows language and figures
     */
    public static void on(Node node, Supplier<String> text) {
        node.getProperties().put(HAS, HAS);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip tooltip = new Tooltip();
                tooltip.setWrapText(true);
                tooltip.setMaxWidth(WIDTH);
                tooltip.setShowDelay(DELAY);
                // for as long as the pointer rests: a term takes longer to read than five seconds
                tooltip.setShowDuration(Duration.INDEFINITE);
                tooltip.setOnShowing(_ -> tooltip.setText(text.get()));
                Tooltip.install(node, tooltip);
            }
        });
    }

    /** Whether a node was given one. */
    public static boolean isOn(Node node) {
        return node.getProperties().containsKey(HAS);
    }
}
