package io.slicewise.desktop.control;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * Two panes that keep their shares of the width when the window grows and shrinks. A split pane alone gives both sides
 * the same number of pixels, and stays moved where one side was pressed to its least width; here shares change only when
 * a person drags the divider.
 */
public final class SharedPane extends SplitPane {
    private double share;

    /** @param share of the left side, 0 to 1 */
    public SharedPane(Node left, Node right, double share) {
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
