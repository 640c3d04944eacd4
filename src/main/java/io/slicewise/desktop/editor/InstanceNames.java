package io.slicewise.desktop.editor;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import java.util.Comparator;
import java.util.List;

/** What an instance is called among those of its GPU, as charts and sentences call it. */
final class InstanceNames {
    private InstanceNames() {}

    /** Its given name, else its profile; with {@code #n} where several are called so, in the order of their places. */
    static String onGpu(Gpu gpu, Instance instance) {
        List<String> alike = gpu.instances().stream()
                .filter(other -> other.label().equals(instance.label()))
                .sorted(Comparator.comparingInt(Instance::start))
                .map(Instance::id)
                .toList();
        return alike.size() > 1 ? instance.label() + " #" + (alike.indexOf(instance.id()) + 1) : instance.label();
    }
}
