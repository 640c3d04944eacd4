package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.alternative.Basis;
import io.slicewise.planning.alternative.Compared;
import io.slicewise.planning.program.Effort;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** The named variants of a document, side by side. Needs no toolkit; for one thread. */
final class AlternativesModel {
    private final Document document;
    private final List<GpuModel> models;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<List<Alternative>> alternatives = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Made> made = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty first = new SimpleIntegerProperty(this, "first", 0);
    private @Nullable Basis basis;

    /**
     * What came of them.
     *
     * @param all the document, which has no name here, then its variants
     * @param first which of them the others are compared with
     */
    record Made(List<Compared> all, int first) {
        Made {
            all = List.copyOf(all);
        }
    }

    AlternativesModel(Document document, PlanActions actions) {
        this.document = document;
        models = actions.catalogue().models();
        latest = new Latest(actions);
        document.scenarioProperty().subscribe(this::follow);
        first.subscribe((_, _) -> compute());
    }

    private void follow(Scenario scenario) {
        Basis now = scenario.basis();
        if (!now.equals(basis) || !scenario.alternatives().equals(alternatives.get())) {
            basis = now;
            alternatives.set(scenario.alternatives());
            if (first.get() > alternatives.get().size()) {
                first.set(0);
            }
            compute();
        }
    }

    /** The variants of the document. */
    ReadOnlyObjectProperty<List<Alternative>> alternativesProperty() {
        return alternatives.getReadOnlyProperty();
    }

    /** What came of them; {@code null} until it is worked out for the first time. */
    ReadOnlyObjectProperty<@Nullable Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** Which one the others are compared with: 0 for the document. */
    IntegerProperty firstProperty() {
        return first;
    }

    /** One more, that differs from the document as another one does. */
    void add(String name, Scenario other) {
        add(Alternative.between(name, document.scenario().basis(), other.basis()));
    }

    void add(Alternative alternative) {
        List<Alternative> all = new ArrayList<>(document.scenario().alternatives());
        all.add(alternative);
        edit(all, null);
    }

    void set(int index, Alternative alternative, Object key) {
        List<Alternative> all = new ArrayList<>(document.scenario().alternatives());
        if (index < all.size()) {
            all.set(index, alternative);
            edit(all, List.of(index, key));
        }
    }

    void remove(int index) {
        List<Alternative> all = new ArrayList<>(document.scenario().alternatives());
        all.remove(index);
        first.set(0);
        edit(all, null);
    }

    private void edit(List<Alternative> now, @Nullable Object key) {
        if (!now.equals(document.scenario().alternatives())) {
            document.edit(new ScenarioEdit.SetAlternatives(now, key));
        }
    }

    /** Ends a stretch of typing. */
    void settle() {
        document.settle();
    }

    /** A variant as a document of its own. */
    Scenario scenario(Alternative alternative) {
        Scenario now = document.scenario();
        Basis on = alternative.on(now.basis());
        Scenario all =
                now.withFleet(on.fleet()).withAssumptions(on.assumptions()).withAlternatives(List.of());
        return now.plan() == null && alternative.demand() == null && alternative.growth() == null
                ? all
                : all.withPlan(on.plan());
    }

    private void compute() {
        Scenario now = document.scenario();
        int from = first.get();
        latest.ask(
                cancel -> new Made(
                        Compared.all("", now.basis(), now.alternatives(), from, models, Effort.USUAL.until(cancel)),
                        from),
                made::set);
    }
}
