package io.slicewise.snapshot.assemble;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.snapshot.collect.GpuRows;
import io.slicewise.snapshot.collect.InstanceRows;
import io.slicewise.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GPU with what was made out about it. */
record KnownGpu(
        GpuRows rows,
        String host,
        String number,
        String modelName,
        @Nullable GpuModel model) {
    /** The GPU with instances. */
    Gpu with(List<Instance> instances) {
        return new Gpu(
                rows.id(),
                name(),
                host,
                model,
                modelName,
                instances,
                rows.power().value());
    }

    String name() {
        return number.isEmpty() ? rows.id() : "GPU " + number;
    }

    /** The name with the host, to be named in a problem. */
    String label() {
        return host.isEmpty() ? name() : name() + " (" + host + ")";
    }

    Text instance(String id) {
        return Text.of("snapshot.instance", label(), id);
    }

    /** The GPU, or one of its instances, to be named in a problem. */
    Object which(@Nullable InstanceRows instance) {
        return instance == null ? label() : instance(instance.id());
    }
}
