package io.slicewise.usage;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.ReadingKind;

/**
 * What is averaged, and what counts how much.
 *
 * @param basis what an instance weighs within its GPU
 * @param gpus what a GPU weighs beside a GPU of another model
 * @param reading which reading of the instances the figures are of
 * @param allGpus whether GPUs without instances are among the hardware too: an empty one with nothing on it, one without
 *     MIG as one instance of all of it
 */
public record Weights(WeightBasis basis, GpuWeight gpus, ReadingKind reading, boolean allGpus) {
    /** Engine activity by compute slices; each GPU counts as one. */
    public static final Weights DEFAULT = new Weights(WeightBasis.Hardware.SLICES, new GpuWeight.Equal());

    /** Of engine activity. */
    public Weights(WeightBasis basis, GpuWeight gpus) {
        this(basis, gpus, ReadingKind.ENGINE);
    }

    /** Of the partitioned GPUs. */
    public Weights(WeightBasis basis, GpuWeight gpus, ReadingKind reading) {
        this(basis, gpus, reading, false);
    }

    public Weights withBasis(WeightBasis newBasis) {
        return new Weights(newBasis, gpus, reading, allGpus);
    }

    public Weights withGpus(GpuWeight newGpus) {
        return new Weights(basis, newGpus, reading, allGpus);
    }

    /** The same of engine activity, for what knows no other reading. */
    public Weights ofEngine() {
        return new Weights(basis, gpus, ReadingKind.ENGINE, allGpus);
    }

    /** The same over all GPUs, or over the partitioned ones. */
    public Weights withAllGpus(boolean all) {
        return new Weights(basis, gpus, reading, all);
    }

    /** Of another reading, with the basis that this one scales with. */
    public Weights of(ReadingKind newReading) {
        return new Weights(natural(newReading), gpus, newReading, allGpus);
    }

    /** The same, or, of a fleet that reports nothing of that reading, those of the first reading that it does report. */
    public Weights readable(Fleet fleet) {
        if (reading.isIn(fleet)) {
            return this;
        }
        return ReadingKind.AVERAGED.stream()
                .filter(other -> other.isIn(fleet))
                .findFirst()
                .map(this::of)
                .orElse(this);
    }

    /**
     * What a reading scales with: activity of SMs and their parts with compute slices, bandwidth with memory slices (0.8
     * on 4 of 8 is 0.4 of the GPU), memory in use with GiB.
     */
    public static WeightBasis natural(ReadingKind reading) {
        return switch (reading) {
            case ENGINE, SM, OCCUPANCY, TENSOR -> WeightBasis.Hardware.SLICES;
            case BANDWIDTH -> WeightBasis.Hardware.MEMORY_SLICES;
            case MEMORY -> WeightBasis.Hardware.MEMORY_GIB;
        };
    }
}
