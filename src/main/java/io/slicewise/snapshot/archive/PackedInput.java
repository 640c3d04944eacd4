package io.slicewise.snapshot.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/**
 * Counts packed bytes, and knows whether more will come: Java's reader of gzip asks {@link #available} whether another
 * member follows, and takes a pipe's "not just now" for the end.
 */
final class PackedInput extends InputStream {
    private final InputStream source;
    private final IntConsumer counter;
    private final byte[] buffer = new byte[64 << 10];
    private int from;
    private int to;

    PackedInput(InputStream source, IntConsumer counter) {
        this.source = source;
        this.counter = counter;
    }

    /** Whether there is a byte in the buffer, once more was asked for. */
    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, source.read(buffer, 0, buffer.length));
            counter.accept(to);
        }
        return from < to;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer[from++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, to - from);
        System.arraycopy(buffer, from, into, at, n);
        from += n;
        return n;
    }

    @Override
    public int available() throws IOException {
        return fill() ? to - from : 0;
    }
}
