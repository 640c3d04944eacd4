/**
 * The screens of a fleet that a server summed up: the rows are hosts or GPUs, and no instance is there.
 *
 * <p>{@link io.slicewise.desktop.sums.SumsModel} is what such a document shows: the newest answer, or a moment of a range.
 * {@link io.slicewise.desktop.sums.SumsView} is its table, {@link io.slicewise.desktop.sums.SumsExplain} says which rows
 * the gap comes from; the curves are in {@code desktop.timeline}. From each row a way leads to its instances, and
 * from the whole to its right sizes ({@code desktop.plan}).
 *
 * <p>May be here: views of sums. May not: questions to servers, single instances.
 */
@NullMarked
package io.slicewise.desktop.sums;

import org.jspecify.annotations.NullMarked;
