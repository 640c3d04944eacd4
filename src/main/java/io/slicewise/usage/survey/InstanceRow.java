package io.slicewise.usage.survey;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.LabelSet;
import io.slicewise.usage.Averages;
import java.util.List;

/**
 * An instance.
 *
 * @param index its place among the instances of the fleet
 * @param gpuIndex the place of its GPU in the fleet
 * @param gpu the GPU that it is on
 * @param instance the instance
 * @param labels what the monitoring said about it
 * @param averages of it alone: S and W are its utilization, A and G its part of its GPU
 * @param weight what it weighs beside the other instances of the fleet
 */
public record InstanceRow(
        int index, int gpuIndex, Gpu gpu, Instance instance, LabelSet labels, Averages averages, double weight)
        implements Row {
    public InstanceRef ref() {
        return new InstanceRef(gpu.id(), instance.id());
    }

    @Override
    public SliceUse waste() {
        return SliceUse.of(List.of(instance));
    }

    @Override
    public Object key() {
        return ref();
    }
}
