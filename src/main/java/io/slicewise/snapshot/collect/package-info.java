/**
 * The one path of all formats: rows with their labels and values become GPUs, instances and the newest reading of each.
 *
 * <p>A format is a {@link io.slicewise.snapshot.collect.SnapshotFormat}; it hands {@link
 * io.slicewise.snapshot.RawSource}s and values to {@link io.slicewise.snapshot.collect.SnapshotBuilder}, which knows
 * duplicates, several scrapes, several files, and GPUs that go under several names. What it took is a {@link
 * io.slicewise.snapshot.collect.Collected}. Rows of {@link io.slicewise.snapshot.collect.ComputeInstances} are put together
 * to their instance here, and the watts that instances repeat to those of their GPU ({@link
 * io.slicewise.snapshot.collect.PowerCourse}).
 *
 * <p>A scrape of 30,000 GPUs has 210,000 instances, and what a row leaves in memory decides how long it takes: touching memory
 * costs more than reading the text. So what nearly every instance has once is a field ({@link
 * io.slicewise.snapshot.collect.InstanceRows}: one series, one utilization), and what most never have is made when it comes:
 * lists of several series, compute instances, other readings, courses over time, an index of instances.
 *
 * <p>{@link io.slicewise.snapshot.collect.EarlierValues} takes what is no reading any more; places of several files are one
 * number each ({@code FilePlaces}).
 *
 * <p>May be here: identity, order in time, what several rows say about one thing. May not: models, profiles' sizes and
 * places ({@code assemble}), the shape of a format.
 */
@NullMarked
package io.slicewise.snapshot.collect;

import org.jspecify.annotations.NullMarked;
