/**
 * Reports as text: Markdown for a ticket, CSV and TSV of the figures, also of those over time, for a
 * spreadsheet.
 *
 * <p>May be here: how the formats escape. May not: words, except those that a report carries.
 */
@NullMarked
package io.slicewise.report.text;

import org.jspecify.annotations.NullMarked;
