package io.slicewise.desktop.workspace;

import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.report.Wishes;
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
 * @param library whether the Library is shown
 * @param window where the window was; {@code null} before it was ever closed
 * @param recent files that were open, the last one first
 * @param columns by the header of a table whose its columns are, as a person said
 * @param fleetColumns columns of the Fleet screen that somebody showed or hid, by the column's name
 * @param reports what was chosen for reports
 */
public record Settings(
        Theme theme,
        @Nullable Language language,
        double textSize,
        boolean library,
        @Nullable WindowPlace window,
        List<Path> recent,
        Map<String, List<Column>> columns,
        Map<String, Boolean> fleetColumns,
        Wishes reports) {
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

    /** With nothing said yet about columns and reports. */
    public Settings(
            Theme theme,
            @Nullable Language language,
            double textSize,
            boolean library,
            @Nullable WindowPlace window,
            List<Path> recent) {
        this(theme, language, textSize, library, window, recent, Map.of(), Map.of(), Wishes.DEFAULT);
    }

    /** With what a person said about the columns of tables with this header; the latest headers are remembered. */
    Settings withColumns(String header, List<Column> said) {
        Map<String, List<Column>> all = new LinkedHashMap<>(columns);
        all.remove(header);
        all.put(header, said);
        while (all.size() > MOST_HEADERS) {
            all.remove(all.keySet().iterator().next());
        }
        return new Settings(theme, language, textSize, library, window, recent, all, fleetColumns, reports);
    }

    /** A window's place on the screens, in screen coordinates. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, language, textSize, library, window, recent, columns, fleetColumns, reports);
    }

    Settings withLanguage(Language newLanguage) {
        return new Settings(theme, newLanguage, textSize, library, window, recent, columns, fleetColumns, reports);
    }

    Settings withTextSize(double newSize) {
        return new Settings(theme, language, newSize, library, window, recent, columns, fleetColumns, reports);
    }

    Settings withLibrary(boolean shown) {
        return new Settings(theme, language, textSize, shown, window, recent, columns, fleetColumns, reports);
    }

    Settings withWindow(WindowPlace place) {
        return new Settings(theme, language, textSize, library, place, recent, columns, fleetColumns, reports);
    }

    /** With a file at the head of the recent ones. */
    Settings withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return new Settings(theme, language, textSize, library, window, files, columns, fleetColumns, reports);
    }

    Settings withoutRecent() {
        return new Settings(theme, language, textSize, library, window, List.of(), columns, fleetColumns, reports);
    }

    Settings withFleetColumns(Map<String, Boolean> shown) {
        return new Settings(theme, language, textSize, library, window, recent, columns, shown, reports);
    }

    Settings withReports(Wishes wishes) {
        return new Settings(theme, language, textSize, library, window, recent, columns, fleetColumns, wishes);
    }
}
