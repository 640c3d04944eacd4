/**
 * What {@code dcgmi dmon} prints: rows of GPUs and of GPU instances, with a column a field.
 *
 * <p>An instance has DCGM's own number there and no profile, so a person has to say what it is before it can be weighed;
 * the row of its GPU is the cross-check.
 *
 * <p>May be here: the shape of this text. May not: the rules for identity, units and duplicates, which {@link
 * io.slicewise.snapshot.collect.SnapshotBuilder} has for all formats.
 */
@NullMarked
package io.slicewise.snapshot.dmon;

import org.jspecify.annotations.NullMarked;
