package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A row of the instance table: always the same instance, whose values change in place. */
final class InstanceRow {
    private final InstanceRef ref;
    private final ObjectProperty<Shown> shown;
    private final ObservableValue<Gpu> gpu;
    private final ObservableValue<Instance> instance;

    /** An instance on its GPU: what it is called there depends on the others. */
    record Shown(Gpu gpu, Instance instance) {}

    InstanceRow(Gpu gpu, Instance instance) {
        ref = new InstanceRef(gpu.id(), instance.id());
        shown = new SimpleObjectProperty<>(new Shown(gpu, instance));
        this.gpu = shown.map(Shown::gpu);
        this.instance = shown.map(Shown::instance);
    }

    InstanceRef ref() {
        return ref;
    }

    ObservableValue<Shown> shownProperty() {
        return shown;
    }

    ObservableValue<Instance> instanceProperty() {
        return instance;
    }

    Instance instance() {
        return shown.get().instance();
    }

    ObservableValue<Gpu> gpuProperty() {
        return gpu;
    }

    Gpu gpu() {
        return shown.get().gpu();
    }

    void show(Gpu newGpu, Instance newInstance) {
        shown.set(new Shown(newGpu, newInstance));
    }
}
