package io.slicewise.text;

/**
 * Texts whose every character can be seen. Names come from exports and servers; one of them can hold a sequence that a
 * terminal obeys, or turn the direction of what stands behind it.
 *
 * <p>What is escaped: control characters (C0, DEL, C1), the marks and overrides of direction, the separators of lines
 * and paragraphs, byte order marks, and halves of surrogate pairs. The escape, {@code \}{@code u001b}, is the same in
 * JSON and YAML.
 */
public final class Visible {
    private Visible() {}

    /** A text of one line: ends of lines, returns and tabs become {@code \n}, {@code \r} and {@code \t}. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** A text of several lines, whose line feeds stay. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    /** Whether a character shows nothing and changes what is around it. */
    public static boolean isHidden(int c) {
        return Character.isISOControl(c)
                || c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x206f)
                || c == 0xfeff
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The escape of a character below U+10000. */
    public static String escape(int c) {
        StringBuilder escape = new StringBuilder("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            escape.append(Character.forDigit(c >> shift & 15, 16));
        }
        return escape.toString();
    }

    /** Of a hundred megabytes of output nearly all is ASCII that shows: one comparison a character. */
    private static boolean isPlain(String text, boolean isSeveral) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && !(isSeveral && c == '\n') && !isPlain(text, i)) {
                return false;
            }
        }
        return true;
    }

    /** A character that is none of ASCII's, or a half of one, which its other half makes visible. */
    private static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        int whole = Character.isLowSurrogate(c) && at > 0 ? text.codePointBefore(at + 1) : text.codePointAt(at);
        return !isHidden(whole);
    }

    private static String escaped(String text, boolean isSeveral) {
        if (isPlain(text, isSeveral)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> visible.append(isSeveral ? "\n" : "\\n");
                case '\r' -> visible.append("\\r");
                case '\t' -> visible.append("\\t");
                default -> {
                    if (isHidden(c)) {
                        visible.append(escape(c));
                    } else {
                        visible.appendCodePoint(c);
                    }
                }
            }
        });
        return visible.toString();
    }
}
