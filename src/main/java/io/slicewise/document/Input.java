package io.slicewise.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be opened: a file, what somebody has in memory, or a stream.
 *
 * @param name the name that problems give it
 */
public record Input(
        String name,
        @Nullable Path path,
        byte @Nullable [] bytes,
        @Nullable InputStream stream) {
    /** A file. */
    public static Input of(Path file) {
        return new Input(file.toString(), file, null, null);
    }

    /** A paste, for example. */
    public static Input of(String name, byte[] bytes) {
        return new Input(name, null, bytes, null);
    }

    /** A stream, which can be read once, to its end, and is not closed. */
    public static Input of(String name, InputStream stream) {
        return new Input(name, null, null, stream);
    }

    /** Whether it can be looked into and read again: no stream, no pipe. */
    public boolean isRepeatable() {
        return bytes != null || (path != null && Files.isRegularFile(path));
    }

    /** Its bytes from the beginning. */
    InputStream open() throws IOException {
        if (path != null) {
            return Files.newInputStream(path);
        }
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        return new FilterInputStream(Objects.requireNonNull(stream)) {
            @Override
            public void close() {
                // whoever made it closes it
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Input that
                && name.equals(that.name)
                && Objects.equals(path, that.path)
                && bytes == that.bytes
                && stream == that.stream;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, path);
    }

    @Override
    public String toString() {
        return name;
    }
}
