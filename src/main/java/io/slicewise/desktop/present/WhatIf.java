package io.slicewise.desktop.present;

import io.slicewise.desktop.document.Document;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.scenario.Edit;
import io.slicewise.scenario.InstanceEdit;
import io.slicewise.scenario.Scenario;
import io.slicewise.usage.Figures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Utilizations that are tried out before an audience. They lie over the document, which stays as it is until they are
 * kept; whatever else changes in the document shows through.
 */
final class WhatIf {
    private static final double STEPS = 1000;

    private final Document document;
    private final ObjectProperty<Map<InstanceRef, Double>> tried = new SimpleObjectProperty<>(Map.of());
    private final ObservableValue<Scenario> scenario;
    private final ObservableValue<Figures> figures;
    private final ObservableValue<Boolean> changed;

    WhatIf(Document document) {
        this.document = document;
        scenario = document.scenarioProperty().flatMap(original -> tried.map(changes -> over(original, changes)));
        figures = scenario.map(shown -> Figures.of(shown.fleet(), shown.weights()));
        changed = document.scenarioProperty().flatMap(original -> scenario.map(shown -> !shown.equals(original)));
    }

    private static Scenario over(Scenario original, Map<InstanceRef, Double> changes) {
        return changes.isEmpty()
                        || !(new InstanceEdit.SetUtilizations(changes).applyTo(original) instanceof Edit.Outcome.Done d)
                ? original
                : d.scenario();
    }

    /** The document with what is tried out. */
    ObservableValue<Scenario> scenario() {
        return scenario;
    }

    /** The figures of that. */
    ObservableValue<Figures> figures() {
        return figures;
    }

    /** Whether anything differs from the document. */
    ObservableValue<Boolean> changed() {
        return changed;
    }

    /** The same at this moment, also while others are still being told of a change. */
    boolean differs() {
        return !scenario.getValue().equals(document.scenario());
    }

    /** Tries a utilization, kept within 0 and 1 and rounded to a tenth of a percent. */
    void set(InstanceRef instance, double utilization) {
        Map<InstanceRef, Double> now = new LinkedHashMap<>(tried.get());
        now.put(instance, rounded(utilization));
        tried.set(Map.copyOf(now));
    }

    /** Tries others for several instances, each from where it is; one without a reading begins at 0. */
    void shift(Set<InstanceRef> instances, double by) {
        Map<InstanceRef, Double> now = new LinkedHashMap<>(tried.get());
        for (InstanceRef ref : instances) {
            double from = scenario.getValue()
                    .fleet()
                    .instance(ref)
                    .map(Instance::utilization)
                    .filter(u -> !Double.isNaN(u))
                    .orElse(0.0);
            now.put(ref, rounded(from + by));
        }
        tried.set(Map.copyOf(now));
    }

    private static double rounded(double utilization) {
        return Math.round(Math.clamp(utilization, 0, 1) * STEPS) / STEPS;
    }

    /** Makes what was tried out one step of the document. */
    void keep() {
        Map<InstanceRef, Double> differing = tried.get().entrySet().stream()
                .filter(it -> document.scenario()
                        .fleet()
                        .instance(it.getKey())
                        .filter(instance -> !Objects.equals(instance.utilization(), it.getValue()))
                        .isPresent())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        document.settle();
        document.edit(new InstanceEdit.SetUtilizations(differing));
        drop();
    }

    /** Goes back to the document. */
    void drop() {
        tried.set(Map.of());
    }
}
