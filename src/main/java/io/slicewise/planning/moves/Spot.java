package io.slicewise.planning.moves;

import io.slicewise.mig.Placement;

/**
 * A place on a GPU of a fleet.
 *
 * @param gpu the GPU's id
 * @param placement the profile and its start
 */
public record Spot(String gpu, Placement placement) {}
