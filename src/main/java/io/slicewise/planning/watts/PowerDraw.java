package io.slicewise.planning.watts;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import java.util.ArrayList;
import java.util.List;

/**
 * What a GPU draws, in watts. {@code NaN} is what nothing tells.
 *
 * @param gpu the id of the GPU
 * @param total all of it; with a measured total that one
 * @param active what it draws beyond its idle watts
 * @param unallocatedIdle idle watts of compute slices that belong to no instance
 * @param unattributed active watts while no instance is active: they belong to no one
 * @param instances whose the rest is
 */
public record PowerDraw(
        String gpu,
        double total,
        double active,
        double unallocatedIdle,
        double unattributed,
        List<InstancePower> instances) {
    public PowerDraw {
        instances = List.copyOf(instances);
    }

    /**
     * Forecasts, and attributes.
     *
     * <p>Worked example: 50 W idle, 400 W at most, 1g at 0.6 and 4g at 0.4 of 7 slices draw 160 W. By activity the 1g gets 73.1
     * and the 4g 72.6 W, by slices and activity 37.1 and 108.6 W, and 14.3 W are idle watts of no one.
     *
     * @param gpu with its instances; a GPU without MIG has one of the full profile. An instance without a reading counts with the
     *     weighted average of its GPU
     * @param idle what the GPU draws with nothing to do
     * @param max what it draws at most; not needed where it was measured
     * @param measured what was measured, {@code NaN} forecasts
     */
    public static PowerDraw of(Gpu gpu, double idle, double max, double measured) {
        Averages figures = Figures.of(gpu, WeightBasis.Hardware.SLICES).averages();
        double whole = gpu.instances().isEmpty() ? 0 : figures.wholeGpu();
        double total = Double.isNaN(measured) ? idle + (max - idle) * whole : measured;
        double idlePart = Math.min(total, idle);
        double active = Math.max(0, total - idle);
        double slices = gpu.model() == null ? Double.NaN : gpu.model().computeSlices();
        double[] activity = activity(gpu, figures.weightedAverage());
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < activity.length; i++) {
            sum += activity[i];
            weighted += activity[i] * gpu.instances().get(i).profile().computeSlices();
        }
        List<InstancePower> instances = new ArrayList<>(activity.length);
        for (int i = 0; i < activity.length; i++) {
            Instance instance = gpu.instances().get(i);
            int own = instance.profile().computeSlices();
            double idleWatts = idlePart * own / slices;
            instances.add(new InstancePower(
                    instance.id(),
                    idleWatts + part(active, activity[i], sum),
                    idleWatts + part(active, own * activity[i], weighted)));
        }
        double unallocated = idlePart * Math.max(0, slices - gpu.allocatedSlices()) / slices;
        return new PowerDraw(gpu.id(), total, active, unallocated, sum == 0 ? active : 0, instances);
    }

    private static double[] activity(Gpu gpu, double mean) {
        return gpu.instances().stream()
                .mapToDouble(instance -> instance.isReported() ? instance.utilization() : mean)
                .toArray();
    }

    /** Without any activity no one gets anything. */
    private static double part(double watts, double part, double all) {
        return all == 0 ? 0 : watts * part / all;
    }
}
