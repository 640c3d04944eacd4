package io.slicewise.snapshot.csv;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Reads lines of which no one knows how long they are. */
final class LongLines {
    /** A header with a series of a thousand GPUs is a fifth of it; what is beyond is left out. */
    private static final int LONGEST = 8 << 20;

    private static final int BUFFER = 1 << 16;

    private final Reader in;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder begun = new StringBuilder();
    private int from;
    private int to;

    /**
     * @param in the text; stays open
     */
    LongLines(Reader in) {
        this.in = in;
    }

    /** The next line without its end; {@code null} at the end of the text. */
    @Nullable
    String read() throws IOException {
        if (from == to && !fill()) {
            return null;
        }
        begun.setLength(0);
        do {
            int end = end();
            if (end < to) {
                String line = line(end);
                boolean more = buffer[end] == '\r';
                from = end + 1;
                if (more && (from < to || fill()) && buffer[from] == '\n') {
                    from++;
                }
                return line;
            }
            begun.append(buffer, from, Math.min(to - from, LONGEST - begun.length()));
            from = to;
        } while (fill());
        return begun.toString();
    }

    private int end() {
        int p = from;
        // a letter is the rule, and behind both ends of a line
        while (p < to && (buffer[p] > '\r' || buffer[p] != '\n' && buffer[p] != '\r')) {
            p++;
        }
        return p;
    }

    private String line(int end) {
        if (begun.isEmpty()) {
            return new String(buffer, from, Math.min(end - from, LONGEST));
        }
        return begun.append(buffer, from, Math.min(end - from, LONGEST - begun.length()))
                .toString();
    }

    private boolean fill() throws IOException {
        int n = in.read(buffer, 0, BUFFER);
        from = 0;
        to = Math.max(0, n);
        return n > 0;
    }
}
