package io.slicewise.desktop.workspace;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.scenario.Scenario;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.story.Prospect;
import io.slicewise.story.Thresholds;
import io.slicewise.usage.Figures;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The findings about a document as it is; those about one that was just opened come after it stands. Needs no toolkit; for
 * one thread.
 */
final class FindingsModel {
    /** Up to so many instances they are found within a frame. */
    private static final int AT_ONCE = 1500;

    private final Document document;
    private final AlertLevel alert;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<@Nullable List<Finding>> findings =
            new ReadOnlyObjectWrapper<>(this, "findings");

    /** @param background where those about a large fleet are looked for, and the first ones */
    FindingsModel(Document document, AlertLevel alert, Background background) {
        this.document = document;
        this.alert = alert;
        latest = new Latest(background);
        document.figuresProperty().subscribe(this::find);
        document.outlookProperty().subscribe(this::find);
        alert.thresholds().subscribe(this::find);
        latest.ask(work(), findings::set);
    }

    /** The gravest first; {@code null} while they are looked for: none of before stands beside figures of now. */
    ReadOnlyObjectProperty<@Nullable List<Finding>> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    private void find() {
        Supplier<List<Finding>> work = work();
        if (document.figures().total().instances() <= AT_ONCE) {
            latest.now(work, findings::set);
        } else {
            findings.set(null);
            latest.ask(work, findings::set);
        }
    }

    private Supplier<List<Finding>> work() {
        Figures figures = document.figures();
        Thresholds limits = alert.thresholds().getValue();
        boolean measured = document.content().isMeasured();
        Scenario scenario = document.scenario();
        var outlook = document.outlookProperty().get();
        return () -> Findings.of(
                figures,
                limits,
                measured,
                outlook == null ? Prospect.NONE : Prospect.of(outlook, scenario.assumptions(), scenario.plan()));
    }
}
