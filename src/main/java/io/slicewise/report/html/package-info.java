/**
 * Reports as one HTML file: nothing from outside, charts as SVG, light and dark by the reader's system, printable. All of
 * it is read without script; with it, tables sort and filter, and sliders show what the instances do to the figures.
 *
 * <p>May be here: markup and style. May not: words, except those that a report carries.
 */
@NullMarked
package io.slicewise.report.html;

import org.jspecify.annotations.NullMarked;
