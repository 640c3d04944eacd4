package io.slicewise.snapshot.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads one number as Go's {@code strconv.ParseFloat} takes it, which is what both formats are defined by: decimal and
 * hexadecimal ({@code 0x1p-2}), {@code NaN}, {@code Inf} and {@code Infinity} in any
 * case, infinities with a sign. A number beyond the range of a double is refused.
 *
 * <p>Up to 15 digits with a small power of ten are exact in one division (Clinger's fast path) and so is every whole
 * number of up to 18 digits; what is longer or stranger goes through {@link Double#parseDouble}. A token of more than
 * 4096 bytes is no number.
 */
final class NumberReader {
    private static final long EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST = 4096;
    private static final double[] TEN = new double[23];

    /** Go's grammar without its underscores, which servers refuse; Java's own is wider ({@code 1d}) and reads blanks around it. */
    private static final Pattern GRAMMAR = Pattern.compile("[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
            + "|0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+)");

    static {
        double power = 1;
        for (int i = 0; i < TEN.length; i++) {
            TEN[i] = power;
            power *= 10;
        }
    }

    private double value;
    private boolean whole;

    /** The number that was read last. */
    double value() {
        return value;
    }

    /** Whether it was written as a whole number: digits only, with or without a sign. */
    boolean whole() {
        return whole;
    }

    /**
     * Reads the token at {@code from}.
     *
     * @return the index behind it, or −1 where it is no number
     */
    int read(byte[] b, int from) {
        int p = from;
        byte c = b[p];
        boolean negative = c == '-';
        if (negative || c == '+') {
            p++;
        }
        int first = p;
        long digits = 0;
        while (Bytes.isDigit(b[p])) {
            digits = digits * 10 + (b[p++] - '0');
        }
        int decimals = 0;
        boolean point = b[p] == '.';
        if (point) {
            int start = ++p;
            while (Bytes.isDigit(b[p])) {
                digits = digits * 10 + (b[p++] - '0');
            }
            decimals = p - start;
        }
        int count = p - first - (point ? 1 : 0);
        if (count == 0 || count > MOST_DIGITS || !Bytes.isEnd(b[p]) || decimals > 0 && digits > EXACT) {
            return slow(b, from);
        }
        double magnitude = decimals == 0 ? digits : digits / TEN[decimals];
        value = negative ? -magnitude : magnitude;
        whole = !point;
        return p;
    }

    private int slow(byte[] b, int from) {
        int end = from;
        while (!Bytes.isEnd(b[end])) {
            end++;
        }
        if (end == from || end - from > LONGEST) {
            return -1;
        }
        String token = new String(b, from, end - from, StandardCharsets.ISO_8859_1);
        whole = token.chars().skip(isSign(token.charAt(0)) ? 1 : 0).allMatch(c -> c >= '0' && c <= '9');
        return special(token) || number(token) ? end : -1;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
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

    private boolean number(String token) {
        if (!GRAMMAR.matcher(token).matches()) {
            return false;
        }
        value = Double.parseDouble(token);
        return Double.isFinite(value);
    }
}
