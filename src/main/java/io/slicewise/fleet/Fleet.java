package io.slicewise.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * GPUs that are looked at together. Only GPUs in MIG mode are in it; a whole GPU beside them has no instances to
 * average and stays out of every figure.
 *
 * @param gpus in the planner's order
 */
public record Fleet(List<Gpu> gpus) {
    public static final Fleet EMPTY = new Fleet(List.of());

    public Fleet {
        gpus = List.copyOf(gpus);
        Set<String> ids = HashSet.newHashSet(gpus.size());
        for (Gpu gpu : gpus) {
            if (!ids.add(gpu.id())) {
                throw new IllegalArgumentException("two GPUs have the id " + gpu.id());
            }
        }
    }

    public Optional<Gpu> gpu(String id) {
        for (Gpu gpu : gpus) {
            if (gpu.id().equals(id)) {
                return Optional.of(gpu);
            }
        }
        return Optional.empty();
    }

    public Optional<Instance> instance(InstanceRef ref) {
        return gpu(ref.gpu()).flatMap(gpu -> gpu.instance(ref.instance()));
    }

    public int instanceCount() {
        int count = 0;
        for (Gpu gpu : gpus) {
            count += gpu.instances().size();
        }
        return count;
    }

    /** Whether all GPUs are of one model; then a slice is a slice, and slices can be summed as they are. */
    public boolean isUniform() {
        for (Gpu gpu : gpus) {
            if (!isLike(gpu, gpus.getFirst())) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isLike(Gpu gpu, Gpu first) {
        // nearly always the same object
        return gpu.model() != null && gpu.model() == first.model() || model(gpu).equals(model(first));
    }

    private static String model(Gpu gpu) {
        return gpu.model() == null ? gpu.modelName() : gpu.model().id();
    }
}
