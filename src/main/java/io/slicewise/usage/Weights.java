package io.slicewise.usage;

/**
 * What counts how much.
 *
 * @param basis what an instance weighs within its GPU
 * @param gpus what a GPU weighs beside a GPU of another model
 */
public record Weights(WeightBasis basis, GpuWeight gpus) {
    /** Compute slices; each GPU counts as one. */
    public static final Weights DEFAULT = new Weights(WeightBasis.Hardware.SLICES, new GpuWeight.Equal());

    public Weights withBasis(WeightBasis newBasis) {
        return new Weights(newBasis, gpus);
    }

    public Weights withGpus(GpuWeight newGpus) {
        return new Weights(basis, newGpus);
    }
}
