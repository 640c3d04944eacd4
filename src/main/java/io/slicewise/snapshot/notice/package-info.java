/**
 * What was noticed, once for all that is alike: {@link io.slicewise.snapshot.notice.Note} lists the kinds, {@link
 * io.slicewise.snapshot.notice.Notes} counts them, {@link io.slicewise.snapshot.notice.RowFaults} has the rows that a
 * reader could not use.
 *
 * <p>May be here: counting and naming. May not: sentences, which are messages, and the rules by which something is
 * noticed.
 */
@NullMarked
package io.slicewise.snapshot.notice;

import org.jspecify.annotations.NullMarked;
