package io.slicewise.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and prints. Print streams swallow a broken pipe, so {@code slicewise … | head} ends quietly.
 *
 * @param in what {@code -} stands for
 * @param out results
 * @param err problems
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err) {
    /** The terminal of this process, in UTF-8 whatever the locale says: Hangul would turn into question marks. */
    public static Terminal ofProcess() {
        return new Terminal(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
