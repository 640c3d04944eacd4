package io.slicewise.cli;

import io.slicewise.text.Visible;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a terminal, in UTF-8. Nothing that is printed can command it: what a name or a message of a server hides
 * is {@linkplain Visible written out}. Sequences of the product's own go through {@link #control}.
 *
 * <p>After a failure nothing more is written. For any thread.
 */
public final class TerminalOutput {
    /** Of a hundred megabytes each call of the system costs more than what it writes. */
    private static final int PIECE = 1 << 16;

    private final OutputStream bytes;
    private @Nullable IOException failure;

    TerminalOutput(OutputStream to) {
        bytes = new BufferedOutputStream(to, PIECE);
    }

    /** A text of several lines, without an end of its own. */
    public void print(String text) {
        write(Visible.lines(text));
    }

    /** Whether all of it is ASCII that shows, and line feeds. */
    static boolean isPlain(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if ((c < ' ' && c != '\n') || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** What {@link #isPlain} holds for: a hundred megabytes of it are neither looked through again nor made strings. */
    void printPlain(char[] text, int from, int length) {
        byte[] plain = new byte[length];
        for (int i = 0; i < length; i++) {
            plain[i] = (byte) text[from + i];
        }
        write(plain, 0, length);
    }

    /** The same that is bytes already. */
    void printPlain(byte[] text, int from, int length) {
        write(text, from, length);
    }

    /** A line; what would end it earlier is written out. */
    public void println(Object line) {
        write(Visible.line(line.toString()) + System.lineSeparator());
    }

    /** An empty line. */
    public void println() {
        write(System.lineSeparator());
    }

    /** What the terminal is to obey. */
    void control(String sequence) {
        write(sequence);
    }

    /** Hands over what was printed. */
    public synchronized void flush() {
        if (failure == null) {
            try {
                bytes.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Whether nothing can be written any more, for whatever reason. */
    boolean isOver() {
        flush();
        return failure != null;
    }

    /** Why not everything could be written; {@code null} where it was, and where no one wanted to read more of it. */
    synchronized @Nullable IOException failure() {
        flush();
        IOException why = failure;
        return why == null || isClosedPipe(why) ? null : why;
    }

    private static boolean isClosedPipe(IOException why) {
        String said = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("pipe") || said.contains("파이프");
    }

    private void write(String text) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        write(all, 0, all.length);
    }

    private synchronized void write(byte[] some, int from, int length) {
        if (failure == null) {
            try {
                bytes.write(some, from, length);
            } catch (IOException e) {
                failure = e;
            }
        }
    }
}
