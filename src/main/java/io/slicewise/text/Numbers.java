package io.slicewise.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How figures are written: the one place where anything is rounded.
 *
 * <p>Rounding is half up on the exact decimal expansion of the shortest {@code double} text, so that 0.805 shows as
 * 80.5 and never as 80.49999.
 */
public final class Numbers {
    /** What stands where there is no figure. */
    public static final String NONE = "–";

    private static final char MINUS = '−';
    private static final char NO_BREAK_SPACE = '\u00a0';

    private Numbers() {}

    /** {@code 0.75} → {@code 75.0 %} (English), {@code 75.0%} (Korean). */
    public static String percent(double ratio, Language language) {
        if (!Double.isFinite(ratio)) {
            return NONE;
        }
        return percentNumber(ratio) + (language == Language.KOREAN ? "%" : NO_BREAK_SPACE + "%");
    }

    /** {@code 0.75} → {@code 75.0}: a percentage without its sign. */
    public static String percentNumber(double ratio) {
        return Double.isFinite(ratio) ? fixed(hundredfold(ratio), 1) : NONE;
    }

    /** {@code -0.15} → {@code −15.0 pp} (English), {@code −15.0%p} (Korean). */
    public static String points(double difference, Language language) {
        if (!Double.isFinite(difference)) {
            return NONE;
        }
        return pointsNumber(difference) + (language == Language.KOREAN ? "%p" : NO_BREAK_SPACE + "pp");
    }

    /** {@code 0.15} → {@code +15.0}; a difference that rounds to nothing has no sign. */
    public static String pointsNumber(double difference) {
        if (!Double.isFinite(difference)) {
            return NONE;
        }
        String number = fixed(hundredfold(difference), 1);
        return difference > 0 && !number.equals("0.0") ? "+" + number : number;
    }

    /** The shortest decimal of a number, at most {@code decimals} behind the point, no trailing zeros. */
    public static String decimal(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return plain.replace('-', MINUS);
    }

    private static BigDecimal hundredfold(double ratio) {
        // 15 digits swallow what binary fractions add behind the last digit that means anything
        return new BigDecimal(ratio).movePointRight(2).round(new java.math.MathContext(14, RoundingMode.HALF_UP));
    }

    private static String fixed(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String plain = rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
        return plain.replace('-', MINUS);
    }
}
