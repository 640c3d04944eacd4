/**
 * What still fits, in three numbers a profile: now, after moves, and by slices.
 *
 * <p><em>Now</em> counts free starts, GPU by GPU. <em>After moves</em> is the largest number that the rows of {@code packing}
 * allow beside what runs; where something is pinned, the search of {@code moves} decides. <em>By slices</em> is what spreadsheets
 * say: free slices over the profile's. Fragmentation is {@code 1 − now/after} of what is expected to be asked for: what moving
 * could gain, 0 where it gains nothing.
 *
 * <p>May be here: counts of what fits. May not: which moves those are ({@code moves}), words.
 */
@NullMarked
package io.slicewise.planning.room;

import org.jspecify.annotations.NullMarked;
