package io.slicewise.snapshot.prometheus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads samples as servers write them, straight from bytes: pairs, {@code [1700000000.123,"0.75"]}, and the values and
 * times of lists that stand apart. What is written in any other way is left to the general reader: signs, exponents,
 * blanks, more than three decimals of a second.
 *
 * <p>Values are exact: up to 15 digits by one division (Clinger), up to 18 by a division whose remainder is looked at;
 * where that is too close to call, through {@link Double#parseDouble}.
 */
final class SampleScanner {
    /** No sample that is read here is longer. */
    static final int LONGEST = 64;

    private static final long EXACT = 1L << 53;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_SECONDS = 11;
    private static final int MOST_MILLIS = 15;
    private static final double CLEAR = 0.49;
    private static final double[] TEN = new double[MOST_DIGITS + 1];
    private static final int[] MILLIS = {1000, 100, 10, 1};
    private static final long[] POWERS = new long[Long.BYTES + 1];

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGHS = 0x8080808080808080L;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long BEYOND_NINE = 0x7676767676767676L;
    private static final long TWO_BYTES = 0x000000FF000000FFL;

    static {
        double power = 1;
        for (int i = 0; i < TEN.length; i++) {
            TEN[i] = power;
            power *= 10;
        }
        long whole = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = whole;
            whole *= 10;
        }
    }

    private long millis;
    private double value;

    /** Digits as a number, before they are a value or a time. */
    private long digits;

    /** The time that was read last, in milliseconds since 1970 UTC. */
    long millis() {
        return millis;
    }

    /** The value that was read last. */
    double value() {
        return value;
    }

    /**
     * Reads the pair at {@code from}, where at least {@link #LONGEST} bytes may be looked at.
     *
     * @return the index behind it, or −1 where it is not one of those that this reads
     */
    int pair(byte[] b, int from) {
        if (b[from] != '[') {
            return -1;
        }
        int p = time(b, from + 1);
        if (p < 0 || b[p] != ',' || b[p + 1] != '"') {
            return -1;
        }
        p += 2;
        if (b[p] == 'N' && b[p + 1] == 'a' && b[p + 2] == 'N') {
            value = Double.NaN;
            p += 3;
        } else {
            p = number(b, p);
        }
        return p > 0 && b[p] == '"' && b[p + 1] == ']' ? p + 2 : -1;
    }

    /**
     * Reads the value at {@code from} in a list of values, where at least {@link #LONGEST} bytes may be looked at.
     *
     * @return the index behind it, where the list goes on or ends; −1 where it is not one of those that this reads
     */
    int value(byte[] b, int from) {
        int p = from;
        if (b[p] == 'n') {
            value = Double.NaN;
            p = b[p + 1] == 'u' && b[p + 2] == 'l' && b[p + 3] == 'l' ? p + 4 : -1;
        } else {
            p = number(b, p);
            // outside of quotes a number is JSON's
            boolean none = p < 0 || b[p - 1] == '.' || b[from] == '0' && isDigit(b[from + 1]);
            p = none ? -1 : p;
        }
        return p > 0 && (b[p] == ',' || b[p] == ']') ? p : -1;
    }

    /** As {@link #value}, for a time in milliseconds. */
    int millis(byte[] b, int from) {
        int p = digits(b, from, 0);
        int count = p - from;
        boolean none = count == 0 || count > MOST_MILLIS || count > 1 && b[from] == '0';
        if (none || b[p] != ',' && b[p] != ']') {
            return -1;
        }
        millis = digits;
        return p;
    }

    private int time(byte[] b, int from) {
        int p = digits(b, from, 0);
        // more digits are milliseconds, which the general reader knows
        if (p == from || p - from >= MOST_SECONDS) {
            return -1;
        }
        long seconds = digits;
        int fraction = 0;
        int decimals = 0;
        if (b[p] == '.') {
            p++;
            while (isDigit(b[p]) && decimals < MILLIS.length) {
                fraction = fraction * 10 + (b[p++] - '0');
                decimals++;
            }
            if (decimals == 0 || decimals == MILLIS.length) {
                return -1;
            }
        }
        millis = seconds * 1000 + (long) fraction * MILLIS[decimals];
        return p;
    }

    private int number(byte[] b, int from) {
        int p = from;
        long whole = 0;
        while (isDigit(b[p]) && p - from <= MOST_DIGITS) {
            whole = whole * 10 + (b[p++] - '0');
        }
        digits = whole;
        int decimals = 0;
        int count = p - from;
        if (b[p] == '.' && count > 0 && count <= MOST_DIGITS) {
            int start = p + 1;
            p = digits(b, start, whole);
            decimals = p - start;
            count += decimals;
        }
        if (count == 0 || count > MOST_DIGITS) {
            return -1;
        }
        if (digits <= EXACT) {
            value = decimals == 0 ? digits : digits / TEN[decimals];
        } else {
            value = quotient(digits, TEN[decimals]);
            if (Double.isNaN(value)) {
                value = Double.parseDouble(new String(b, from, p - from, StandardCharsets.ISO_8859_1));
            }
        }
        return p;
    }

    /**
     * Puts the digits at {@code from} behind those of a number, eight at a time: the bytes of a word become digits, pairs,
     * fours and one number by three multiplications. Digits of a third word are more than a number here may have.
     *
     * @return the index behind them; the number is {@link #digits}, and nothing where there are more than {@link #MOST_DIGITS}
     */
    private int digits(byte[] b, int from, long before) {
        digits = before;
        int p = from;
        int count = Long.BYTES;
        for (int words = 0; words <= MOST_DIGITS / Long.BYTES && count == Long.BYTES; words++) {
            long word = (long) LONG.get(b, p) ^ ZEROS;
            // the lowest byte that is no digit has its high bit set, whatever is carried into those above
            long other = (word + BEYOND_NINE | word) & HIGHS;
            count = Long.numberOfTrailingZeros(other) >>> 3;
            if (count > 0) {
                digits = digits * POWERS[count] + eight(word << Long.SIZE - Byte.SIZE * count);
                p += count;
            }
        }
        return p;
    }

    /** The number of eight digits, of which the first is the lowest byte. */
    private static long eight(long word) {
        long pairs = word * 10 + (word >>> 8);
        long even = (pairs & TWO_BYTES) * (100 + (1_000_000L << 32));
        long odd = (pairs >>> 16 & TWO_BYTES) * (1 + (10_000L << 32));
        return even + odd >>> 32;
    }

    /** The double nearest to a quotient; {@code NaN} where two are about equally near. */
    static double quotient(long digits, double power) {
        double rounded = digits;
        double lost = digits - (long) rounded;
        double first = rounded / power;
        double better = first + (Math.fma(-first, power, rounded) + lost) / power;
        double remainder = Math.fma(-better, power, rounded) + lost;
        return Math.abs(remainder) < CLEAR * Math.ulp(better) * power ? better : Double.NaN;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
