/**
 * Reports to take along: the page about a fleet with a title, an author, a date and a logo, in a format.
 *
 * <p>A {@link io.slicewise.report.Report} has the sections that {@code page} composed for a template, and what is
 * composed for a wall. The writers stand in the folders below, one a format, and know the sections only: a new block is a
 * new record of {@code Block}, and the compiler names the writers that must learn it. Libraries of a format are touched by
 * its writer alone, and are loaded when the first file of that format is written.
 *
 * <p>May be here: what is around a page, the table of all figures, how text breaks into lines. May not: what a page says
 * ({@code page}), file formats (the folders below), arithmetic ({@code usage}), the clock (the date is given).
 */
@NullMarked
package io.slicewise.report;

import org.jspecify.annotations.NullMarked;
