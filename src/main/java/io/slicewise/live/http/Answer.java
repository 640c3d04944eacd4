package io.slicewise.live.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A whole answer, as it came over the line.
 *
 * @param body the bytes
 * @param gzipped whether they are compressed
 * @param victoriaMetrics whether the server says that it is VictoriaMetrics
 */
public record Answer(byte[] body, boolean gzipped, boolean victoriaMetrics) {
    /** An answer of a test or a file. */
    public static Answer of(byte[] body) {
        return new Answer(body, false, false);
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
