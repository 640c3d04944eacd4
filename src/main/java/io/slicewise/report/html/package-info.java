/**
 * Reports as one HTML file: no script, nothing from outside, charts as SVG, light and dark by the reader's system,
 * printable.
 *
 * <p>May be here: markup and style. May not: words, except those that a report carries.
 */
@NullMarked
package io.slicewise.report.html;

import org.jspecify.annotations.NullMarked;
