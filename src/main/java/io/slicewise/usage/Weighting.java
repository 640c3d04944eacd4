package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a fleet's instances, in the order of the fleet.
 *
 * <p>Over one model an instance weighs what the basis says, and the hardware the sum of its GPUs. Over several models
 * it weighs {@code g·(w/T)}, where {@code g} is its GPU's weight and {@code w/T} its share of the GPU. Shares are
 * scaled by the least common multiple of the {@code T}s, so that slices stay whole numbers and sums exact.
 */
public final class Weighting {
    private static final long LARGEST_SCALE = 1L << 20;

    private final double[] weights;
    private final double[] gpus;
    private final double total;

    private Weighting(double[] weights, double[] gpus) {
        this.weights = weights;
        this.gpus = gpus;
        double sum = 0;
        for (double gpu : gpus) {
            sum += gpu;
        }
        total = sum;
    }

    double[] weights() {
        return weights;
    }

    double total() {
        return total;
    }

    /** What the instance weighs that is so far down the fleet; {@code NaN} when nobody knows. */
    public double instance(int index) {
        return weights[index];
    }

    /** What the whole of a GPU weighs, in the same unit; {@code NaN} when nobody knows. */
    public double gpu(int index) {
        return gpus[index];
    }

    static Weighting of(Gpu gpu, WeightBasis basis) {
        double[] weights = new double[gpu.instances().size()];
        fill(weights, 0, gpu, basis, 1);
        return new Weighting(weights, new double[] {basis.gpu(gpu.model())});
    }

    /** The weights of all instances and GPUs of a fleet. */
    public static Weighting of(Fleet fleet, Weights how) {
        double[] weights = new double[fleet.instanceCount()];
        List<Gpu> gpus = fleet.gpus();
        boolean uniform = fleet.isUniform();
        double scale = uniform ? 1 : scale(gpus, how.basis());
        double[] wholes = new double[gpus.size()];
        int next = 0;
        for (int i = 0; i < wholes.length; i++) {
            Gpu gpu = gpus.get(i);
            double whole = how.basis().gpu(gpu.model());
            double factor = uniform ? 1 : how.gpus().of(gpu.model()) * (scale / whole);
            next = fill(weights, next, gpu, how.basis(), factor);
            wholes[i] = uniform ? whole : how.gpus().of(gpu.model()) * scale;
        }
        return new Weighting(weights, wholes);
    }

    private static int fill(double[] weights, int from, Gpu gpu, WeightBasis basis, double factor) {
        int next = from;
        for (Instance instance : gpu.instances()) {
            weights[next++] = basis.instance(gpu.model(), instance.profile()) * factor;
        }
        return next;
    }

    /** The least common multiple of the GPUs' weights where they are whole numbers and it is not too large, else 1. */
    private static double scale(List<Gpu> gpus, WeightBasis basis) {
        double[] wholes =
                gpus.stream().mapToDouble(g -> basis.gpu(g.model())).distinct().toArray();
        if (Arrays.stream(wholes).anyMatch(w -> !(w >= 1) || w != Math.rint(w) || w > LARGEST_SCALE)) {
            return 1;
        }
        long multiple = 1;
        for (double whole : wholes) {
            multiple = multiple / gcd(multiple, (long) whole) * (long) whole;
            if (multiple > LARGEST_SCALE) {
                return 1;
            }
        }
        return multiple;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The first GPU and, where its GPU has one, the instance whose weight is not known. */
    static @Nullable Unknown firstUnknown(Fleet fleet, Weights how) {
        boolean uniform = fleet.isUniform();
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                if (Double.isNaN(how.basis().instance(gpu.model(), instance.profile()))) {
                    return new Unknown(gpu, instance);
                }
            }
            if (Double.isNaN(how.basis().gpu(gpu.model()))
                    || (!uniform && Double.isNaN(how.gpus().of(gpu.model())))) {
                return new Unknown(gpu, null);
            }
        }
        return null;
    }

    /** A weight that nobody knows: of an instance, or of the whole GPU where {@code instance} is {@code null}. */
    record Unknown(Gpu gpu, @Nullable Instance instance) {}
}
