package io.slicewise.exhibit;

import io.slicewise.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A calculation with two or three numbers, as it is written.
 *
 * @param text its left side
 * @param a the first number as it is written
 * @param b the second
 * @param c the third; 0 where there is none
 */
record Line(String text, double a, double b, double c) {
    /** The decimals that numbers are written with. */
    static final int DECIMALS = 2;

    private static final double ROUNDING = 1e-7;

    /** What is done with the numbers. */
    @FunctionalInterface
    interface Rule {
        double of(double a, double b, double c);
    }

    static Line of(double a, String first, double b, String second, double c) {
        String text = number(a) + first + number(b) + (second.isEmpty() ? "" : second + number(c));
        return new Line(text, written(a), written(b), written(c));
    }

    /** The line with its right side: {@code =} where the numbers as written give the result as written. */
    String equal(Rule rule, double result) {
        return text + sign(rule.of(a, b, c), result) + number(result);
    }

    /** {@code =} where a value is the result as it is written, else {@code ≈}. */
    static String sign(double value, double result) {
        return holds(value, result) ? " = " : " ≈ ";
    }

    /** Whether a value is the result as it is written. */
    static boolean holds(double value, double result) {
        return Math.abs(value - written(result)) < ROUNDING;
    }

    /** A number as it is written. */
    static double written(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .doubleValue()
                : value;
    }

    private static String number(double value) {
        return Numbers.decimal(value, DECIMALS);
    }
}
