package io.slicewise.snapshot;

import io.slicewise.mig.GpuModel;
import org.jspecify.annotations.Nullable;

/**
 * A GPU without GPU instances: MIG is off, or it is on and nothing is carved out. It is in no figure.
 *
 * @param id the UUID where there was one
 * @param name what people call it
 * @param host the machine that it is in, empty where nobody said
 * @param model what it is, {@code null} when not known
 * @param modelName what the exporter printed
 * @param utilization its own reading, a ratio from 0 to 1; {@code NaN} without one
 * @param mig what is known about its MIG mode
 */
public record WholeGpu(
        String id, String name, String host, @Nullable GpuModel model, String modelName, double utilization, Mig mig) {
    /** The MIG mode of a GPU without instances. */
    public enum Mig {
        /** MIG is off. */
        OFF,
        /** MIG is on, and there is no instance. */
        EMPTY,
        /** MIG is on, and the file does not list instances. */
        UNLISTED,
        /** The file does not tell. */
        UNKNOWN
    }
}
