package io.slicewise.desktop.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/** The audience gets the screen that the presenter does not work on. */
class ScreensTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 900);
    private static final Rectangle2D WALL = new Rectangle2D(1440, 0, 1920, 1080);

    @Test
    void thePresenterKeepsTheScreenOfTheEditor() {
        assertEquals(List.of(WALL, LAPTOP), Screens.audienceFirst(List.of(LAPTOP, WALL), 700, 400));
        assertEquals(List.of(LAPTOP, WALL), Screens.audienceFirst(List.of(LAPTOP, WALL), 2000, 400));
    }

    @Test
    void oneScreenIsForBoth() {
        assertEquals(List.of(LAPTOP), Screens.audienceFirst(List.of(LAPTOP), 5000, 5000));
    }

    @Test
    void anEditorBeyondAllScreensIsOnTheFirst() {
        assertEquals(List.of(WALL, LAPTOP), Screens.audienceFirst(List.of(LAPTOP, WALL), -500, -500));
    }
}
