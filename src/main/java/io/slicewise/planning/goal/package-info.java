/**
 * What would have to be so that a figure is as wanted.
 *
 * <p>Each figure is linear in each utilization, so {@link io.slicewise.planning.goal.GoalSeek} is exact: {@code u = (goal −
 * fixed)/coefficient}, over one instance or several at one common value, and where that lies outside of 0 to 1 the goal is
 * impossible, with the interval that can be reached. {@link io.slicewise.planning.goal.GoalGrid} is the same over two inputs: exact
 * at each point, with contours that are straight lines. {@link io.slicewise.planning.goal.GoalVariable} names which instances can take
 * one common utilization.
 *
 * <p>May be here: fleets and figures. May not: documents, windows, words.
 */
@NullMarked
package io.slicewise.planning.goal;

import org.jspecify.annotations.NullMarked;
