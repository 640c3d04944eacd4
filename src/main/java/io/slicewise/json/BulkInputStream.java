package io.slicewise.json;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is read in pieces; a single byte is a piece of one. */
public abstract class BulkInputStream extends InputStream {
    @Override
    public final int read() throws IOException {
        return one(this);
    }

    /** The next byte of a stream that is read in pieces; -1 at its end. */
    public static int one(InputStream stream) throws IOException {
        byte[] piece = new byte[1];
        return stream.read(piece, 0, 1) < 0 ? -1 : piece[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] into, int from, int length) throws IOException;
}
