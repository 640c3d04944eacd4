package io.slicewise.live.http;

import io.slicewise.json.BulkInputStream;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A whole answer, as it came over the line. Reading it ends where the patience or the room for it ends. */
public final class ApiAnswer {
    /** JSON of a monitoring unpacks to some thirty times its size; what is below {@link #FREE} is not looked at so. */
    private static final int RATIO = 200;

    private static final long FREE = 64L << 20;
    private static final long LARGEST = 4L << 30;

    private final byte[] body;
    private final boolean gzipped;
    private final boolean victoriaMetrics;
    private final Patience patience;

    /** For how long an answer is read. */
    @FunctionalInterface
    interface Patience {
        /** Goes on, or says why not. */
        void check() throws LiveException;
    }

    /**
     * @param body the bytes; not changed by anybody any more
     * @param gzipped whether they are compressed
     * @param victoriaMetrics whether the server says that it is VictoriaMetrics
     * @param patience is asked while the answer is read
     */
    ApiAnswer(byte[] body, boolean gzipped, boolean victoriaMetrics, Patience patience) {
        this.body = body;
        this.gzipped = gzipped;
        this.victoriaMetrics = victoriaMetrics;
        this.patience = patience;
    }

    /** How many bytes travelled. */
    public int size() {
        return body.length;
    }

    /** Whether it travelled compressed. */
    public boolean isGzipped() {
        return gzipped;
    }

    /** Whether the server says that it is VictoriaMetrics. */
    public boolean isOfVictoriaMetrics() {
        return victoriaMetrics;
    }

    /**
     * Its text from the beginning. A read fails with a {@link LiveException} as its cause where the time is over, somebody
     * cancelled it, or more came out of it than anybody packs.
     */
    public InputStream open() throws IOException {
        InputStream bytes = new ByteArrayInputStream(body);
        return new Metered(gzipped ? new GZIPInputStream(bytes, 1 << 16) : bytes);
    }

    private final class Metered extends FilterInputStream {
        private long count;

        Metered(InputStream text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            return BulkInputStream.one(this);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                patience.check();
                int n = in.read(into, from, length);
                count += Math.max(n, 0);
                if (count > LARGEST || (count > FREE && count / RATIO > body.length)) {
                    throw new LiveException(Failure.of(Kind.TOO_LARGE, Text.of("live.failed.unpacked", count >> 20)));
                }
                return n;
            } catch (LiveException e) {
                throw new IOException(e);
            }
        }
    }

    /** The beginning of its text, to see what it is; empty where it cannot be read. */
    byte[] beginning(int length) {
        try (InputStream in = open()) {
            return in.readNBytes(length);
        } catch (IOException _) {
            return new byte[0];
        }
    }
}
