package io.slicewise.text;

/**
 * A difference between two ratios, to be shown in percentage points with a sign and one decimal.
 *
 * @param difference 0.01 is one percentage point; {@code NaN} shows as a dash
 */
public record Points(double difference) {
    /**
     * The difference of two percentages as they are shown, so that the three of them add up on paper: 44.14 % is shown as
     * 44.1, 57.85 % as 57.9, and the difference as 13.8, though the exact one is 13.71.
     */
    public static Points between(double from, double to) {
        double difference = Apportionment.shown(to) - Apportionment.shown(from);
        return new Points(Apportionment.shown(difference));
    }
}
