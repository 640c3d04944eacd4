package io.slicewise.snapshot.json;

import java.util.Locale;

/**
 * Reads numbers as servers write them into JSON: decimal, with or without an exponent, {@code NaN}, {@code Inf} and
 * {@code Infinity} in any case and with a sign.
 *
 * <p>Up to 15 digits and a power of ten up to 22 are exact in one operation (Clinger's fast path); what is longer goes
 * through {@link Double#parseDouble}. Makes no objects on the fast path.
 */
public final class NumberText {
    private static final int EXACT_DIGITS = 15;
    private static final int LONGEST = 400;
    private static final int LARGEST_EXPONENT = 9999;
    private static final double[] TEN = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < TEN.length; i++) {
            TEN[i] = power;
            power *= 10;
        }
    }

    private double value;

    // what the digits of one number amount to
    private long digits;
    private int significant;
    private int seen;

    /** The number that was read last. */
    public double value() {
        return value;
    }

    /** Whether the characters are a number, which then is the {@link #value}. */
    public boolean read(char[] c, int from, int length) {
        int end = from + length;
        int p = from;
        if (length <= 0 || length > LONGEST) {
            return false;
        }
        boolean negative = c[p] == '-';
        if (negative || c[p] == '+') {
            p++;
        }
        digits = 0;
        significant = 0;
        seen = 0;
        p = digits(c, p, end);
        int scale = 0;
        if (p < end && c[p] == '.') {
            int point = p + 1;
            p = digits(c, point, end);
            scale = point - p;
        }
        if (seen == 0) {
            return special(new String(c, from, length));
        }
        if (p < end && (c[p] | 0x20) == 'e') {
            int exponent = exponent(c, p + 1, end);
            if (exponent == Integer.MIN_VALUE) {
                return false;
            }
            scale += exponent;
            p = end;
        }
        if (p != end) {
            return false;
        }
        if (significant <= EXACT_DIGITS && scale > -TEN.length && scale < TEN.length) {
            double whole = scale < 0 ? digits / TEN[-scale] : digits * TEN[scale];
            value = negative ? -whole : whole;
        } else {
            value = Double.parseDouble(new String(c, from, length));
        }
        return true;
    }

    private int digits(char[] c, int from, int end) {
        int p = from;
        while (p < end && c[p] >= '0' && c[p] <= '9') {
            int digit = c[p] - '0';
            if (significant > 0 || digit != 0) {
                significant++;
            }
            if (significant <= EXACT_DIGITS) {
                digits = digits * 10 + digit;
            }
            p++;
        }
        seen += p - from;
        return p;
    }

    /** The exponent that takes all of the rest; the smallest integer where it is none. */
    private static int exponent(char[] c, int from, int end) {
        int p = from;
        boolean negative = p < end && c[p] == '-';
        if (negative || p < end && c[p] == '+') {
            p++;
        }
        if (p == end) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; p < end; p++) {
            if (c[p] < '0' || c[p] > '9') {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(LARGEST_EXPONENT, exponent * 10 + c[p] - '0');
        }
        return negative ? -exponent : exponent;
    }

    private boolean special(String token) {
        switch (token.toLowerCase(Locale.ROOT)) {
            case "nan" -> value = Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> value = Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> value = Double.NEGATIVE_INFINITY;
            default -> {
                return false;
            }
        }
        return true;
    }
}
