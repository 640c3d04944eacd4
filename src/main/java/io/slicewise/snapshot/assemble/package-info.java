/**
 * Rows become a {@link io.slicewise.snapshot.Snapshot}: models, profiles, places, the timeline, GPUs without instances,
 * and checks of one figure against another.
 *
 * <p>{@link io.slicewise.snapshot.assemble.SnapshotReading} leads one file or many through {@code collect} to the end.
 *
 * <p>May be here: what the hardware makes of what was collected. May not: the shape of a format, and figures except to
 * check one.
 */
@NullMarked
package io.slicewise.snapshot.assemble;

import org.jspecify.annotations.NullMarked;
