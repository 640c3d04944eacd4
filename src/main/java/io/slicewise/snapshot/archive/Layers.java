package io.slicewise.snapshot.archive;

import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file with its compressions taken off, whatever it is called, and its text as UTF-8. */
public final class Layers {
    /** A few compressions inside of each other happen by mistake; more are an attack. */
    private static final int MOST = 3;

    private static final int BUFFER = 64 << 10;

    private final byte[] prefix;
    private final Packing packing;
    private final InputStream content;
    private final @Nullable Unpacked last;

    private Layers(byte[] prefix, Packing packing, InputStream content, @Nullable Unpacked last) {
        this.prefix = prefix;
        this.packing = packing;
        this.content = content;
        this.last = last;
    }

    /**
     * Takes compressions off until something else comes.
     *
     * @param in the file; it is not closed
     * @param look how many bytes {@link #prefix} shall have
     * @param meter counts
     * @throws RefusedException where the limits are reached
     * @throws IOException where the file fails
     */
    public static Layers open(InputStream in, int look, Meter meter) throws IOException {
        InputStream stream = in;
        Unpacked last = null;
        for (int depth = 0; ; depth++) {
            byte[] prefix = stream.readNBytes(look);
            Packing packing = Packing.of(prefix);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(prefix), stream);
            Charset charset = packing == Packing.NONE ? Utf16.charset(prefix) : null;
            if (charset != null) {
                InputStream text = new Utf16(whole, charset);
                byte[] beginning = text.readNBytes(look);
                InputStream again = new SequenceInputStream(new ByteArrayInputStream(beginning), text);
                return new Layers(beginning, packing, again, last);
            }
            if (!packing.isCompression()) {
                return new Layers(prefix, packing, packing == Packing.ZIP ? meter.packed(whole) : whole, last);
            }
            if (depth == MOST) {
                throw new RefusedException(Text.of("snapshot.archive.nested", MOST));
            }
            InputStream packed = meter.packed(whole);
            last = new Unpacked(() -> decompressor(packing, packed), meter::out);
            stream = last;
        }
    }

    private static InputStream decompressor(Packing packing, InputStream packed) throws IOException {
        if (packing == Packing.ZSTD) {
            throw new RefusedException(Text.of("snapshot.archive.zstd"));
        }
        return new GZIPInputStream(packed, BUFFER);
    }

    /** The first bytes of the content. */
    public byte[] prefix() {
        return prefix.clone();
    }

    /** What is left: an archive, or nothing. */
    public Packing packing() {
        return packing;
    }

    /** The content from its beginning. */
    public InputStream content() {
        return content;
    }

    /** Whether there was a compression. */
    public boolean wasCompressed() {
        return last != null;
    }

    /** Why the content ended early, once it was read; {@code null} where it did not. */
    public @Nullable Text damage() {
        return last == null ? null : last.damage();
    }
}
