package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.usage.Figures.Share;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The parts of all instances in the figures of a fleet, each computed when it is asked for: a table of 30,000 GPUs asks for
 * none of their 210,000.
 */
final class Shares extends AbstractList<Share> implements RandomAccess {
    private final Fleet fleet;
    private final Averages total;
    private final double[] weights;

    /** The load of all that is reported, {@code Σw·u}. */
    private final double load;

    /** Where the instances of each GPU begin among all. */
    private final int[] begins;

    /** The GPU that was asked for last, by whatever thread: a place to begin to look, since the next one is most often the same. */
    private int lastGpu;

    /**
     * @param weights of each instance, in the fleet's order
     */
    Shares(Fleet fleet, Averages total, double[] weights) {
        this.fleet = fleet;
        this.total = total;
        this.weights = weights;
        load = total.weightedAverage() * total.reportedWeight();
        begins = new int[fleet.gpus().size() + 1];
        for (int i = 0; i < fleet.gpus().size(); i++) {
            begins[i + 1] = begins[i] + fleet.gpus().get(i).instances().size();
        }
    }

    @Override
    public int size() {
        return weights.length;
    }

    @Override
    public Share get(int index) {
        Objects.checkIndex(index, weights.length);
        int at = gpu(index);
        Gpu gpu = fleet.gpus().get(at);
        Instance instance = gpu.instances().get(index - begins[at]);
        double weight = weights[index];
        double u = instance.utilization();
        boolean reported = instance.isReported();
        return new Share(
                gpu,
                instance,
                weight,
                reported ? 1.0 / total.reported() : Double.NaN,
                reported ? weight / total.reportedWeight() : Double.NaN,
                reported && load > 0 ? weight * u / load : Double.NaN,
                total.contribution(u, weight));
    }

    /** The index of the GPU that has the instance. */
    private int gpu(int index) {
        int gpu = lastGpu;
        if (index < begins[gpu]) {
            gpu = 0;
        }
        if (index >= begins[gpu + 1]) {
            gpu = next(gpu, index);
        }
        lastGpu = gpu;
        return gpu;
    }

    /** From a GPU on, which does not have the instance: the next one, or one that has to be searched for. */
    private int next(int gpu, int index) {
        int low = gpu + 1;
        if (index < begins[low + 1]) {
            return low;
        }
        int high = begins.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (begins[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
