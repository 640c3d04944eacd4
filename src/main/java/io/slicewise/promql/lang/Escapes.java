package io.slicewise.promql.lang;

import io.slicewise.text.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The escapes of string literals, which are Go's. */
final class Escapes {
    private Escapes() {}

    /**
     * Reads an escape.
     *
     * @param at where its backslash is
     * @param quote what the string stands in; the other quotes need no escape and have none
     * @param into gets what it stands for
     * @return where the text goes on
     */
    static int read(String query, int at, char quote, StringBuilder into) {
        char kind = at + 1 < query.length() ? query.charAt(at + 1) : ' ';
        if (kind == '\\' || kind == quote) {
            return simple(into, kind, at);
        }
        return switch (kind) {
            case 'a' -> simple(into, '\u0007', at);
            case 'b' -> simple(into, '\b', at);
            case 'f' -> simple(into, '\f', at);
            case 'n' -> simple(into, '\n', at);
            case 'r' -> simple(into, '\r', at);
            case 't' -> simple(into, '\t', at);
            case 'v' -> simple(into, '\u000b', at);
            case 'x' -> bytes(query, at, into);
            case 'u' -> point(query, at, 4, into);
            case 'U' -> point(query, at, 8, into);
            case '0', '1', '2', '3' -> bytes(query, at, into);
            default -> throw bad(query, at, 2);
        };
    }

    private static int simple(StringBuilder into, char value, int at) {
        into.append(value);
        return at + 2;
    }

    private static int point(String query, int at, int digits, StringBuilder into) {
        long value = number(query, at + 2, digits, 16, at);
        boolean isHalf = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
        if (value > Character.MAX_CODE_POINT || isHalf) {
            throw bad(query, at, digits + 2);
        }
        into.appendCodePoint((int) value);
        return at + 2 + digits;
    }

    /** Bytes that follow each other are UTF-8 together: {@code \xea\xb0\x80}. */
    private static int bytes(String query, int at, StringBuilder into) {
        ByteBuffer bytes = ByteBuffer.allocate(query.length());
        int i = at;
        while (i + 1 < query.length() && query.charAt(i) == '\\') {
            char kind = query.charAt(i + 1);
            if (kind == 'x') {
                bytes.put((byte) number(query, i + 2, 2, 16, i));
            } else if (kind >= '0' && kind <= '3') {
                bytes.put((byte) number(query, i + 1, 3, 8, i));
            } else {
                break;
            }
            i += 4;
        }
        bytes.flip();
        into.append(StandardCharsets.UTF_8.decode(bytes));
        return i;
    }

    private static long number(String query, int from, int digits, int radix, int at) {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < query.length() ? Character.digit(query.charAt(i), radix) : -1;
            if (digit < 0) {
                throw bad(query, at, i - at + 1);
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static SyntaxException bad(String query, int at, int length) {
        String shown = query.substring(at, Math.min(query.length(), at + length));
        return new SyntaxException(Text.of("promql.syntax.escape", shown), at);
    }

    /** A string literal in double quotes. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        text.append("\\x")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
        return text.append('"').toString();
    }
}
