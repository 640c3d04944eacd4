/**
 * The right side of the window: the three figures with their formulas, why they differ, and the charts.
 *
 * <p>May be here: how figures and exhibits are shown. May not: what they are ({@code usage}, {@code exhibit}).
 */
@NullMarked
package io.slicewise.desktop.figures;

import org.jspecify.annotations.NullMarked;
