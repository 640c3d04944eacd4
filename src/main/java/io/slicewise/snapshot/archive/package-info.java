/**
 * Compressed files and archives: bytes in, bytes out, within limits.
 *
 * <p>Nothing is written to disk, so that names in an archive are only names. Everything is counted by one
 * {@link io.slicewise.snapshot.archive.Meter}, however compressions are nested: an archive of too many files, too many
 * bytes or a ratio that no export has is refused as a whole. A file that is damaged, cut off for example, ends where it
 * is damaged; what stands before is read, and {@link io.slicewise.snapshot.archive.Unpacked#damage} says why.
 *
 * <p>May be here: containers and compressions, recognised by content. May not: what is in them.
 */
@NullMarked
package io.slicewise.snapshot.archive;

import org.jspecify.annotations.NullMarked;
