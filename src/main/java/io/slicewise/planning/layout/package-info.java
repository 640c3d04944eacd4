/**
 * Which partition of a GPU serves its load best, and what changing to it costs.
 *
 * <p>What an instance needs is what {@code demand} says of it: a share by its reading, a target and the memory that it uses, or
 * its profile where nothing is known. {@link io.slicewise.planning.layout.LayoutRanking} takes every fullest layout of the model,
 * counts how many of these needs it serves, keeps as many instances as it can without serving fewer, and ranks.
 *
 * <p>May be here: one GPU, its layouts, counts. May not: several GPUs ({@code moves}, {@code change}), commands, words.
 */
@NullMarked
package io.slicewise.planning.layout;

import org.jspecify.annotations.NullMarked;
