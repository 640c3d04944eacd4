package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The GPUs that W, A and G leave out: they blank nothing of what is known of the others.
 *
 * @param unknown those with a weight that is not known: of an instance, or of all of the GPU
 * @param overfull those whose instances have more compute slices than the GPU, and cannot have been there together
 * @param all how many GPUs there are; where every one would be left out, none is
 */
record LeftOut(List<Unknown> unknown, List<Gpu> overfull, int all, Set<String> ids) {
    private static final LeftOut NONE = new LeftOut(List.of(), List.of(), 0, Set.of());

    LeftOut {
        unknown = List.copyOf(unknown);
        overfull = List.copyOf(overfull);
        ids = Set.copyOf(ids);
    }

    /** A GPU with a weight that is not known: of an instance, or its own where {@code instance} is {@code null}. */
    record Unknown(Gpu gpu, @Nullable Instance instance) {}

    /** Of a fleet at one time. */
    static LeftOut of(Fleet fleet, Weights how) {
        return of(fleet, how, true);
    }

    /** Of a fleet of all that ever was. */
    static LeftOut unknown(Fleet fleet, Weights how) {
        return of(fleet, how, false);
    }

    private static LeftOut of(Fleet fleet, Weights how, boolean atOnce) {
        boolean uniform = fleet.isUniform();
        List<Unknown> unknown = new ArrayList<>();
        List<Gpu> overfull = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Gpu gpu : fleet.gpus()) {
            Unknown one = unknown(gpu, how, uniform);
            if (one != null) {
                unknown.add(one);
                ids.add(gpu.id());
            } else if (atOnce && isOverfull(gpu)) {
                overfull.add(gpu);
                ids.add(gpu.id());
            }
        }
        return ids.isEmpty()
                ? NONE
                : new LeftOut(unknown, overfull, fleet.gpus().size(), ids);
    }

    private static @Nullable Unknown unknown(Gpu gpu, Weights how, boolean uniform) {
        for (Instance instance : gpu.instances()) {
            if (Double.isNaN(how.basis().instance(gpu.model(), instance.profile()))) {
                return new Unknown(gpu, instance);
            }
        }
        boolean known = !Double.isNaN(how.basis().gpu(gpu.model()))
                && (uniform || !Double.isNaN(how.gpus().of(gpu.model())));
        return known ? null : new Unknown(gpu, null);
    }

    private static boolean isOverfull(Gpu gpu) {
        GpuModel model = gpu.model();
        return model != null && gpu.allocatedSlices() > model.computeSlices();
    }

    /** How many GPUs the figures are of. */
    int others() {
        return all - ids.size();
    }

    /** Whether a GPU is left out. */
    boolean has(Gpu gpu) {
        return others() > 0 && ids.contains(gpu.id());
    }
}
