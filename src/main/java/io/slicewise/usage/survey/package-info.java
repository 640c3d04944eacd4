/**
 * A fleet as a table: rows of GPUs and instances with their figures, found by words and attributes, put into groups and
 * in order; what of the hardware is wasted; and what changed between two fleets.
 *
 * <p>{@link io.slicewise.usage.survey.FleetTable} holds the rows of a fleet. A {@link io.slicewise.usage.survey.Query} asks
 * for some of them in some order, and the {@link io.slicewise.usage.survey.QueryResult} is a flat list: that of a virtual
 * table. Everything is a value; asking takes time in proportion to the rows and can be done on any thread.
 *
 * <p>The allocated share and the whole-GPU figure of a row refer to hardware: of a GPU to itself, of an instance to its
 * GPU, of a group by something that GPUs have (host, model) to the GPUs in it, and of a group by something that instances
 * have (namespace, profile) to all GPUs of the fleet, so that the groups' parts add up to the fleet's figure.
 *
 * <p>May be here: which rows there are, their figures and order. May not: words, columns on a screen, colours.
 */
@NullMarked
package io.slicewise.usage.survey;

import org.jspecify.annotations.NullMarked;
