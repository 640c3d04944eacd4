package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.look.Theme;
import io.slicewise.desktop.report.ReportChoice;
import io.slicewise.snapshot.OpenQuestion.Column;
import io.slicewise.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the product remembers of a person between starts.
 *
 * @param theme light, dark, or as the system has it
 * @param language {@code null} for the system's
 * @param textSize a factor, 1 at first
 * @param alert the slice-weighted average from which on an alert is due, in percent
 * @param rulesOff the ids of the rules whose findings are not wanted
 * @param library whether the Library is shown
 * @param window where the window was; {@code null} before it was ever closed
 * @param recent files that were open, the last one first
 * @param columns by the header of a table whose its columns are, or which has the utilization, as a person said
 * @param fleetColumns columns of the Fleet screen that somebody showed or hid, by the column's name
 * @param reports what was chosen for reports
 * @param updates whether newer versions are asked for
 */
public record Settings(
        Theme theme,
        @Nullable Language language,
        double textSize,
        int alert,
        Set<String> rulesOff,
        boolean library,
        @Nullable WindowPlace window,
        List<Path> recent,
        Map<String, List<Column>> columns,
        Map<String, Boolean> fleetColumns,
        ReportChoice reports,
        Updates.Wish updates) {
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

    /** With the usual alert, and nothing said yet about columns and reports. */
    public Settings(
            Theme theme,
            @Nullable Language language,
            double textSize,
            boolean library,
            @Nullable WindowPlace window,
            List<Path> recent) {
        this(
                theme,
                language,
                textSize,
                AlertLevel.USUAL,
                Set.of(),
                library,
                window,
                recent,
                Map.of(),
                Map.of(),
                ReportChoice.DEFAULT,
                Updates.Wish.NONE);
    }

    /** With what a person said about the columns of tables with this header; the latest headers are remembered. */
    Settings withColumns(String header, List<Column> said) {
        Map<String, List<Column>> all = new LinkedHashMap<>(columns);
        all.remove(header);
        all.put(header, List.copyOf(said));
        while (all.size() > MOST_HEADERS) {
            all.remove(all.keySet().iterator().next());
        }
        return with(draft -> draft.columns = all);
    }

    /** A window's place on the screens, in screen coordinates. */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    Settings withTheme(Theme newTheme) {
        return with(draft -> draft.theme = newTheme);
    }

    Settings withLanguage(Language newLanguage) {
        return with(draft -> draft.language = newLanguage);
    }

    Settings withTextSize(double newSize) {
        return with(draft -> draft.textSize = newSize);
    }

    Settings withAlert(int newAlert) {
        return with(draft -> draft.alert = newAlert);
    }

    Settings withRulesOff(Set<String> ids) {
        return with(draft -> draft.rulesOff = ids);
    }

    Settings withLibrary(boolean shown) {
        return with(draft -> draft.library = shown);
    }

    Settings withWindow(WindowPlace place) {
        return with(draft -> draft.window = place);
    }

    /** With a file at the head of the recent ones. */
    Settings withRecent(Path file) {
        List<Path> files = new ArrayList<>(recent);
        files.remove(file);
        files.addFirst(file);
        return with(draft -> draft.recent = files);
    }

    Settings withoutRecent() {
        return with(draft -> draft.recent = List.of());
    }

    Settings withFleetColumns(Map<String, Boolean> shown) {
        return with(draft -> draft.fleetColumns = shown);
    }

    Settings withReports(ReportChoice wishes) {
        return with(draft -> draft.reports = wishes);
    }

    Settings withUpdates(Updates.Wish wish) {
        return with(draft -> draft.updates = wish);
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** The same while something of it changes: so that one more setting is one line in each place, not in every change. */
    private static final class Draft {
        private Theme theme;
        private @Nullable Language language;
        private double textSize;
        private int alert;
        private Set<String> rulesOff;
        private boolean library;
        private @Nullable WindowPlace window;
        private List<Path> recent;
        private Map<String, List<Column>> columns;
        private Map<String, Boolean> fleetColumns;
        private ReportChoice reports;
        private Updates.Wish updates;

        Draft(Settings from) {
            theme = from.theme;
            language = from.language;
            textSize = from.textSize;
            alert = from.alert;
            rulesOff = from.rulesOff;
            library = from.library;
            window = from.window;
            recent = from.recent;
            columns = from.columns;
            fleetColumns = from.fleetColumns;
            reports = from.reports;
            updates = from.updates;
        }

        Settings finished() {
            return new Settings(
                    theme,
                    language,
                    textSize,
                    alert,
                    rulesOff,
                    library,
                    window,
                    recent,
                    columns,
                    fleetColumns,
                    reports,
                    updates);
        }
    }
}
