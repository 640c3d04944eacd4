package io.slicewise.scenario;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import java.util.function.Predicate;

/** Free ids and names: the lowest number that is free. */
final class Ids {
    private Ids() {}

    static String instance(Iterable<Instance> taken) {
        return String.valueOf(lowest(1, number -> {
            for (Instance instance : taken) {
                if (instance.id().equals(String.valueOf(number))) {
                    return true;
                }
            }
            return false;
        }));
    }

    static String gpu(Fleet fleet) {
        return "gpu-" + lowest(0, number -> fleet.gpu("gpu-" + number).isPresent());
    }

    /** {@code GPU 0}, {@code GPU 1} …: as {@code nvidia-smi} counts. */
    static String gpuName(Fleet fleet) {
        return "GPU "
                + lowest(0, number -> {
                    for (Gpu gpu : fleet.gpus()) {
                        if (gpu.name().equals("GPU " + number)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private static int lowest(int from, Predicate<Integer> isTaken) {
        int number = from;
        while (isTaken.test(number)) {
            number++;
        }
        return number;
    }
}
