/**
 * The Timeline screen: what a range of exports tells, from its first instant to its last.
 *
 * <p>{@link io.slicewise.desktop.timeline.TimelineModel} holds what is looked at: which instances, which stretch of the
 * time, which moment, whose clocks. {@link io.slicewise.desktop.timeline.TimelineView} shows it: the curves as a chart
 * like all others, and a row of heat for each instance below it, as wide as the chart. In the place of the curves the
 * watts of the GPUs on show can stand; behind their end, on the same clock and axis, what is to come, by a port ({@link
 * io.slicewise.desktop.timeline.TimeAhead}) behind which somebody looks ahead.
 *
 * <p>May be here: looking at a timeline, and what is done with the moment or the stretch that is looked at. May not:
 * arithmetic on samples, which is {@code usage.timeline}'s.
 */
@NullMarked
package io.slicewise.desktop.timeline;

import org.jspecify.annotations.NullMarked;
