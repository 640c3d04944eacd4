/**
 * How many GPUs of one model a number of instances needs, why not fewer, and how they are then partitioned.
 *
 * <p>{@link io.slicewise.planning.packing.Rows} computes from the placements of a model the few rows of which the largest,
 * rounded up, is the least number of GPUs: the undominated corners of {@code w ≥ 0, w·layout ≤ 1 for every legal layout}, found
 * by the double description method in whole numbers. On a GPU of seven slices these are the compute slices, the memory slices,
 * the three places of a 2g, and the GPUs that a 4g or 7g needs for itself; on one of four slices the slices alone. Nothing is
 * typed in: a catalogue that changes, or a planner's own GPU, gets its own rows.
 *
 * <p>Each row holds for every legal layout, so it is a bound whatever is planned. That the largest one is always reached is
 * proven by enumeration: the corners span a polytope of dimension {@code d} with whole corners, whose Hilbert basis has a
 * height of at most {@code d − 1} (Bruns and Gubeladze), and each whole point up to that height is a sum of legal layouts. A
 * test enumerates that for every model of the catalogue. Where it is not proven, {@link io.slicewise.planning.packing.GpuPacking}
 * still is: layouts that are found, as many as the bound says, prove it for the numbers at hand.
 *
 * <p>Rows follow from the model alone and take milliseconds, so those that were computed are kept.
 *
 * <p>May be here: one model, numbers of profiles, layouts. May not: several models, prices, people who ask.
 */
@NullMarked
package io.slicewise.planning.packing;

import org.jspecify.annotations.NullMarked;
