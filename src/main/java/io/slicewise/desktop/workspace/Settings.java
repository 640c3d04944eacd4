package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Theme;
import io.slicewise.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the product remembers of a person between starts.
 *
 * @param theme light, dark, or as the system has it
 * @param language {@code null} for the system's
 * @param textSize a factor, 1 at first
 * @param library whether the Library is shown
 * @param window where the window was; {@code null} before it was ever closed
 * @param recent files that were open, the last one first
 * @param fleetColumns columns of the Fleet screen that somebody showed or hid, by the column's name
 */
public record Settings(
        Theme theme,
        @Nullable Language language,
        double textSize,
        boolean library,
        @Nullable WindowPlace window,
        List<Path> recent,
        Map<String, Boolean> fleetColumns) {
    /** How many recent files are remembered. */
    static final int MOST_RECENT = 12;

    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, null, 1, true, null, List.of());

    public Settings {
        fleetColumns = Map.copyOf(fleetColumns);
        recent = List.copyOf(recent.size() > MOST_RECENT ? recent.subList(0, MOST_RECENT) : recent);
    }

    /** With the columns of the Fleet screen as they are at first. */
    public Settings(
            Theme theme,
            @Nullable Language language,
            double textSize,
            boolean library,
            @Nullable WindowPlace window,
            List<Path> recent) {
        this(theme, language, textSize, library, window, recent, Map.of());
    }

    /** A window's place on the screens, in screen coordinates. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, language, textSize, library, window, recent, fleetColumns);
    }

    Settings withLanguage(Language newLanguage) {
        return new Settings(theme, newLanguage, textSize, library, window, recent, fleetColumns);
    }

    Settings withTextSize(double newSize) {
        return new Settings(theme, language, newSize, library, window, recent, fleetColumns);
    }

    Settings withLibrary(boolean shown) {
        return new Settings(theme, language, textSize, shown, window, recent, fleetColumns);
    }

    Settings withWindow(WindowPlace place) {
        return new Settings(theme, language, textSize, library, place, recent, fleetColumns);
    }

    /** With a file at the head of the recent ones. */
    Settings withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return new Settings(theme, language, textSize, library, window, files, fleetColumns);
    }

    Settings withoutRecent() {
        return new Settings(theme, language, textSize, library, window, List.of(), fleetColumns);
    }

    Settings withFleetColumns(Map<String, Boolean> columns) {
        return new Settings(theme, language, textSize, library, window, recent, columns);
    }
}
