package io.slicewise.usage.timeline;

/**
 * A track with what its instance weighs.
 *
 * @param wanted whether it is asked for
 */
record Weighed(InstanceTrack track, double weight, boolean wanted) {}
