package io.slicewise.snapshot.exposition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looking through bytes, eight at a time where that pays.
 *
 * <p>Methods that scan for a line's end rely on it: every line in a buffer ends with {@code '\n'}, and at least
 * {@link #SLACK} bytes follow the last one.
 */
final class Bytes {
    /** Bytes that may be looked at behind the last line end. */
    static final int SLACK = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final boolean[] NAME = new boolean[256];

    static {
        for (int c = 0; c < 128; c++) {
            NAME[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == ':';
        }
    }

    private Bytes() {}

    /** The index of the next line end at or after {@code from}. There must be one. */
    static int newline(byte[] b, int from) {
        int p = from;
        while (true) {
            long word = (long) LONG.get(b, p) ^ NEWLINES;
            long found = (word - ONES) & ~word & HIGHS;
            if (found != 0) {
                return p + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            p += Long.BYTES;
        }
    }

    /**
     * The index of the next byte at or after {@code from} that means something between quotes: a quote, a backslash, a
     * line end, or a byte that is not ASCII.
     */
    static int quotedSpecial(byte[] b, int from) {
        int p = from;
        while (true) {
            long word = (long) LONG.get(b, p);
            long newline = word ^ NEWLINES;
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            // a borrow can only mark bytes above a true hit, so the lowest mark is always true
            long found =
                    ((newline - ONES) & ~newline | (quote - ONES) & ~quote | (backslash - ONES) & ~backslash | word)
                            & HIGHS;
            if (found != 0) {
                return p + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            p += Long.BYTES;
        }
    }

    /** The index of the last line end in {@code [from, to)}, or −1. */
    static int lastNewline(byte[] b, int from, int to) {
        int p = to - 1;
        while (p >= from && b[p] != '\n') {
            p--;
        }
        return p >= from ? p : -1;
    }

    /** Skips spaces, tabs and carriage returns. */
    static int blanks(byte[] b, int from) {
        int p = from;
        while (isBlank(b[p])) {
            p++;
        }
        return p;
    }

    static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    /** Whether a token ends before this byte. */
    static boolean isEnd(byte c) {
        return c == '\n' || isBlank(c);
    }

    /** Letters, digits, {@code _} and {@code :}. */
    static boolean isNamePart(byte c) {
        return NAME[c & 0xff];
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** The end of a metric name that starts at {@code from}; {@code from} itself where none does. */
    static int nameEnd(byte[] b, int from) {
        if (isDigit(b[from])) {
            return from;
        }
        int p = from;
        while (isNamePart(b[p])) {
            p++;
        }
        return p;
    }

    /** The end of a label name, which has no colon, that starts at {@code from}; {@code from} where none does. */
    static int labelNameEnd(byte[] b, int from) {
        if (isDigit(b[from])) {
            return from;
        }
        int p = from;
        while (isNamePart(b[p]) && b[p] != ':') {
            p++;
        }
        return p;
    }

    /** Four bytes as one number, comparable with {@link #word}. */
    static int int4(byte[] b, int from) {
        return (int) INT.get(b, from);
    }

    /** What {@link #int4} gives for four characters. */
    static int word(String four) {
        return four.charAt(0) | four.charAt(1) << 8 | four.charAt(2) << 16 | four.charAt(3) << 24;
    }

    /** A hash of {@code [from, to)}: two lanes, so that a multiplication need not wait for the one before. */
    static long hash(byte[] b, int from, int to) {
        long one = (long) to - from;
        long two = one;
        int p = from;
        for (; p + 2 * Long.BYTES <= to; p += 2 * Long.BYTES) {
            one = Long.rotateLeft((one ^ (long) LONG.get(b, p)) * MIX, 29);
            two = Long.rotateLeft((two ^ (long) LONG.get(b, p + Long.BYTES)) * MIX, 31);
        }
        for (; p < to; p++) {
            one = (one ^ b[p]) * MIX;
        }
        long h = (one ^ Long.rotateLeft(two, 17)) * MIX;
        return h ^ h >>> 32;
    }

    static boolean same(byte[] b, int from, int to, byte[] other) {
        return java.util.Arrays.equals(b, from, to, other, 0, other.length);
    }
}
