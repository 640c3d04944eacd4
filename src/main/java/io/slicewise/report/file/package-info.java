/**
 * Files of a report: which formats there are, and which writer makes each.
 *
 * <p>May be here: the choice of a writer. May not: what is in a report, where files are put.
 */
@NullMarked
package io.slicewise.report.file;

import org.jspecify.annotations.NullMarked;
