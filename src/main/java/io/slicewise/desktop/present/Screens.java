package io.slicewise.desktop.present;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Which screen is whose. */
final class Screens {
    private Screens() {}

    /**
     * The screens in the order of their use: the audience's first, the presenter's last. The presenter keeps the screen
     * that the editor is on; where there is only one, it is both.
     *
     * @param screens the bounds of all screens, at least one
     * @param x a place in the middle of the editor
     * @param y the same
     */
    static List<Rectangle2D> audienceFirst(List<Rectangle2D> screens, double x, double y) {
        List<Rectangle2D> ordered = new ArrayList<>(screens);
        Rectangle2D own = screens.stream()
                .filter(screen -> screen.contains(x, y))
                .findFirst()
                .orElse(screens.getFirst());
        ordered.remove(own);
        ordered.add(own);
        return ordered;
    }
}
