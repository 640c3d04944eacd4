package io.slicewise.live.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A whole answer, as it came over the line. */
public final class Answer {
    private final byte[] body;
    private final boolean gzipped;
    private final boolean victoriaMetrics;

    /**
     * @param body the bytes; not changed by anybody any more
     * @param gzipped whether they are compressed
     * @param victoriaMetrics whether the server says that it is VictoriaMetrics
     */
    public Answer(byte[] body, boolean gzipped, boolean victoriaMetrics) {
        this.body = body;
        this.gzipped = gzipped;
        this.victoriaMetrics = victoriaMetrics;
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

    /** Its text from the beginning. */
    public InputStream open() throws IOException {
        InputStream bytes = new ByteArrayInputStream(body);
        return gzipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
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
