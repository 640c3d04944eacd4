package io.slicewise.snapshot.archive;

import io.slicewise.text.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A tar archive: ustar, with POSIX' extended headers and GNU's long names. Links and devices are passed over. */
final class TarArchive implements Archive {
    private static final int LONGEST_HEADER = 1 << 20;

    private final InputStream in;
    private final Meter meter;
    private @Nullable Text damage;

    /** Bytes of the last file that are still to come, and of the padding behind it. */
    private long rest;

    private long padding;

    TarArchive(InputStream in, Meter meter) {
        this.in = in;
        this.meter = meter;
    }

    @Override
    public @Nullable Text damage() {
        return damage;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            return nextFile();
        } catch (ZipException | EOFException e) {
            damage = Unpacked.damage(e);
            return null;
        }
    }

    private @Nullable Entry nextFile() throws IOException {
        String longName = "";
        long longSize = -1;
        while (true) {
            in.skipNBytes(rest + padding);
            rest = 0;
            padding = 0;
            byte[] block = in.readNBytes(TarHeader.BLOCK);
            if (block.length == 0 || TarHeader.isEnd(block)) {
                return null;
            }
            if (block.length < TarHeader.BLOCK) {
                throw new EOFException();
            }
            TarHeader header = TarHeader.of(block);
            if (header.isExtended() || header.isLongName()) {
                begin(header.size());
                byte[] content = headerContent();
                if (header.isLongName()) {
                    longName = new String(content, StandardCharsets.UTF_8).replace("\0", "");
                } else {
                    PaxFields pax = PaxFields.of(content);
                    longName = pax.path().isEmpty() ? longName : pax.path();
                    longSize = pax.size();
                }
                continue;
            }
            meter.file();
            begin(longSize >= 0 ? longSize : header.size());
            if (header.isFile()) {
                // not counted again: tar does not compress
                Unpacked content = new Unpacked(Content::new, bytes -> {});
                return new Entry(longName.isEmpty() ? header.name() : longName, content);
            }
            longName = "";
            longSize = -1;
        }
    }

    private void begin(long size) {
        rest = size;
        padding = (TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK;
    }

    private byte[] headerContent() throws IOException {
        if (rest > LONGEST_HEADER) {
            throw new ZipException("tar: a header of " + rest + " bytes");
        }
        byte[] content = in.readNBytes((int) rest);
        if (content.length < rest) {
            throw new EOFException();
        }
        rest = 0;
        return content;
    }

    /** The bytes of the last file. */
    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (rest == 0) {
                return -1;
            }
            int n = in.read(into, from, (int) Math.min(length, rest));
            if (n < 0) {
                throw new EOFException();
            }
            rest -= n;
            return n;
        }
    }
}
