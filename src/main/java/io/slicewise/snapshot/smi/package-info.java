/**
 * What nvidia-smi prints about MIG: {@code nvidia-smi -L}, the tables of plain {@code nvidia-smi}, {@code nvidia-smi mig
 * -lgi} (one terminal's paste may hold several of them), and the XML of {@code nvidia-smi -q -x}.
 *
 * <p>None of them has a utilization: they are layouts without readings, {@code -lgi} with places. Where no profile is
 * printed (tables, XML), it is told by SMs and memory on the model, and a note says so.
 *
 * <p>May be here: the shapes of nvidia-smi's output. May not: the rules for identity, models, profiles and placement,
 * which {@link io.slicewise.snapshot.collect.SnapshotBuilder} has for all formats.
 */
@NullMarked
package io.slicewise.snapshot.smi;

import org.jspecify.annotations.NullMarked;
