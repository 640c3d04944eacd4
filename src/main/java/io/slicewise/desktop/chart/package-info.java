/**
 * Charts in the window: a region that paints a {@link io.slicewise.chart.Drawing} on a canvas, answers pointer and
 * keyboard, speaks to screen readers, and offers picture and table to take away.
 *
 * <p>May be here: JavaFX, and what carries pictures out of the window. May not: layout decisions or colours (they are
 * in {@code io.slicewise.chart}), knowledge of GPUs, file choosers (they come in as {@link
 * io.slicewise.desktop.chart.ChartExport.SaveDialog}).
 */
@NullMarked
package io.slicewise.desktop.chart;

import org.jspecify.annotations.NullMarked;
