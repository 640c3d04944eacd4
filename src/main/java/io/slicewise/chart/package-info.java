/**
 * Charts, before they are painted: what is to be shown, where every bar, line and word goes, and in which colour.
 *
 * <p>One layout, many painters. A caller describes a chart as a {@link io.slicewise.chart.ChartSpec} (plain records,
 * finished sentences, values as ratios). {@link io.slicewise.chart.ChartLayout} turns it, for a size and a way to
 * measure text, into a {@link io.slicewise.chart.Drawing}: rectangles, lines, words and dots, each with a
 * {@link io.slicewise.chart.ColorRole} instead of a colour, and the regions a pointer can hit. The window's canvas,
 * the PNG and the SVG paint the same drawing, so a saved picture is what was on the screen.
 * {@link io.slicewise.chart.ChartTable} says the same in rows, for screen readers and spreadsheets.
 *
 * <p>No library is used, since one drawing has to come out alike in the window, as PNG, SVG, PDF and in slides, with patterns beside
 * colours and a table for screen readers; the chart libraries of Java paint for one toolkit, and those that were tried are under a
 * licence or in a shape that cannot be shipped.
 *
 * <p>A new kind of chart is a new record of {@code ChartSpec}; the compiler then names the four places that must learn
 * it: layout, tips, table and the test that goes over all kinds.
 *
 * <p>May be here: geometry, colours and text fitting, anything that needs no toolkit. May not: JavaFX, AWT, JSON,
 * files, locale look-ups, or any knowledge of GPUs.
 */
@NullMarked
package io.slicewise.chart;

import org.jspecify.annotations.NullMarked;
