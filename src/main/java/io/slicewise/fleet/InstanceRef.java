package io.slicewise.fleet;

/**
 * Names an instance of a fleet. An instance id alone is unique only within its GPU.
 *
 * @param gpu the GPU's id
 * @param instance the instance's id
 */
public record InstanceRef(String gpu, String instance) {}
