package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.monitoring.MonitoringActions.NamedText;
import io.slicewise.fleet.Fleet;
import io.slicewise.mig.Catalogue;
import io.slicewise.promql.check.Checker;
import io.slicewise.promql.check.Checker.Report;
import io.slicewise.promql.query.Hardware;
import io.slicewise.usage.Weights;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Other people's dashboard, rule file or query, and what is wrong with it. Repairs are made for the document's hardware
 * on its weights, or for any where it has none. Needs no toolkit; to be used on one thread.
 */
final class CheckModel {
    private final Document document;
    private final MonitoringActions actions;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<NamedText> text;
    private final ReadOnlyObjectWrapper<@Nullable Report> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final NamedText nothing;

    /** @param pasted what a text is called that no file is behind */
    CheckModel(Document document, MonitoringActions actions, String pasted) {
        this.document = document;
        this.actions = actions;
        latest = new Latest(actions);
        nothing = new NamedText(pasted, "");
        text = new ReadOnlyObjectWrapper<>(this, "text", nothing);
        document.scenarioProperty().subscribe((_, _) -> check());
    }

    /** What is checked. */
    ReadOnlyObjectProperty<NamedText> textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What is wrong with it; {@code null} while there is nothing to check, and until it is. */
    ReadOnlyObjectProperty<@Nullable Report> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Checks what was typed or pasted; a file that was changed keeps its name. */
    void type(String typed) {
        if (!typed.equals(text.get().text())) {
            text.set(new NamedText(typed.isBlank() ? nothing.name() : text.get().name(), typed));
            check();
        }
    }

    /** Checks a file. */
    void read(Path file) {
        actions.read(file, read -> {
            // the line ends of text fields
            text.set(new NamedText(read.name(), read.text().replace("\r\n", "\n")));
            check();
        });
    }

    /** Asks for a file and checks it. */
    void open() {
        actions.askFile().ifPresent(this::read);
    }

    private void check() {
        NamedText now = text.get();
        if (now.text().isBlank()) {
            latest.now(() -> nothing, _ -> report.set(null));
            return;
        }
        Fleet fleet = document.scenario().fleet();
        Weights weights = document.scenario().weights();
        Catalogue catalogue = actions.catalogue();
        latest.ask(
                () -> {
                    Hardware own = Hardware.of(fleet, weights);
                    Hardware hardware = own.isEmpty() ? Hardware.any(catalogue, weights) : own;
                    return new Checker(hardware, fleet.instanceCount() > 0).check(now.name(), now.text());
                },
                report::set);
    }
}
