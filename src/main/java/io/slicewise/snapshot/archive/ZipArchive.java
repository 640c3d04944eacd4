package io.slicewise.snapshot.archive;

import io.slicewise.text.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** A ZIP archive, read from its beginning. Names that are not marked as UTF-8 are read byte by byte. */
final class ZipArchive implements Archive {
    private final ZipInputStream zip;
    private final Meter meter;
    private @Nullable Unpacked last;
    private @Nullable Text damage;

    ZipArchive(InputStream in, Meter meter) {
        zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
        this.meter = meter;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        if (isLastDamaged()) {
            return null;
        }
        try {
            finish();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                meter.file();
                if (!entry.isDirectory()) {
                    Unpacked content = new Unpacked(() -> zip, meter::out);
                    last = content;
                    return new Entry(entry.getName(), content);
                }
            }
        } catch (ZipException | EOFException e) {
            damage = Unpacked.damage(e);
        } catch (IllegalArgumentException e) {
            // a name that is marked as UTF-8 and is none
            damage = Text.of("snapshot.archive.damaged");
        }
        return null;
    }

    /** What no one read of the last file is unpacked too, and so it has to be counted. */
    private void finish() throws IOException {
        Unpacked content = last;
        if (content != null) {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private boolean isLastDamaged() {
        return last != null && last.damage() != null;
    }

    @Override
    public @Nullable Text damage() {
        return damage;
    }
}
