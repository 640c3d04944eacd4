package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import java.util.Arrays;
import java.util.List;

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

    /** What the instance weighs that is so far down the fleet; {@code NaN} when it is not known. */
    public double instance(int index) {
        return weights[index];
    }

    /** What the whole of a GPU weighs, in the same unit; {@code NaN} when it is not known. */
    public double gpu(int index) {
        return gpus[index];
    }

    static Weighting of(Gpu gpu, WeightBasis basis) {
        double[] weights = new double[gpu.instances().size()];
        fill(weights, 0, gpu, basis, 1);
        return new Weighting(weights, new double[] {basis.gpu(gpu.model())});
    }

    /**
     * The weights of all instances and GPUs of a fleet that are there at one time: GPUs whose weights are not known, or on
     * which there is more than can be, weigh nothing as long as there are others.
     */
    public static Weighting of(Fleet fleet, Weights how) {
        return of(fleet, how, LeftOut.of(fleet, how));
    }

    /** The weights of all instances that ever were there; more of them than a GPU has room for are no contradiction. */
    public static Weighting overTime(Fleet fleet, Weights how) {
        return of(fleet, how, LeftOut.unknown(fleet, how));
    }

    /** What a fleet weighs without some of its GPUs, which weigh nothing: beside the others they are in no figure but S. */
    static Weighting of(Fleet fleet, Weights how, LeftOut leftOut) {
        double[] weights = new double[fleet.instanceCount()];
        boolean uniform = fleet.isUniform();
        double[] wholes = gpus(fleet, how, leftOut, uniform);
        int next = 0;
        for (int i = 0; i < wholes.length; i++) {
            Gpu gpu = fleet.gpus().get(i);
            if (leftOut.has(gpu)) {
                next += gpu.instances().size();
            } else {
                next = fill(
                        weights,
                        next,
                        gpu,
                        how.basis(),
                        uniform ? 1 : wholes[i] / how.basis().gpu(gpu.model()));
            }
        }
        return new Weighting(weights, wholes);
    }

    /** The weight of each GPU, in the order of the fleet; the total is their sum. */
    static double[] gpus(Fleet fleet, Weights how) {
        return gpus(fleet, how, LeftOut.of(fleet, how), fleet.isUniform());
    }

    private static double[] gpus(Fleet fleet, Weights how, LeftOut leftOut, boolean uniform) {
        double scale = uniform
                ? 1
                : scale(fleet.gpus().stream().filter(gpu -> !leftOut.has(gpu)).toList(), how.basis());
        double[] wholes = new double[fleet.gpus().size()];
        for (int i = 0; i < wholes.length; i++) {
            Gpu gpu = fleet.gpus().get(i);
            wholes[i] = leftOut.has(gpu)
                    ? 0
                    : uniform ? how.basis().gpu(gpu.model()) : how.gpus().of(gpu.model()) * scale;
        }
        return wholes;
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
}
