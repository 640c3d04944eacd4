package io.slicewise.desktop.present;

import io.slicewise.desktop.document.Document;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
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
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * Utilizations that are tried out before an audience. They lie over what is shown of the document, which stays as it is until
 * they are kept; whatever else changes in the document shows through.
 */
final class WhatIf {
    private static final double STEPS = 1000;

    private final Document document;
    private final ObservableValue<Scenario> original;
    private final ObjectProperty<Map<InstanceRef, Double>> tried = new SimpleObjectProperty<>(Map.of());
    private final ObservableValue<Scenario> scenario;
    private final ObservableValue<Figures> figures;
    private final ObservableValue<Boolean> changed;

    /** @param original what is shown of the document: of a range its instances at the means of their readings */
    WhatIf(Document document, ObservableValue<Scenario> original) {
        this.document = document;
        this.original = original;
        scenario = original.flatMap(shown -> tried.map(changes -> over(shown, changes)));
        figures = scenario.map(shown -> Figures.of(shown.fleet(), shown.weights()));
        changed = original.flatMap(before -> scenario.map(shown -> !shown.equals(before)));
    }

    private static Scenario over(Scenario original, Map<InstanceRef, Double> changes) {
        return changes.isEmpty()
                        || !(new InstanceEdit.SetUtilizations(changes).applyTo(original) instanceof Edit.Outcome.Done d)
                ? original
                : d.scenario();
    }

    /** What is shown of the document, with what is tried out. */
    ObservableValue<Scenario> scenario() {
        return scenario;
    }

    /** The figures of that. */
    ObservableValue<Figures> figures() {
        return figures;
    }

    /** Whether anything is tried out. */
    ObservableValue<Boolean> changed() {
        return changed;
    }

    /** The same at this moment, also while others are still being told of a change. */
    boolean differs() {
        return !scenario.getValue().equals(original.getValue());
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

    /** Makes what the audience saw last one step of the document: of a range the means too, since nothing else was on show. */
    void keep() {
        Fleet seen = scenario.getValue().fleet();
        Map<InstanceRef, Double> differing = new LinkedHashMap<>();
        for (Gpu gpu : document.scenario().fleet().gpus()) {
            for (Instance instance : gpu.instances()) {
                InstanceRef ref = new InstanceRef(gpu.id(), instance.id());
                seen.instance(ref)
                        .map(Instance::utilization)
                        .filter(utilization -> !Objects.equals(instance.utilization(), utilization))
                        .ifPresent(utilization -> differing.put(ref, utilization));
            }
        }
        document.settle();
        document.edit(new InstanceEdit.SetUtilizations(differing));
        drop();
    }

    /** Goes back to the document. */
    void drop() {
        tried.set(Map.of());
    }
}
