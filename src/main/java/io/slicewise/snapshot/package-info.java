/**
 * What monitoring exported: a file becomes a fleet, the GPUs beside it, and a list of what was noticed.
 *
 * <p>A reader knows one format. It turns what it reads into a {@link io.slicewise.snapshot.RawSource} (who reports, by
 * labels whose names may vary) and single values, and hands both to {@link io.slicewise.snapshot.SnapshotBuilder}, which
 * is the one path for all formats: identity, aliases, units, blanks, duplicates, rows of whole GPUs, profiles, models
 * and placement. {@link io.slicewise.snapshot.ExpositionSnapshot} is the reader of Prometheus text; its lexical part is
 * {@code snapshot.exposition}. {@code snapshot.prometheus} reads answers of the HTTP API, {@code snapshot.dcgm}
 * dcgm-exporter's metrics as JSON; {@code snapshot.archive} unpacks.
 *
 * <p>Each reader is a {@link io.slicewise.snapshot.SnapshotFormat}, and {@link io.slicewise.snapshot.SnapshotReading}
 * leads one file or many through the same builder to one snapshot. A format recognises its files itself, by
 * their {@link io.slicewise.snapshot.Beginning}. A new format is a package here and a line in the list of formats that
 * {@code document} has; compressed and in an archive it is read then as well.
 *
 * <p>Rules that hold in every format:
 *
 * <ul>
 *   <li>An instance is (GPU UUID, GPU_I_ID). It is there as soon as any metric names it; without a utilization it has no
 *       reading, which is not 0.
 *   <li>Utilization is GR_ENGINE_ACTIVE under any of its names, never GPU_UTIL. Ratio or percent is decided from all
 *       values of the file.
 *   <li>A row of a whole GPU that has instances is held against the computed figure and never counted. A GPU without
 *       instances is listed apart.
 *   <li>Files that are opened at once are one snapshot, whatever their formats. The newest reading of an instance counts:
 *       one with a time before one without, without times that of the later file. Ratio or percent is decided for the
 *       files of each format together. Places come from a file that prints them; instances that a file only counts, as
 *       node labels and {@code nvidia-smi -L} do, give way to a file that lists those of the same host or GPU.
 *   <li>What is wrong with one row costs that row only, and is said once for all rows that are wrong in that way.
 * </ul>
 *
 * <p>May be here: readers of exported formats and the rules above. May not: figures (except to check one), sentences,
 * files on disk; compressed streams in {@code snapshot.archive} only.
 */
@NullMarked
package io.slicewise.snapshot;

import org.jspecify.annotations.NullMarked;
