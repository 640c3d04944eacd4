/**
 * Pictures without a window: paints a {@link io.slicewise.chart.Drawing} with the JDK's own graphics, so that the
 * command line and a machine without a display can write PNG files.
 *
 * <p>May be here: {@code java.awt} and {@code javax.imageio}. May not: JavaFX, layout decisions, colours of its own.
 */
@NullMarked
package io.slicewise.report.picture;

import org.jspecify.annotations.NullMarked;
