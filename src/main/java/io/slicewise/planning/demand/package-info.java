/**
 * What is wanted of GPUs, and which profile of a model serves it.
 *
 * <p>A {@link io.slicewise.planning.demand.Demand} is a list of lines: a number of instances, and of each a profile, or at least
 * so many slices and so much memory, or a share of a GPU of speed 1. {@link io.slicewise.planning.demand.Sizing} finds the
 * smallest profile of a model that serves a line. Within a model the smallest is always best: profiles without a suffix form a
 * chain, and wherever one fits, each smaller one fits at the same start. Memory is what the catalogue knows as usable, never
 * the number in the name; a profile whose memory no source gives serves nothing that names memory.
 *
 * <p>A line can be wanted by day or by night only ({@link io.slicewise.planning.demand.Shift}), and a share can be one of the compute
 * slices or one of the streaming multiprocessors.
 *
 * <p>{@link io.slicewise.planning.demand.OpenDemand} takes a demand from what is open: as it is allocated, or as it was
 * observed. A reading of memory that was not given is not zero: such an instance keeps the memory that it has.
 *
 * <p>May be here: needs, and profiles that serve them. May not: numbers of GPUs, prices, formats of files.
 */
@NullMarked
package io.slicewise.planning.demand;

import org.jspecify.annotations.NullMarked;
