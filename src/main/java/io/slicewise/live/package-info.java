/**
 * A monitoring server as a source: the readings of now, refreshed, and those of a range.
 *
 * <p>{@link io.slicewise.live.Probe} tries a connection and says what fails. {@link io.slicewise.live.LiveReader} asks
 * once, series by series through the same reader as a file, or for sums where that is too much, and says which way it
 * went ({@link io.slicewise.live.Reading}). {@link io.slicewise.live.LiveModel} asks again and again: a state without a
 * window, a clock or a thread of its own, all of which are given to it. {@link io.slicewise.live.RangeReader} asks for a
 * range, and {@link io.slicewise.live.SizeReader} for right sizes over one.
 *
 * <p>Below it: {@code connection} (settings and secrets), {@code http} (one request), {@code query} (what is asked),
 * {@code range} (a range in parts), {@code sums} (figures that the server computes).
 *
 * <p>May be here: when to ask, what to do with failures, which way to go. May not: windows, files, arithmetic, the
 * reading of series.
 */
@NullMarked
package io.slicewise.live;

import org.jspecify.annotations.NullMarked;
