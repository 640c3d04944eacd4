package io.slicewise.snapshot.archive;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import io.slicewise.json.BulkInputStream;
import io.slicewise.text.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Unpacks Zstandard, and says of damaged bytes what the reader of gzip says. Its memory is outside of Java's: it is given
 * back at the end, whatever the end is.
 */
final class ZstdInput extends BulkInputStream {
    private final ZstdInputStream unpacked;
    private boolean ended;

    private ZstdInput(ZstdInputStream unpacked) {
        this.unpacked = unpacked;
    }

    /** @throws RefusedException where there is no library for the machine */
    static InputStream of(InputStream packed) throws IOException {
        try {
            return new ZstdInput(new ZstdInputStream(packed).setContinuous(false));
        } catch (LinkageError _) {
            throw new RefusedException(Text.of("snapshot.archive.zstd"));
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (ended) {
            return -1;
        }
        boolean good = false;
        try {
            int n = unpacked.read(into, from, length);
            good = n >= 0;
            return n;
        } catch (ZstdIOException e) {
            throw isCutOff(e) ? new EOFException() : new ZipException(e.getMessage());
        } finally {
            if (!good) {
                close();
            }
        }
    }

    private static boolean isCutOff(ZstdIOException e) {
        return String.valueOf(e.getMessage()).startsWith("Truncated source");
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            unpacked.close();
        }
    }
}
