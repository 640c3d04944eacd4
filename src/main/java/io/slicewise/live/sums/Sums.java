package io.slicewise.live.sums;

import io.slicewise.usage.Averages;

/**
 * What a server summed up; see {@link Sum} for each.
 *
 * @param unweighed instances whose weight is not known: with one of them there is no W, G and A
 */
public record Sums(
        double instances,
        double reported,
        double load,
        double weight,
        double reportedWeight,
        double weightedLoad,
        double hardware,
        double unweighed) {
    /** Of nothing. */
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

    /** With one of them set. */
    Sums with(Sum sum, double value) {
        return switch (sum) {
            case INSTANCES ->
                new Sums(value, reported, load, weight, reportedWeight, weightedLoad, hardware, unweighed);
            case REPORTED ->
                new Sums(instances, value, load, weight, reportedWeight, weightedLoad, hardware, unweighed);
            case LOAD ->
                new Sums(instances, reported, value, weight, reportedWeight, weightedLoad, hardware, unweighed);
            case WEIGHT ->
                new Sums(instances, reported, load, value, reportedWeight, weightedLoad, hardware, unweighed);
            case REPORTED_WEIGHT ->
                new Sums(instances, reported, load, weight, value, weightedLoad, hardware, unweighed);
            case WEIGHTED_LOAD ->
                new Sums(instances, reported, load, weight, reportedWeight, value, hardware, unweighed);
            case HARDWARE ->
                new Sums(instances, reported, load, weight, reportedWeight, weightedLoad, value, unweighed);
            case UNWEIGHED ->
                new Sums(instances, reported, load, weight, reportedWeight, weightedLoad, hardware, value);
        };
    }

    /** Together with others. */
    public Sums plus(Sums other) {
        return new Sums(
                instances + other.instances,
                reported + other.reported,
                load + other.load,
                weight + other.weight,
                reportedWeight + other.reportedWeight,
                weightedLoad + other.weightedLoad,
                hardware + other.hardware,
                unweighed + other.unweighed);
    }

    /** The figures: {@code S = Σu/n}, {@code W = Σw·u/Σw}, {@code A = Σw/T}, {@code G = A·W}. */
    public Averages averages() {
        boolean any = reported > 0;
        boolean weighs = unweighed == 0 && any && reportedWeight > 0;
        boolean isPart = unweighed == 0 && instances > 0 && hardware > 0;
        double share = isPart ? weight / hardware : Double.NaN;
        boolean whole = weighs && isPart;
        return new Averages(
                (int) Math.round(instances),
                (int) Math.round(reported),
                any ? load / reported : Double.NaN,
                weighs ? weightedLoad / reportedWeight : Double.NaN,
                whole ? weightedLoad * (weight / reportedWeight) / hardware : Double.NaN,
                share,
                whole ? weightedLoad / hardware : Double.NaN,
                whole ? (weightedLoad + (weight - reportedWeight)) / hardware : Double.NaN,
                reportedWeight,
                weight,
                hardware);
    }
}
