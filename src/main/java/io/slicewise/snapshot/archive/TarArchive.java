package io.slicewise.snapshot.archive;

import io.slicewise.json.BulkInputStream;
import io.slicewise.text.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.jspecify.annotations.Nullable;

/** A tar archive: ustar, with POSIX' extended headers and GNU's long names. Links and devices are passed over. */
final class TarArchive implements Archive {
    private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;

    /** Names and fields of a file: what has more of them is no export. */
    private static final int LONGEST_HEADERS = 1 << 20;

    private final TarSource source;
    private final TarArchiveInputStream tar;
    private final Meter meter;
    private @Nullable Unpacked last;
    private @Nullable Text damage;

    TarArchive(InputStream in, Meter meter) {
        source = new TarSource(in);
        tar = new TarArchiveInputStream(source, BLOCK, BLOCK, StandardCharsets.UTF_8.name(), true);
        this.meter = meter;
    }

    /** Whether a header stands at the beginning: its checksum is right. */
    static boolean isAt(byte[] bytes) {
        try {
            return bytes.length >= BLOCK && bytes[0] != 0 && TarUtils.verifyCheckSum(Arrays.copyOf(bytes, BLOCK));
        } catch (IllegalArgumentException _) {
            // no octal digits where the checksum would be
            return false;
        }
    }

    @Override
    public @Nullable Text damage() {
        return damage;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        if (last != null) {
            last.transferTo(OutputStream.nullOutputStream());
            if (last.damage() != null) {
                return null;
            }
        }
        try {
            return nextFile();
        } catch (ZipException | EOFException e) {
            damage = Unpacked.damage(e);
            return null;
        }
    }

    private @Nullable Entry nextFile() throws IOException {
        while (true) {
            TarArchiveEntry entry = source.understood(() -> {
                source.limit(LONGEST_HEADERS);
                try {
                    return tar.getNextEntry();
                } finally {
                    source.unlimit();
                }
            });
            if (entry == null) {
                return null;
            }
            if (!entry.isCheckSumOK()) {
                throw new ZipException("tar: wrong checksum");
            }
            meter.file();
            if (isFile(entry)) {
                // not counted again: tar does not compress
                Unpacked content = new Unpacked(Content::new, _ -> {});
                last = content;
                return new Entry(entry.getName(), content);
            }
        }
    }

    private static boolean isFile(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_NORMAL, TarConstants.LF_OLDNORM, TarConstants.LF_CONTIG ->
                !entry.getName().endsWith("/");
            default -> false;
        };
    }

    /** The bytes of the present file. */
    private final class Content extends BulkInputStream {
        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return source.understood(() -> tar.read(into, from, length));
        }
    }
}
