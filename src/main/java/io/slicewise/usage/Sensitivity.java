package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import java.util.ArrayList;
import java.util.List;

/**
 * How the figures move as one instance goes from idle to 100 %. All three are linear in it: S rises by {@code 1/n}, W by
 * {@code w/Σw}, G by {@code w/T} for each point.
 *
 * @param instance whose utilization is varied
 * @param points the figures at evenly spaced utilizations from 0 to 1
 */
public record Sensitivity(InstanceRef instance, List<Point> points) {
    public Sensitivity {
        points = List.copyOf(points);
    }

    /** The figures at one utilization of the instance. */
    public record Point(double utilization, double instanceAverage, double weightedAverage, double wholeGpu) {}

    /**
     * @param steps how many steps from 0 to 1, at least 1
     * @return without points when the fleet does not have the instance
     */
    public static Sensitivity of(Fleet fleet, Weights weights, InstanceRef instance, int steps) {
        int index = index(fleet, instance);
        List<Point> points = new ArrayList<>();
        if (index >= 0) {
            Weighting weighting = Weighting.of(fleet, weights);
            double[] loads = Figures.loads(weights.reading().read(fleet));
            for (int step = 0; step <= steps; step++) {
                loads[index] = (double) step / steps;
                Averages at = Averages.of(loads, weighting.weights(), weighting.total());
                points.add(new Point(loads[index], at.instanceAverage(), at.weightedAverage(), at.wholeGpu()));
            }
        }
        return new Sensitivity(instance, points);
    }

    private static int index(Fleet fleet, InstanceRef ref) {
        int next = 0;
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                if (gpu.id().equals(ref.gpu()) && instance.id().equals(ref.instance())) {
                    return next;
                }
                next++;
            }
        }
        return -1;
    }
}
