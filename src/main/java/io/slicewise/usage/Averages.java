package io.slicewise.usage;

import io.slicewise.text.Points;

/**
 * The figures of a set of instances. Every ratio is 0 to 1; {@code NaN} where there is no figure: no instance, no
 * reading, or a weight that is not known.
 *
 * @param instances how many instances there are
 * @param reported how many of them have a reading
 * @param instanceAverage {@code S = Σu_i / n} over the reported ones
 * @param weightedAverage {@code W = Σw_i·u_i / Σw_i} over the reported ones
 * @param wholeGpu {@code G = A·W}
 * @param allocatedShare {@code A = Σw_i / T} over all instances
 * @param wholeGpuLow G if the instances without a reading were idle; equal to G when all are reported
 * @param wholeGpuHigh G if they were at 100 %
 * @param reportedWeight {@code Σw_i} over the reported ones
 * @param allocatedWeight {@code Σw_i} over all
 * @param totalWeight {@code T}, the weight of the hardware
 */
public record Averages(
        int instances,
        int reported,
        double instanceAverage,
        double weightedAverage,
        double wholeGpu,
        double allocatedShare,
        double wholeGpuLow,
        double wholeGpuHigh,
        double reportedWeight,
        double allocatedWeight,
        double totalWeight) {

    /** The last digits of a sum of weights are no contradiction. */
    private static final double LITTLE_ABOVE = 1 + 1e-9;

    /**
     * Computes the figures.
     *
     * <p>Worked example: utilization 0.9, 0.8, 0.7, 0.6, weights 1, 1, 1, 2 of 7 give S = 0.75, W = 0.72, G =
     * 0.5142857…, A = 5/7, gap = −0.03.
     *
     * @param utilization a ratio each, {@code NaN} for no reading
     * @param weight the weight of each instance; one {@code NaN} and there is no W, G and A, and one of 0 is in S alone
     * @param totalWeight the weight of the hardware; {@code NaN} when not known, and then there is no G and A, as there
     *     is none where the instances weigh more than that
     */
    public static Averages of(double[] utilization, double[] weight, double totalWeight) {
        int reported = 0;
        Sum loads = new Sum();
        Sum weightedLoads = new Sum();
        Sum reportedWeights = new Sum();
        Sum weights = new Sum();
        for (int i = 0; i < utilization.length; i++) {
            weights.add(weight[i]);
            if (!Double.isNaN(utilization[i])) {
                reported++;
                loads.add(utilization[i]);
                weightedLoads.add(weight[i] * utilization[i]);
                reportedWeights.add(weight[i]);
            }
        }
        double allocated = weights.value();
        double known = reportedWeights.value();
        double load = weightedLoads.value();
        boolean any = utilization.length > 0;
        // instances that are more than the hardware cannot have been there together: nothing of the whole is known
        double hardware = isMoreThan(allocated, totalWeight) ? Double.NaN : totalWeight;
        double share = any && hardware > 0 && allocated > 0 ? allocated / hardware : Double.NaN;
        // with every reading there the factor is exactly 1 and G is Σw·u / T to the last bit
        double whole = reported > 0 && known > 0 ? load * (allocated / known) / hardware : Double.NaN;
        return new Averages(
                utilization.length,
                reported,
                reported > 0 ? loads.value() / reported : Double.NaN,
                reported > 0 && known > 0 ? load / known : Double.NaN,
                hardware > 0 ? whole : Double.NaN,
                share,
                Double.isNaN(whole) ? whole : load / totalWeight,
                Double.isNaN(whole) ? whole : (load + (allocated - known)) / totalWeight,
                known,
                allocated,
                totalWeight);
    }

    /** Whether instances weigh more than the hardware that they are on. */
    public static boolean isMoreThan(double allocated, double hardware) {
        return allocated > hardware * LITTLE_ABOVE;
    }

    /** The gap {@code W − S}: negative when the big instances are the idle ones. */
    public double gap() {
        return weightedAverage - instanceAverage;
    }

    /** The price of what is not allocated: {@code G − W = −(1 − A)·W}. */
    public double unallocatedCost() {
        return wholeGpu - weightedAverage;
    }

    /** The gap as it is shown beside S and W as they are shown: the three add up. */
    public Points shownGap() {
        return Points.between(instanceAverage, weightedAverage);
    }

    /** The price of what is not allocated as it is shown beside W and G as they are shown. */
    public Points shownUnallocatedCost() {
        return Points.between(weightedAverage, wholeGpu);
    }

    /** Whether every instance has a reading. */
    public boolean isComplete() {
        return reported == instances;
    }

    /** The share of the instances that have a reading; {@code NaN} where there is no instance. */
    public double coverage() {
        return instances == 0 ? Double.NaN : (double) reported / instances;
    }

    /**
     * What an instance adds to the gap: {@code (w/Σw − 1/n)·(u − S)}. The contributions of all reported instances sum up
     * to the gap. {@code NaN} for an instance without a reading.
     */
    public double contribution(double utilization, double weight) {
        return (weight / reportedWeight - 1.0 / reported) * (utilization - instanceAverage);
    }

    /** A sum that keeps what additions round away (Neumaier). */
    private static final class Sum {
        private double sum;
        private double lost;

        void add(double value) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }

        double value() {
            return sum + lost;
        }
    }
}
