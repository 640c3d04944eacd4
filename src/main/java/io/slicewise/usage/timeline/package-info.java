/**
 * The figures over time: what {@code usage} computes of a fleet, for each instant of a range.
 *
 * <p>{@link io.slicewise.usage.timeline.SampleColumns} keeps what one instance reported, in columns: 8 bytes a value, and
 * times that cost nothing while they are regular and a byte or so where they are not. {@link io.slicewise.usage.timeline.Timeline} knows the GPUs, which
 * instances existed when, and where a GPU was partitioned anew. {@link io.slicewise.usage.timeline.Curves} are S, W, G,
 * the allocated share and the coverage over all of that time; from it come the points of a chart, the statistics of a
 * range, and rows for export. {@link io.slicewise.usage.timeline.PowerCurve} is what GPUs drew, each of them once.
 *
 * <p>Rules:
 *
 * <ul>
 *   <li>A reading holds until the next one of its instance, or for five minutes, as Prometheus has it. Where readings
 *       come further apart than that they hold a quarter longer than they are apart.
 *   <li>At each instant the weights are those of the instances that exist then. Times of an instance without a reading
 *       count as missing and never as idle; where nothing has a reading there is no figure, and the gap stays a gap.
 *   <li>An instance exists from its first row on until something comes that cannot be there beside it: its id with
 *       another profile, or instances that leave it no room. That alone is a reconfiguration. One that falls silent is
 *       still there and counts as missing, to the end of the range: no one said that it is gone. {@code
 *       snapshot.assemble} takes the layout at the end of a range from here.
 * </ul>
 *
 * <p>Everything is immutable once it is made, and can be read by several threads. To make {@code Curves} takes time in
 * proportion to the samples and belongs off the window's thread; everything that is asked of them afterwards is fast.
 *
 * <p>May be here: arithmetic on samples. May not: reading of files, words, time zones, colours.
 */
@NullMarked
package io.slicewise.usage.timeline;

import org.jspecify.annotations.NullMarked;
