package io.slicewise.planning.moves;

import io.slicewise.fleet.InstanceRef;

/**
 * An instance that is made anew elsewhere.
 *
 * @param instance which, as it is called before anything moves
 * @param from where it stands
 * @param to where it is made anew; the same profile
 */
public record Move(InstanceRef instance, Spot from, Spot to) {}
