package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Ended;
import io.slicewise.document.json.ScenarioFile;
import io.slicewise.mig.Catalogue;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.scenario.Scenario;
import io.slicewise.work.Cancel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A window that does everything at once and remembers it. */
final class Actions implements MonitoringActions {
    final AlertLevel alert = new AlertLevel(AlertLevel.USUAL);
    final Map<Path, NamedText> files = new HashMap<>();
    Optional<Path> chosen = Optional.empty();
    Map<String, String> exported = Map.of();
    String copied = "";

    /** A sample that ships with the product. */
    static Scenario sample(String file) {
        byte[] bytes = SampleLibrary.bytes(SampleLibrary.builtIn().named(file));
        return Objects.requireNonNull(
                ScenarioFile.read(file, bytes, Catalogue.builtIn()).scenario());
    }

    @Override
    public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
        then.accept(Ended.of(cancel, work));
    }

    @Override
    public Catalogue catalogue() {
        return Catalogue.builtIn();
    }

    @Override
    public AlertLevel alert() {
        return alert;
    }

    @Override
    public void copy(String text) {
        copied = text;
    }

    @Override
    public void export(String suggestedName, String content) {
        exported = Map.of(suggestedName, content);
    }

    @Override
    public void exportAll(Map<String, String> all) {
        exported = all;
    }

    @Override
    public boolean allowsPlain(String host) {
        return false;
    }

    @Override
    public Optional<Path> askFile() {
        return chosen;
    }

    @Override
    public void read(Path file, Consumer<NamedText> then) {
        NamedText text = files.get(file);
        if (text != null) {
            then.accept(text);
        }
    }
}
