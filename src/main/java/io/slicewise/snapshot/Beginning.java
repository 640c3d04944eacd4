package io.slicewise.snapshot;

import java.nio.charset.StandardCharsets;

/**
 * The first bytes of a file, by which formats recognise themselves.
 *
 * @param text them as UTF-8, without a byte order mark and without blanks and empty lines before the first word
 */
public record Beginning(String text) {
    /** How many bytes of a file are looked at. */
    public static final int LENGTH = 1 << 16;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The beginning of a file that is text. */
    public static Beginning of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new Beginning((text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).stripLeading());
    }

    /** Whether an object or a list of JSON can begin here. */
    public boolean isJson() {
        return text.startsWith("{") || text.startsWith("[");
    }

    /** Whether XML or HTML begins here. */
    public boolean isMarkup() {
        return text.startsWith("<");
    }
}
