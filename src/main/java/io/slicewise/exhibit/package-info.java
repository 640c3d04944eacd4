/**
 * The figures made ready to be shown: as charts and as formulas with the numbers put in. What stands in the window, in a
 * file and on a slide is the same exhibit.
 *
 * <p>May be here: which of the figures goes where in which chart, and under which words. May not: arithmetic ({@code
 * usage}), how a chart is drawn ({@code chart}), JavaFX.
 */
@NullMarked
package io.slicewise.exhibit;

import org.jspecify.annotations.NullMarked;
