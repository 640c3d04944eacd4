package io.slicewise.chart;

/**
 * A dashed line across the chart at a value that matters.
 *
 * @param label the finished label, with its figure: {@code Ceiling 85.7%}
 * @param value where it lies on the value axis; not finite: there is no line
 * @param role its colour
 */
public record Reference(String label, double value, ColorRole role) {}
