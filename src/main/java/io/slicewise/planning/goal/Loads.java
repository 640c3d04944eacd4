package io.slicewise.planning.goal;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weighting;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The utilizations of a fleet, some of which can be set. */
final class Loads {
    private final double[] utilization;
    private final double[] weight;
    private final double total;
    private final InstanceRef[] refs;

    private Loads(double[] utilization, double[] weight, double total, InstanceRef[] refs) {
        this.utilization = utilization;
        this.weight = weight;
        this.total = total;
        this.refs = refs;
    }

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

    /** The same with some of them at one value; these stay as they are. */
    Loads with(Collection<InstanceRef> which, double value) {
        Loads other = new Loads(utilization.clone(), weight, total, refs);
        other.set(Set.copyOf(which), value);
        return other;
    }

    /**
     * How much setting an instance alone moves a figure, in a measure of its own for each figure.
     *
     * @param by in the figure's direction; less than 0 where it lowers it
     */
    record Pull(InstanceRef ref, double by) {}

    /** How much each of some instances moves a figure when it is set to a value; those without a reading are left out. */
    List<Pull> pulls(GoalFigure figure, double value, Set<InstanceRef> which) {
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < refs.length; i++) {
            if (which.contains(refs[i]) && !Double.isNaN(utilization[i])) {
                double by = value - utilization[i];
                pulls.add(new Pull(refs[i], figure == GoalFigure.INSTANCE ? by : by * weight[i]));
            }
        }
        return pulls;
    }

    double figure(GoalFigure figure) {
        return figure.of(Averages.of(utilization, weight, total));
    }
}
