/**
 * Rows become a {@link io.slicewise.snapshot.Snapshot}: models, profiles, places, the timeline, GPUs without instances,
 * and checks of one figure against another.
 *
 * <p>{@link io.slicewise.snapshot.assemble.SnapshotReading} leads one file or many through {@code collect} to the end. {@code Assembly} puts
 * together what {@code GpuAssembly} makes of the GPUs, of a large file in a part for each core: the parts share nothing that
 * changes, and what comes out does not depend on how many there are. Which model each GPU is, where its instances stand, what
 * its slots read and how it checks are the work of {@code GpuModels}, {@code Starts}, {@code SlotRatios} and {@code CrossChecks}.
 * What GPUs have in common, as nearly all in a fleet do, is found once.
 *
 * <p>May be here: what the hardware makes of what was collected. May not: the shape of a format, and figures except to
 * check one.
 */
@NullMarked
package io.slicewise.snapshot.assemble;

import org.jspecify.annotations.NullMarked;
