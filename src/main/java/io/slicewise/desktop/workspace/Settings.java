package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.look.Theme;
import io.slicewise.snapshot.Question.Column;
import io.slicewise.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the product remembers of a person between starts.
 *
 * @param theme light, dark, or as the system has it
 * @param language {@code null} for the system's
 * @param textSize a factor, 1 at first
 * @param alert the slice-weighted average from which on an alert is due, in percent
 * @param library whether the Library is shown
 * @param window where the window was; {@code null} before it was ever closed
 * @param recent files that were open, the last one first
 * @param columns by the header of a table whose its columns are, as a person said
 * @param fleetColumns columns of the Fleet screen that somebody showed or hid, by the column's name
 */
public record Settings(
        Theme theme,
        @Nullable Language language,
        double textSize,
        int alert,
        boolean library,
        @Nullable WindowPlace window,
        List<Path> recent,
        Map<String, List<Column>> columns,
        Map<String, Boolean> fleetColumns) {
    /** How many recent files are remembered. */
    static final int MOST_RECENT = 12;

    /** How many headers of tables are remembered. */
    static final int MOST_HEADERS = 40;

    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, null, 1, true, null, List.of());

    public Settings {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        fleetColumns = Map.copyOf(fleetColumns);
        recent = List.copyOf(recent.size() > MOST_RECENT ? recent.subList(0, MOST_RECENT) : recent);
    }

    /** With the usual alert, and nothing said yet about columns. */
    public Settings(
            Theme theme,
            @Nullable Language language,
            double textSize,
            boolean library,
            @Nullable WindowPlace window,
            List<Path> recent) {
        this(theme, language, textSize, AlertLevel.USUAL, library, window, recent, Map.of(), Map.of());
    }

    /** With what a person said about the columns of tables with this header; the latest headers are remembered. */
    Settings withColumns(String header, List<Column> said) {
        Map<String, List<Column>> all = new LinkedHashMap<>(columns);
        all.remove(header);
        all.put(header, said);
        while (all.size() > MOST_HEADERS) {
            all.remove(all.keySet().iterator().next());
        }
        return new Settings(theme, language, textSize, alert, library, window, recent, all, fleetColumns);
    }

    /** A window's place on the screens, in screen coordinates. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, language, textSize, alert, library, window, recent, columns, fleetColumns);
    }

    Settings withLanguage(Language newLanguage) {
        return new Settings(theme, newLanguage, textSize, alert, library, window, recent, columns, fleetColumns);
    }

    Settings withTextSize(double newSize) {
        return new Settings(theme, language, newSize, alert, library, window, recent, columns, fleetColumns);
    }

    Settings withAlert(int newAlert) {
        return new Settings(theme, language, textSize, newAlert, library, window, recent, columns, fleetColumns);
    }

    Settings withLibrary(boolean shown) {
        return new Settings(theme, language, textSize, alert, shown, window, recent, columns, fleetColumns);
    }

    Settings withWindow(WindowPlace place) {
        return new Settings(theme, language, textSize, alert, library, place, recent, columns, fleetColumns);
    }

    /** With a file at the head of the recent ones. */
    Settings withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return new Settings(theme, language, textSize, alert, library, window, files, columns, fleetColumns);
    }

    Settings withoutRecent() {
        return new Settings(theme, language, textSize, alert, library, window, List.of(), columns, fleetColumns);
    }

    Settings withFleetColumns(Map<String, Boolean> shown) {
        return new Settings(theme, language, textSize, alert, library, window, recent, columns, shown);
    }
}
