/**
 * Reports to take along: one model, and templates that fill it from a scenario and its figures.
 *
 * <p>A {@link io.slicewise.report.Report} is sections of {@link io.slicewise.report.Block}s with finished words in one
 * language. {@link io.slicewise.report.Template} says which sections; the texts come from {@code story}, the charts from
 * {@code exhibit}, the numbers from {@code text}, so that every file shows what the window shows. The writers stand in
 * the folders below, one a format, and know the model only: a new block is a new record of {@code Block}, and the
 * compiler names the writers that must learn it. Libraries of a format are touched by its writer alone, and are loaded
 * when the first file of that format is written.
 *
 * <p>May be here: which texts, tables and charts stand in which order. May not: file formats (the folders below),
 * arithmetic ({@code usage}), the clock (the date is given).
 */
@NullMarked
package io.slicewise.report;

import org.jspecify.annotations.NullMarked;
