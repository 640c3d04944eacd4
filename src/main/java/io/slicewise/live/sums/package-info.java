/**
 * Figures of fleets that one machine should not pull series by series: the server sums up, and only sums travel.
 *
 * <p>Of each host or GPU the server is asked for a few {@link io.slicewise.live.sums.Sum sums}: how many instances, how
 * many reported, their load, their weights. The figures are quotients of these, of a host as of the whole fleet, so that
 * they equal what the product computes from every instance. What an instance weighs comes from the catalogue: {@link
 * io.slicewise.live.sums.Shapes} are the models and profiles that are there, a handful of rows, and {@link
 * io.slicewise.live.sums.ShapeQueries} makes the queries of them; another {@link
 * io.slicewise.live.sums.AggregateQueries} can take its place.
 *
 * <p>Right sizes ({@link io.slicewise.live.sums.SizeAsking}) are asked for in the same way: quantiles, maxima and means over time,
 * a few numbers an instance, whatever the length of the range. So is the range in any layout of its instances ({@link
 * io.slicewise.live.sums.AskedRange}): who is there is known here, so that layouts are made here, and what they come to is asked.
 *
 * <p>May be here: queries that aggregate, and what their answers amount to. May not: samples of single instances.
 */
@NullMarked
package io.slicewise.live.sums;

import org.jspecify.annotations.NullMarked;
