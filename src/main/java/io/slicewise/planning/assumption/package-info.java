/**
 * What a planner knows about money and watts that no source tells: rates, purchases, electricity, idle watts.
 *
 * <p>{@link io.slicewise.planning.assumption.Assumptions} are part of a document, with its history, and are kept in its file. No
 * number stands in them that was not typed: what is missing is asked for, never guessed.
 *
 * <p>May be here: numbers that planners type. May not: prices that ship, what comes of the numbers ({@code money}, {@code watts}),
 * files, words.
 */
@NullMarked
package io.slicewise.planning.assumption;

import org.jspecify.annotations.NullMarked;
