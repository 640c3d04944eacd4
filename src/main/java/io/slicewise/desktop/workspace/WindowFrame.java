package io.slicewise.desktop.workspace;

import io.slicewise.desktop.workspace.Settings.WindowPlace;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Puts the window where it was, if that is still on a screen, and remembers where it is. */
final class WindowFrame {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_VISIBLE = 120;

    private WindowFrame() {}

    static void place(Stage stage, @Nullable WindowPlace place) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        if (place == null
                || Screen.getScreensForRectangle(place.x() + LEAST_VISIBLE / 2, place.y(), LEAST_VISIBLE, LEAST_VISIBLE)
                        .isEmpty()) {
            stage.setX(screen.getMinX() + (screen.getWidth() - stage.getWidth()) / 2);
            stage.setY(screen.getMinY() + (screen.getHeight() - stage.getHeight()) / 2);
            return;
        }
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }

    /** Where the window is; of a maximized one, that it is, and the place it had before. */
    static WindowPlace of(Stage stage, @Nullable WindowPlace before) {
        return stage.isMaximized() && before != null
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                : new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }
}
