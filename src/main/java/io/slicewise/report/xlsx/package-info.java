/**
 * Workbooks that a planner goes on with.
 *
 * <p>A row an instance, with weights and utilizations as inputs; the figures, the gap and what everything costs are live formulas
 * over them, so that a spreadsheet recalculates what the product says. Inputs are coloured; ranges that formulas use have names.
 *
 * <p>May be here: sheets, cells, formulas, styles. May not: what a figure is (formulas follow {@code usage} and {@code
 * planning.money}, and tests hold that both agree), files.
 */
@NullMarked
package io.slicewise.report.xlsx;

import org.jspecify.annotations.NullMarked;
