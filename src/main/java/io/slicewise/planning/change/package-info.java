/**
 * From one layout to another: what is kept, what is drained, what is created, and in which order.
 *
 * <p>{@link io.slicewise.planning.change.GpuChange} is the change of one GPU with the fewest restarts: of the instances that the
 * target has too (same profile, same start) as many are kept as let the rest fit. {@link
 * io.slicewise.planning.change.FleetChange} puts the GPUs of two fleets side by side. Both give {@link
 * io.slicewise.planning.change.Step steps} in a legal order, each with the reason why it stands there. {@link
 * io.slicewise.planning.change.Rehearsal} tells whether an order is legal, where no start is written for every choice that the
 * driver has, and {@link io.slicewise.planning.change.CreationOrders} which orders are safe without starts.
 *
 * <p>To what is planned any GPU may get any layout of its model: of all assignments {@code FleetChange.toPlanned} takes the one that
 * keeps the most instances. {@link io.slicewise.planning.change.Turnover} is the same in numbers only, for pools of any size.
 *
 * <p>The rules: a compute instance goes before its GPU instance; what overlaps goes before what is created; a part of a legal
 * layout is legal, so with explicit starts nothing else matters.
 *
 * <p>May be here: layouts, steps, reasons as values. May not: words, commands, the clock.
 */
@NullMarked
package io.slicewise.planning.change;

import org.jspecify.annotations.NullMarked;
