package io.slicewise.snapshot.archive;

import io.slicewise.json.BulkInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a tar archive, as its reader takes them. The reader throws the same exception whether the disk failed, the archive
 * was cut off or it is damaged; this knows which it was. It also ends a header that never ends, which the reader would keep in
 * memory.
 */
final class TarSource extends BulkInputStream {
    private final InputStream in;
    private @Nullable IOException failure;
    private boolean atEnd;
    private long left = Long.MAX_VALUE;

    TarSource(InputStream in) {
        this.in = in;
    }

    /** A step of the reader. */
    @FunctionalInterface
    interface Step<T extends @Nullable Object> {
        T take() throws IOException;
    }

    /**
     * Takes a step of the reader, and says why it failed.
     *
     * @throws EOFException where the archive was cut off
     * @throws ZipException where it is damaged
     * @throws IOException what the source threw
     */
    <T extends @Nullable Object> T understood(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (IOException | IllegalArgumentException e) {
            IOException own = failure;
            if (own != null) {
                throw own;
            }
            if (atEnd) {
                throw new EOFException();
            }
            ZipException damaged = new ZipException("tar: " + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Refuses to hand out more than these bytes. */
    void limit(long bytes) {
        left = bytes;
    }

    void unlimit() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length > left) {
            throw new ZipException("tar: a header of more than is sensible");
        }
        try {
            int n = in.read(into, from, length);
            atEnd = n < 0;
            left -= Math.max(0, n);
            return n;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
