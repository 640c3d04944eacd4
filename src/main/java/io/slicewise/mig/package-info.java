/**
 * The hardware: GPU models, their GPU instance profiles, which of them fit together and where.
 *
 * <p>{@link io.slicewise.mig.Catalogue} reads {@code catalogue.json} (our own schema; each GPU with its sources,
 * {@code verified} for what was read in a transcript of the hardware, nothing where nothing was found) and a file of
 * the planner's own in the same schema. {@link io.slicewise.mig.Layout} holds placed profiles of one GPU and answers
 * what fits, where, and if not why; {@link io.slicewise.mig.Layouts} enumerates.
 *
 * <p>Placement happens in memory slices: a profile takes {@code size} neighbouring ones from one of its starts; no two
 * overlap; the compute slices sum up to at most the GPU's; at most one instance has media extensions ({@code +me}).
 *
 * <p>May be here: what is true of the hardware, whatever runs on it. May not: utilization, names of instances, files
 * other than the catalogue.
 */
@NullMarked
package io.slicewise.mig;

import org.jspecify.annotations.NullMarked;
