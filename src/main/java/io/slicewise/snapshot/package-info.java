/**
 * What monitoring exported: a file becomes a fleet, the GPUs beside it, and a list of what was noticed.
 *
 * <p>A reader knows one format. It turns what it reads into a {@link io.slicewise.snapshot.RawSource} (who reports, by
 * labels whose names may vary) and single values, and hands both to {@code collect}, the one path for all formats:
 * identity, aliases, blanks, duplicates. {@code unit} decides ratio or percent, {@code assemble} makes a {@link
 * io.slicewise.snapshot.Snapshot} of it with models, profiles and places, and {@code notice} counts what was noticed on
 * the way.
 *
 * <p>A package a format: {@code scrape} reads Prometheus text (its lexical part is {@code exposition}), {@code
 * prometheus} answers of the HTTP API, {@code dcgm} dcgm-exporter's metrics as JSON, {@code csv} tables, {@code dmon},
 * {@code smi}, {@code migparted}, {@code kubernetes} and {@code slurm} what their tools print ({@code
 * counted} has what the last three share); {@code archive} unpacks.
 *
 * <p>A format recognises its files itself, by their {@link io.slicewise.snapshot.Beginning}. A new one is a package here
 * and a line in the list of formats that {@code document} has; compressed and in an archive it is read then as well.
 *
 * <p>Rules that hold in every format:
 *
 * <ul>
 *   <li>An instance is (GPU UUID, GPU_I_ID). It is there as soon as any metric names it; without a utilization it has no
 *       reading, which is not 0.
 *   <li>Utilization is GR_ENGINE_ACTIVE under any of its names, never GPU_UTIL. Ratio or percent is decided from all
 *       values of the file.
 *   <li>Readings beside it are kept each by itself, and a blank costs nothing but itself. They are in the unit of the
 *       utilization, but where their own values cannot be; memory is in MiB. Power is the GPU's, once, whatever its
 *       instances repeat.
 *   <li>A row of a whole GPU that has instances is held against the computed figure and never counted. A GPU without
 *       instances is listed apart.
 *   <li>Files that are opened at once are one snapshot, whatever their formats. The newest reading of an instance counts:
 *       one with a time before one without, without times that of the later file. Ratio or percent is decided for the
 *       files of each format together. Places come from a file that prints them; instances that a file only counts, as
 *       node labels and {@code nvidia-smi -L} do, give way to a file that lists those of the same host or GPU.
 *   <li>What is wrong with one row costs that row only, and is said once for all rows that are wrong in that way.
 * </ul>
 *
 * <p>May be here: readers of exported formats, the rules above, and in this package itself the data that rooms and formats
 * hand to each other, which knows none of them. May not: figures (except to check one, and to count the GPUs beside the fleet in), sentences,
 * files on disk; compressed streams in {@code snapshot.archive} only.
 */
@NullMarked
package io.slicewise.snapshot;

import org.jspecify.annotations.NullMarked;
