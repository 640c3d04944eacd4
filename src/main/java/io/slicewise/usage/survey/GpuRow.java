package io.slicewise.usage.survey;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.usage.Averages;
import java.util.List;

/**
 * A GPU, or in a group of instances the part of a GPU that is in the group.
 *
 * @param index its place in the fleet
 * @param gpu all of it
 * @param name what it is called in its fleet
 * @param counted the instances that the figures are of
 * @param group the value of the group that it is a part in; empty for a whole GPU
 * @param averages over the counted instances, on the hardware of this GPU
 * @param waste of all of the GPU, or of the counted instances alone
 */
public record GpuRow(
        int index, Gpu gpu, String name, List<Instance> counted, String group, Averages averages, SliceUse waste)
        implements Row {
    public GpuRow {
        counted = List.copyOf(counted);
    }

    static GpuRow whole(int index, Gpu gpu, String name, Averages averages) {
        return new GpuRow(index, gpu, name, gpu.instances(), "", averages, SliceUse.of(gpu));
    }

    /** Whether some of its instances are left out. */
    public boolean isPart() {
        return counted.size() < gpu.instances().size();
    }

    @Override
    public Object key() {
        return List.of(gpu.id(), group);
    }
}
