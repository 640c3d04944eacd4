package io.slicewise.fleet;

import org.jspecify.annotations.Nullable;

/**
 * Names an instance of a fleet. An instance id alone is unique only within its GPU.
 *
 * @param gpu the GPU's id
 * @param instance the instance's id
 */
public record InstanceRef(String gpu, String instance) {
    // As a record's own, which a process that is new would first have to put together, and which is slow until it is warm.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstanceRef that && instance.equals(that.instance) && gpu.equals(that.gpu);
    }

    @Override
    public int hashCode() {
        return 31 * gpu.hashCode() + instance.hashCode();
    }
}
