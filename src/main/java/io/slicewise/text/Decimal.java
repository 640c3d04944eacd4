package io.slicewise.text;

/**
 * A plain number, to be shown with as many decimals as it needs, at most {@code decimals}.
 *
 * @param value the number; {@code NaN} shows as a dash
 * @param decimals the most decimals to show
 */
public record Decimal(double value, int decimals) {}
