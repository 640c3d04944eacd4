package io.slicewise.text;

/**
 * A difference between two ratios, to be shown in percentage points with a sign and one decimal.
 *
 * @param difference 0.01 is one percentage point; {@code NaN} shows as a dash
 */
public record Points(double difference) {}
