/**
 * GPUs and the GPU instances that they are cut into, with a reading each. Immutable values, whatever made them: the
 * planner in the editor, a scenario file, or what the monitoring exported.
 *
 * <p>The utilization of an instance is its engine activity; {@link io.slicewise.fleet.Readings} are what else was measured
 * of it, and {@link io.slicewise.fleet.ReadingKind} names them all, so that figures can be of any of them. Power is the GPU's.
 *
 * <p>Nothing is not zero: an instance without a reading has {@code NaN}, and every figure counts it apart.
 *
 * <p>May be here: what a fleet is. May not: figures about it ({@code usage}), how it is edited or stored ({@code
 * scenario}), how an exporter names things ({@code snapshot}).
 */
@NullMarked
package io.slicewise.fleet;

import org.jspecify.annotations.NullMarked;
