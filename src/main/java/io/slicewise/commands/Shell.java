package io.slicewise.commands;

/** Names in a shell script. */
final class Shell {
    private Shell() {}

    /** A text as one word that the shell takes as it is. */
    static String quoted(String text) {
        return "'" + oneLine(text).replace("'", "'\\''") + "'";
    }

    /** A text for a comment or a line of a list: control characters and line separators become blanks. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean breaks = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            line.appendCodePoint(breaks ? ' ' : c);
        });
        return line.toString().strip();
    }
}
