/**
 * What a recorded time would have been in another layout, if work scales with slices.
 *
 * <p>An instance of {@code c} slices at {@code u} wants {@code d = c·u} slices. In one of {@code c'} it reads {@code min(1, d/c')};
 * what is beyond finds no room. Instances that are put together want the sum; what is split up is shared out by slices. A {@link
 * io.slicewise.planning.replay.ReplayLayout} says who goes where; a {@link io.slicewise.planning.replay.Replay} is again a timeline,
 * so that every figure over time comes from the same code, and where nothing changes is the same to the last bit. Where only
 * the size changes, the readings are scaled while they are read, so that millions of them are not copied.
 *
 * <p>The demand is an upper bound, since engine time is a share of time, and means nothing where a reading saturates low ({@code
 * size}). Memory that was used and does not fit is a hard no.
 *
 * <p>May be here: timelines and layouts. May not: proposals of sizes ({@code size}), files, words.
 */
@NullMarked
package io.slicewise.planning.replay;

import org.jspecify.annotations.NullMarked;
