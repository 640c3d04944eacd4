/**
 * A range of time, asked for in parts that a server grants.
 *
 * <p>{@link io.slicewise.live.range.Grid} are the times that are asked for; {@link io.slicewise.live.range.RangeImport}
 * asks for them part by part, waits where the server is busy or away, cuts a part that is too much in two, and hands
 * on whole answers only: a part that breaks off is asked for again and never counted twice.
 *
 * <p>May be here: steps, parts, waiting. May not: what the answers mean.
 */
@NullMarked
package io.slicewise.live.range;

import org.jspecify.annotations.NullMarked;
