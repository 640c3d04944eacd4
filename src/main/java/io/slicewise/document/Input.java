package io.slicewise.document;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that can be opened: a file, what is in memory already, or a stream. */
public final class Input {
    private final String name;
    private final @Nullable Path path;
    private final byte @Nullable [] bytes;
    private final @Nullable InputStream stream;

    private Input(String name, @Nullable Path path, byte @Nullable [] bytes, @Nullable InputStream stream) {
        this.name = name;
        this.path = path;
        this.bytes = bytes;
        this.stream = stream;
    }

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

    /** The name that problems give it. */
    public String name() {
        return name;
    }

    /** Where it is; {@code null} for what is no file. */
    public @Nullable Path path() {
        return path;
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
                // whatever made it closes it
            }
        };
    }

    /** The same file, or the very same object. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (path != null && other instanceof Input that && path.equals(that.path));
    }

    @Override
    public int hashCode() {
        return path == null ? System.identityHashCode(this) : path.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
