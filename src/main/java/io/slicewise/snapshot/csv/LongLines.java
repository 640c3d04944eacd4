package io.slicewise.snapshot.csv;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads lines of which nobody knows how long they are. */
final class LongLines {
    /** A header with a series of a thousand GPUs is a fifth of it; what is beyond is left out. */
    private static final int LONGEST = 8 << 20;

    private LongLines() {}

    /** The next line without its end; {@code null} at the end of the text. */
    static @Nullable String read(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
            c = in.read();
        }
        if (c == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
        return line.toString();
    }
}
