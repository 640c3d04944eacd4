package io.slicewise.desktop.editor;

import io.slicewise.mig.GpuModel;
import java.util.List;
import java.util.Optional;

/** What the editor asks people; tests answer by themselves. */
public interface EditorDialogs {
    /**
     * An instance that would go.
     *
     * @param gpu the name of its GPU
     * @param instance its name
     * @param profile its profile
     */
    record Lost(String gpu, String instance, String profile) {}

    /** Whether to change the model although these instances have no place on it. */
    boolean changeModel(GpuModel model, List<Lost> lost);

    /** Shows what the profiles of a model weigh. */
    void weights(GpuModel model);

    /**
     * Asks for a utilization.
     *
     * @param instances how many it is for
     * @param now what it is, a ratio; {@code NaN} for no reading, or where they differ
     * @return a ratio, {@code NaN} for no reading; empty when nothing is to be changed
     */
    Optional<Double> utilization(int instances, double now);
}
