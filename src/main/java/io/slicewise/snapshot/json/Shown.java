package io.slicewise.snapshot.json;

/** Text from a file, made fit to be shown. */
public final class Shown {
    private static final int LONGEST = 300;

    private Shown() {}

    /** In one line, without what would control a terminal, and not longer than a sentence or two. */
    public static String of(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder shown = new StringBuilder(end + 1);
        text.substring(0, end)
                .codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xfffd : c)
                .forEach(shown::appendCodePoint);
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }
}
