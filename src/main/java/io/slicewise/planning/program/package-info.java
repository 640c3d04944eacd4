/**
 * Small integer programs, solved to a proof: the least {@code c·x} with {@code A·x ≥ b}, {@code 0 ≤ x ≤ u}, everything whole
 * and no cost negative.
 *
 * <p>Branch and bound over a dual simplex with bounded unknowns, which starts from all unknowns at nothing and so needs no first
 * phase. It reckons in doubles, and only guides: a branch is closed by a bound that is computed <em>in whole numbers</em> from
 * its rounded multipliers, {@code c·x ≥ b·y + Σ min over the bounds of (c − Aᵀy)·x}, which holds for whatever multipliers; and a
 * solution counts after its rows were checked in whole numbers. Where a bound is too weak or a number too large, the search
 * branches on until everything is fixed. So an answer called proven is, and at a limit there are the best found and a bound.
 * No clock and no random numbers: the same program gives the same answer.
 *
 * <p>Why not a library: none gives a bound that can be checked, one of those tried called plans optimal that cost too much, and
 * the good ones are native code of many megabytes. The programs here have some dozens of unknowns.
 *
 * <p>May be here: numbers. May not: GPUs.
 */
@NullMarked
package io.slicewise.planning.program;

import org.jspecify.annotations.NullMarked;
