package io.slicewise.text;

import java.math.BigDecimal;
import java.math.MathContext;
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

    /** 14 digits swallow what binary fractions add behind the last one that means anything. */
    static final MathContext MEANT = new MathContext(14, RoundingMode.HALF_UP);

    /** A {@code double} holds 15 digits of every number; what stands behind them is noise. */
    private static final MathContext CLEAN = new MathContext(15, RoundingMode.HALF_EVEN);

    /** What is nearer to nothing is what binary fractions leave of it, such as the difference of two equal ratios. */
    private static final double NOTHING = 1e-14;

    /** So many significant digits people write; a longer number is a quotient. */
    private static final int SHORT = 12;

    /** Powers of ten that a double holds exactly. */
    private static final double[] TEN = new double[23];

    static {
        for (int i = 0; i < TEN.length; i++) {
            TEN[i] = Double.parseDouble("1e" + i);
        }
    }

    /** From here on a power of ten that is exact leads to the digits. */
    private static final double SMALLEST = 1e-10;

    /** Of the twelfth digit: far more than fifteen digits and a multiplication can move it. */
    private static final double FAR = 0.01;

    /** Below this the tenth of a percent and six digits behind it are exact enough. */
    private static final double LARGEST_TENTHS = 1e8;

    private static final double FAR_FROM_HALF = 1e-4;

    private static final char MINUS = '−';

    private Numbers() {}

    /** {@code 0.75} → {@code 75.0%}: both languages set the sign without a blank. */
    public static String percent(double ratio, Language language) {
        return Double.isFinite(ratio) ? percentNumber(ratio) + percentSign(language) : NONE;
    }

    /** What stands behind a percentage. */
    public static String percentSign(Language language) {
        return language.percentSign();
    }

    /** {@code 0.75} → {@code 75.0}: a percentage without its sign. */
    public static String percentNumber(double ratio) {
        return Double.isFinite(ratio) ? percentage(ratio) : NONE;
    }

    /** {@code -0.15} → {@code −15.0 pp} (English), {@code −15.0%p} (Korean). */
    public static String points(double difference, Language language) {
        if (!Double.isFinite(difference)) {
            return NONE;
        }
        return pointsNumber(difference) + language.pointsSign();
    }

    /** {@code 0.15} → {@code +15.0}; a difference that rounds to nothing has no sign. */
    public static String pointsNumber(double difference) {
        if (!Double.isFinite(difference)) {
            return NONE;
        }
        String number = percentage(difference);
        return difference > 0 && !number.equals("0.0") ? "+" + number : number;
    }

    /**
     * A number with one decimal at least and four at most, with a sign where it is {@code signed}: {@code 75.0}, {@code
     * −0.75}, {@code +13.7143}.
     */
    public static String precise(double value, boolean signed) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal exact = new BigDecimal(value).round(MEANT).setScale(4, RoundingMode.HALF_UP);
        BigDecimal shortest = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        String plain = shortest.setScale(Math.max(1, shortest.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
        return (signed && exact.signum() > 0 ? "+" : "") + plain.replace('-', MINUS);
    }

    /**
     * Without what binary fractions add behind the last digit that means anything, for files that people read: {@code
     * −0.030000000000000027} → {@code −0.03}.
     */
    public static double clean(double value) {
        if (!Double.isFinite(value)) {
            return value;
        }
        if (isSettled(value)) {
            return value + 0.0;
        }
        BigDecimal meant = meant(value);
        // a number that is not short even then, such as 5/7, keeps all its digits
        return meant.precision() <= SHORT ? meant.doubleValue() : value;
    }

    /**
     * Whether a number is the nearest one to a decimal of twelve digits or fewer, or far from all of those: then nothing
     * is to be cleaned. What remains, a number a little beside a short one, is left to exact decimals.
     */
    private static boolean isSettled(double value) {
        double size = Math.abs(value);
        if (size < SMALLEST || size >= TEN[SHORT - 1]) {
            return false;
        }
        int decimals = size < 1 ? SHORT - 1 : 0;
        while (size * TEN[decimals] < TEN[SHORT - 1]) {
            decimals++;
        }
        double digits = size * TEN[decimals];
        double whole = Math.rint(digits);
        // a power of ten up to 10²² and a whole number are exact, and so their quotient is the nearest number there is
        return whole / TEN[decimals] == size || Math.abs(digits - whole) > FAR;
    }

    /** A finite number with the digits that mean something, in a table that people read on. */
    public static BigDecimal meant(double value) {
        return Math.abs(value) < NOTHING
                ? BigDecimal.ZERO
                : new BigDecimal(value).round(CLEAN).stripTrailingZeros();
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

    /** To one decimal of a percentage, where its next digits are far from a half. */
    private static boolean isFarFromHalf(double tenths) {
        return tenths < LARGEST_TENTHS && Math.abs(tenths - Math.floor(tenths) - 0.5) > FAR_FROM_HALF;
    }

    /** {@code 0.7204} → {@code 72.0}. */
    private static String percentage(double ratio) {
        double tenths = Math.abs(ratio) * 1000;
        if (!isFarFromHalf(tenths)) {
            return fixed(hundredfold(ratio), 1);
        }
        long rounded = (long) Math.floor(tenths + 0.5);
        String plain = rounded / 10 + "." + rounded % 10;
        return ratio < 0 && rounded > 0 ? MINUS + plain : plain;
    }

    private static BigDecimal hundredfold(double ratio) {
        return new BigDecimal(ratio).movePointRight(2).round(MEANT);
    }

    private static String fixed(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        String plain = rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
        return plain.replace('-', MINUS);
    }
}
