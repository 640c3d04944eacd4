package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A row of the instance table: always the same instance, whose values change in place. */
final class InstanceRow {
    private final InstanceRef ref;
    private final ReadOnlyObjectWrapper<Instance> instance;
    private final ReadOnlyObjectWrapper<Gpu> gpu;

    InstanceRow(Gpu gpu, Instance instance) {
        this.ref = new InstanceRef(gpu.id(), instance.id());
        this.instance = new ReadOnlyObjectWrapper<>(instance);
        this.gpu = new ReadOnlyObjectWrapper<>(gpu);
    }

    InstanceRef ref() {
        return ref;
    }

    ReadOnlyObjectProperty<Instance> instanceProperty() {
        return instance.getReadOnlyProperty();
    }

    Instance instance() {
        return instance.get();
    }

    ReadOnlyObjectProperty<Gpu> gpuProperty() {
        return gpu.getReadOnlyProperty();
    }

    Gpu gpu() {
        return gpu.get();
    }

    void show(Gpu newGpu, Instance newInstance) {
        gpu.set(newGpu);
        instance.set(newInstance);
    }
}
