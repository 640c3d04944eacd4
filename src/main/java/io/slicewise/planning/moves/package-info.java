/**
 * Which instances have to be made anew elsewhere so that a profile fits, and why it never will where that is so.
 *
 * <p>A GPU instance cannot migrate. A <em>move</em> is a new instance elsewhere and a restart of its job, so the number of
 * moves is the price. {@link io.slicewise.planning.moves.FewestMoves} answers two questions that have different answers: with
 * a stop (everything that moves is stopped before anything is made anew) and new one first (each new instance is made while
 * its old one still runs, in an order that always has room for it).
 *
 * <p>With a stop: for 0, 1, 2 … lifted instances, all ways to lift that many are looked at at once. Per GPU the exchanges
 * (what is lifted, what then fits) are enumerated; over the GPUs a table holds, for each balance of profiles that are still
 * to be placed and places that are still to be earned, the cheapest way there. Balances in which more places wait than can
 * still be earned are no way to an answer and are not kept, so the table stays small whatever the number of GPUs. The first
 * number for which the balance closes is the least. New one first: where one instance is wanted, whatever stands in its way
 * goes to places that are free already, if there are such places for all of it; no sequence is shorter than the answer with a
 * stop, so where it has as many moves it is the least. Otherwise breadth first over single moves, on the GPUs that the answer
 * with a stop touches, then on all with one move more each time; GPUs on which the same stands count as one, and a state in
 * which more stands in the way on every GPU than moves are left is not gone on from.
 *
 * <p>Impossible is proven: by the sums of slices, by the rows of {@code packing} (placement), or by having tried everything
 * beside what is pinned. Where the search ends at its limit, the answer says so and carries what is proven.
 *
 * <p>May be here: fleets, profiles and places, answers in sentences. May not: commands, what a move costs in money, the clock.
 */
@NullMarked
package io.slicewise.planning.moves;

import org.jspecify.annotations.NullMarked;
