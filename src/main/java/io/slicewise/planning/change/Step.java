package io.slicewise.planning.change;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Placement;

/** One thing that is done to a GPU. */
public sealed interface Step {
    /** The GPU as it is before anything changes. */
    Gpu gpu();

    /** What runs on an instance is stopped, and nothing new is let on it. */
    record Stop(Gpu gpu, Instance instance) implements Step {}

    /** Its compute instances go, and then the GPU instance. */
    record Destroy(Gpu gpu, Instance instance) implements Step {}

    /**
     * A GPU instance with one compute instance in it, at a start.
     *
     * @param reason why it is its turn
     */
    record Create(Gpu gpu, Placement placement, Reason reason) implements Step {}

    /** Why a creation is possible when it is its turn. */
    enum Reason {
        /** Its place is free before anything stops: what runs can change over to it first. */
        FREE_ALREADY,
        /** Its place, or its slices, are free once others are gone. */
        FREED
    }
}
