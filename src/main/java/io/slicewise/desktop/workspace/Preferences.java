package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.report.ReportChoice;
import io.slicewise.desktop.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/** The settings while the window is open: whatever changes is written a moment later, off the FX thread. */
public final class Preferences {
    private static final Duration PATIENCE = Duration.millis(600);

    private final ObjectProperty<Settings> settings;
    private final ObservableValue<List<Path>> recent;
    private final ObjectProperty<Map<String, Boolean>> fleetColumns;
    private final ObjectProperty<ReportChoice> reports;
    private final BooleanProperty updates;
    private final SettingsFile file;
    private final ExecutorService disk;
    private final Consumer<IOException> onFailure;
    private final PauseTransition timer = new PauseTransition(PATIENCE);

    public Preferences(Settings initial, SettingsFile file, ExecutorService disk, Consumer<IOException> onFailure) {
        settings = new SimpleObjectProperty<>(initial);
        recent = settings.map(Settings::recent);
        fleetColumns = new SimpleObjectProperty<>(initial.fleetColumns());
        fleetColumns.addListener((_, _, now) -> change(s -> s.withFleetColumns(now)));
        reports = new SimpleObjectProperty<>(initial.reports());
        reports.addListener((_, _, now) -> change(s -> s.withReports(now)));
        updates = new SimpleBooleanProperty(initial.updates().wanted());
        updates.addListener((_, _, now) ->
                change(s -> s.withUpdates(new Updates.Wish(now, s.updates().asked()))));
        this.file = file;
        this.disk = disk;
        this.onFailure = onFailure;
        timer.setOnFinished(_ -> flush());
    }

    public Settings settings() {
        return settings.get();
    }

    /** Files that were open, the last one first. */
    public ObservableValue<List<Path>> recent() {
        return recent;
    }

    /** Columns of the Fleet screen that were shown or hidden; remembered when they change. */
    public ObjectProperty<Map<String, Boolean>> fleetColumns() {
        return fleetColumns;
    }

    /** What was chosen for reports; remembered when it changes. */
    public ObjectProperty<ReportChoice> reports() {
        return reports;
    }

    /** Whether newer versions are asked for; remembered when it changes. */
    public BooleanProperty updates() {
        return updates;
    }

    /** Takes over what is remembered, and remembers what is changed from now on. */
    public void connect(Words words, Look look, AlertLevel alert, BooleanProperty library) {
        look.themeProperty().set(settings().theme());
        look.textSizeProperty().set(settings().textSize());
        alert.percentProperty().set(settings().alert());
        alert.rulesOffProperty().set(settings().rulesOff());
        library.set(settings().library());
        words.languageProperty().addListener((_, _, now) -> change(s -> s.withLanguage(now)));
        look.themeProperty().addListener((_, _, now) -> change(s -> s.withTheme(now)));
        look.textSizeProperty().addListener((_, _, now) -> change(s -> s.withTextSize(now.doubleValue())));
        alert.percentProperty().addListener((_, _, now) -> change(s -> s.withAlert(now)));
        alert.rulesOffProperty().addListener((_, _, now) -> change(s -> s.withRulesOff(now)));
        library.addListener((_, _, now) -> change(s -> s.withLibrary(now)));
    }

    /** Changes the settings, to be written soon. */
    public void change(UnaryOperator<Settings> change) {
        settings.set(change.apply(settings.get()));
        timer.playFromStart();
    }

    /** Writes them now, behind what the disk has to do already. */
    public void flush() {
        timer.stop();
        Settings value = settings.get();
        disk.execute(() -> {
            try {
                file.write(value);
            } catch (IOException e) {
                onFailure.accept(e);
            }
        });
    }
}
