package io.slicewise.snapshot.archive;

import io.slicewise.json.BulkInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text in UTF-16, which PowerShell's {@code >} writes, or in UTF-32 with its mark, as UTF-8. What is no character, as where a file was cut off,
 * becomes �. A byte order mark is passed on.
 */
final class Utf16 extends BulkInputStream {
    private static final int CHARS = 8 << 10;

    /** So much of a beginning without a mark is looked at. */
    private static final int LOOK = 512;

    private static final int SHORTEST = 16;

    private final Reader source;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(new byte[] {(byte) 0xef, (byte) 0xbf, (byte) 0xbd});
    private final CharBuffer chars = CharBuffer.allocate(CHARS).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(4 * CHARS).flip();
    private boolean ended;

    Utf16(InputStream source, Charset charset) {
        this.source = new InputStreamReader(source, charset);
    }

    /**
     * The charset of a text in UTF-32 by its mark, or in UTF-16: by its mark, or because every other byte of an ASCII text is 0 in it.
     *
     * @return {@code null} for anything else
     */
    static @Nullable Charset charset(byte[] prefix) {
        if (starts(prefix, 0xff, 0xfe, 0, 0)) {
            return StandardCharsets.UTF_32LE;
        }
        if (starts(prefix, 0, 0, 0xfe, 0xff)) {
            return StandardCharsets.UTF_32BE;
        }
        if (prefix.length >= 2 && prefix[0] == (byte) 0xff && prefix[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (prefix.length >= 2 && prefix[0] == (byte) 0xfe && prefix[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        int pairs = Math.min(prefix.length, LOOK) / 2;
        if (2 * pairs < SHORTEST) {
            return null;
        }
        int ascii = 0;
        int turned = 0;
        for (int i = 0; i < 2 * pairs; i += 2) {
            ascii += isAscii(prefix[i]) && prefix[i + 1] == 0 ? 1 : 0;
            turned += isAscii(prefix[i + 1]) && prefix[i] == 0 ? 1 : 0;
        }
        // the words of an export are ASCII, but for a name here and there
        if (4 * ascii >= 3 * pairs) {
            return StandardCharsets.UTF_16LE;
        }
        return 4 * turned >= 3 * pairs ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        boolean starts = bytes.length >= mark.length;
        for (int i = 0; starts && i < mark.length; i++) {
            starts = (bytes[i] & 0xff) == mark[i];
        }
        return starts;
    }

    private static boolean isAscii(byte b) {
        return (b >= ' ' && b < 0x7f) || b == '\n' || b == '\r' || b == '\t';
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!bytes.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int n = Math.min(length, bytes.remaining());
        bytes.get(into, from, n);
        return n;
    }

    private void fill() throws IOException {
        chars.compact();
        ended = source.read(chars) < 0;
        chars.flip();
        bytes.clear();
        encoder.encode(chars, bytes, ended);
        if (ended) {
            encoder.flush(bytes);
        }
        bytes.flip();
    }
}
