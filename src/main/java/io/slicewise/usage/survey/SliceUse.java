package io.slicewise.usage.survey;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import java.util.List;

/**
 * Where the compute slices of some GPUs go. The four parts add up to all of them.
 *
 * <p>Worked example: an A100 with 3×1g at 90 % and a 3g at 30 % has 3.6 busy slices, 2.4 allocated but idle ones, and 1
 * that is not allocated.
 *
 * @param busy {@code Σc_i·u_i}
 * @param idle allocated but idle: {@code Σc_i·(1 − u_i)} over instances with a reading
 * @param unread slices of instances without a reading: neither busy nor idle, as far as anyone knows
 * @param free slices that are not allocated; none of a GPU whose model is not known
 */
public record SliceUse(double busy, double idle, double unread, double free) {
    public static final SliceUse NONE = new SliceUse(0, 0, 0, 0);

    /** Of a GPU. */
    public static SliceUse of(Gpu gpu) {
        SliceUse used = of(gpu.instances());
        GpuModel model = gpu.model();
        double free = model == null ? 0 : Math.max(0, model.computeSlices() - gpu.allocatedSlices());
        return new SliceUse(used.busy, used.idle, used.unread, free);
    }

    /** Of instances by themselves: nothing is free. */
    public static SliceUse of(List<Instance> instances) {
        double busy = 0;
        double idle = 0;
        double unread = 0;
        for (Instance instance : instances) {
            int slices = instance.profile().computeSlices();
            if (instance.isReported()) {
                busy += slices * instance.utilization();
                idle += slices * (1 - instance.utilization());
            } else {
                unread += slices;
            }
        }
        return new SliceUse(busy, idle, unread, 0);
    }

    public SliceUse plus(SliceUse other) {
        return new SliceUse(busy + other.busy, idle + other.idle, unread + other.unread, free + other.free);
    }

    /** Allocated but idle, and not allocated. */
    public double wasted() {
        return idle + free;
    }

    /** All slices. */
    public double slices() {
        return busy + idle + unread + free;
    }
}
