package io.slicewise.text;

/**
 * A ratio to be shown as a percentage with one decimal, rounded half up only here.
 *
 * @param ratio 1.0 is 100%; {@code NaN} shows as a dash: no figure is not zero
 */
public record Percent(double ratio) {}
