package io.slicewise.planning.goal;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weighting;
import io.slicewise.usage.Weights;
import java.util.Set;

/** The utilizations of a fleet, some of which can be set. */
final class Loads {
    private final double[] utilization;
    private final double[] weight;
    private final double total;
    private final InstanceRef[] refs;

    Loads(Fleet fleet, Weights weights) {
        int count = fleet.instanceCount();
        Weighting weighting = Weighting.of(fleet, weights);
        utilization = new double[count];
        weight = new double[count];
        refs = new InstanceRef[count];
        int next = 0;
        double sum = 0;
        for (int g = 0; g < fleet.gpus().size(); g++) {
            Gpu gpu = fleet.gpus().get(g);
            sum += weighting.gpu(g);
            for (Instance instance : gpu.instances()) {
                utilization[next] = instance.utilization();
                weight[next] = weighting.instance(next);
                refs[next++] = new InstanceRef(gpu.id(), instance.id());
            }
        }
        total = sum;
    }

    /** Sets all of these to one value. */
    void set(Set<InstanceRef> which, double value) {
        for (int i = 0; i < refs.length; i++) {
            if (which.contains(refs[i])) {
                utilization[i] = value;
            }
        }
    }

    double figure(GoalFigure figure) {
        return figure.of(Averages.of(utilization, weight, total));
    }
}
