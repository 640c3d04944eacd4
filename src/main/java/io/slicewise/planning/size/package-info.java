/**
 * Whether an instance is of the right size, by what was recorded of it, and when that cannot be told.
 *
 * <p>{@link io.slicewise.planning.size.SizeAnswer}: {@code need = q(u)·c/ρ} compute slices, and the most memory that was ever used
 * with a margin; the smallest profile of the chain that has both ({@code demand}). Engine time is a share of time, so the need is an
 * upper bound, unless the reading saturates low: a full instance of {@code c} slices can read {@code 1/c}. Where readings stand
 * there, and it was not said that this is full, there is no answer. Without a reading of memory nothing smaller is proposed.
 *
 * <p>{@link io.slicewise.planning.size.SizedInstance} judges the instances of a recorded range, each by itself, {@link
 * io.slicewise.planning.size.SizedDemand} makes a demand of them, and {@link io.slicewise.planning.size.SizeSentences} says it.
 *
 * <p>May be here: readings of one instance, profiles of its model, messages by key. May not: what an instance is to others,
 * layouts, sentences.
 */
@NullMarked
package io.slicewise.planning.size;

import org.jspecify.annotations.NullMarked;
