package io.slicewise.snapshot.exposition;

/**
 * What a file's beginning tells: whether it is text that can be read, and which of the two formats.
 *
 * @param refusal the message key that says why it cannot be read; empty for text
 * @param openMetrics whether {@code # EOF} stands in it, which the exposition format does not have
 */
record FirstLook(String refusal, boolean openMetrics) {
    /** A file with NUL bytes is text as long as at most one byte in so many is a control character. */
    private static final int CONTROL_SHARE = 20;

    boolean text() {
        return refusal.isEmpty();
    }

    /** Looks at the first {@code length} bytes. */
    static FirstLook at(byte[] b, int length) {
        if (starts(b, length, 0xFF, 0xFE) || starts(b, length, 0xFE, 0xFF)) {
            return new FirstLook("snapshot.exposition.utf16", false);
        }
        if (starts(b, length, 0x1F, 0x8B)
                || starts(b, length, 'P', 'K', 3, 4)
                || starts(b, length, 0x28, 0xB5, 0x2F, 0xFD)) {
            return new FirstLook("snapshot.exposition.compressed", false);
        }
        if (binary(b, length)) {
            return new FirstLook("snapshot.exposition.notText", false);
        }
        return new FirstLook("", hasEof(b, length));
    }

    private static boolean starts(byte[] b, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((b[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** A stray NUL in a text costs its line; many control characters and a NUL make a file that is no text. */
    private static boolean binary(byte[] b, int length) {
        int controls = 0;
        boolean nul = false;
        for (int i = 0; i < length; i++) {
            byte c = b[i];
            if (c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                controls++;
                nul |= c == 0;
            }
        }
        return nul && (long) controls * CONTROL_SHARE > length;
    }

    private static boolean hasEof(byte[] b, int length) {
        for (int i = 0; i + 5 <= length; i++) {
            if (b[i] == '#'
                    && b[i + 1] == ' '
                    && b[i + 2] == 'E'
                    && b[i + 3] == 'O'
                    && b[i + 4] == 'F'
                    && (i == 0 || b[i - 1] == '\n')
                    && (i + 5 == length || Bytes.isEnd(b[i + 5]))) {
                return true;
            }
        }
        return false;
    }
}
