package io.slicewise.document;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be opened.
 *
 * @param name the name that problems give it
 * @param path where it is; {@code null} for a stream
 * @param stream what somebody has open already; {@code null} for a file
 */
public record Input(String name, @Nullable Path path, @Nullable InputStream stream) {
    /** A file. */
    public static Input of(Path file) {
        return new Input(file.toString(), file, null);
    }

    /** A stream, which is read once, to its end, and not closed. */
    public static Input of(String name, InputStream stream) {
        return new Input(name, null, stream);
    }

    /** Whether it can be looked into and read again: no stream, no pipe. */
    boolean isRepeatable() {
        return path != null && Files.isRegularFile(path);
    }
}
