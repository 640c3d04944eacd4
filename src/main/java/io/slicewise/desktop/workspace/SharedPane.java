package io.slicewise.desktop.workspace;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Two panes that keep their shares of the width when the window grows. A split pane alone gives both sides the same
 * number of pixels, so that shares drift; here they change only when somebody drags the divider.
 */
final class SharedPane extends SplitPane {
    private double share;

    /** @param share of the left side, 0 to 1 */
    SharedPane(Node left, Node right, double share) {
        super(left, right);
        this.share = share;
        setDividerPositions(share);
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> this.share = getDividerPositions()[0]);
    }

    @Override
    protected void layoutChildren() {
        if (!isPressed()) {
            setDividerPositions(share);
        }
        super.layoutChildren();
    }
}
