package io.slicewise.desktop.workspace;

import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/**
 * Says that something was done, and goes away by itself. It stands in the lower left corner of a window: dialogs have
 * their buttons at the right, and none of them may lie below it.
 *
 * @param window over which
 */
record Toasts(Stage window, Words words) {
    private static final Duration SHOWN = Duration.seconds(4);

    private static final int LONG = 80;
    private static final double LETTERS_PER_SECOND = 15;

    /** For as long as it takes to read; a toast does not wrap, so that each of several sentences has a line. */
    void show(Text text) {
        String said = words.now(text);
        Notifications.create()
                .owner(window)
                .position(Pos.BOTTOM_LEFT)
                .text(said.length() < LONG ? said : said.replaceAll("(?<=[.]) (?=\\p{L})", "\n"))
                .hideAfter(SHOWN.add(Duration.seconds(said.length() / LETTERS_PER_SECOND)))
                .show();
    }
}
