package io.slicewise.snapshot;

/**
 * The GPU-level reading of a GPU with instances, which DCGM computes itself, beside what its instances amount to.
 *
 * @param gpu the GPU's id
 * @param reported the GPU-level reading, a ratio
 * @param computed the whole-GPU utilization G from the instances; {@code NaN} when it cannot be computed
 * @param beyond how far the reading lies outside of what G can be: the distance to G, or with instances that have no
 *     reading the distance to the range that they leave open; 0 inside of it
 */
public record CrossCheck(String gpu, double reported, double computed, double beyond) {
    /** A difference above this is no rounding and no other moment any more. */
    public static final double TOLERANCE = 0.02;

    /** {@code reported − computed}, a ratio. */
    public double difference() {
        return reported - computed;
    }

    /** Whether both contradict each other. */
    public boolean isSuspicious() {
        // the last digits of two sums in binary do not make a difference
        return beyond > TOLERANCE + 1e-9;
    }
}
