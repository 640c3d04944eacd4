/**
 * What GPUs draw, and whose it is.
 *
 * <p>{@link io.slicewise.planning.watts.PowerDraw} forecasts {@code idle + (max − idle)·G}, linear and said to be so, or takes
 * what was measured. Idle watts go by compute slices, the rest of them to what is not allocated; active watts by activity, and
 * by slices and activity. Both rules stand beside each other, since no meter tells which is right. {@link
 * io.slicewise.planning.watts.IdleWatts} finds the idle watts by order of trust, {@link
 * io.slicewise.planning.watts.Energy} makes kWh and money of watts, {@link io.slicewise.planning.watts.FleetPower} does all of it for
 * several GPUs.
 *
 * <p>May be here: watts of GPUs and their instances. May not: figures of the hardware (the catalogue has them), words.
 */
@NullMarked
package io.slicewise.planning.watts;

import org.jspecify.annotations.NullMarked;
