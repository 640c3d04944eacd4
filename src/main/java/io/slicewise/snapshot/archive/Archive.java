package io.slicewise.snapshot.archive;

import io.slicewise.snapshot.json.Shown;
import io.slicewise.text.Text;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files of an archive, one after the other, in its order. */
public interface Archive {
    /**
     * A file.
     *
     * @param name its path as the archive has it, fit to be shown
     * @param content its bytes; ends where the archive is damaged, and is to be read before the next file
     */
    record Entry(String name, Unpacked content) {
        public Entry {
            name = Shown.of(name);
        }

        /** Whether systems put it there for themselves. */
        public boolean isHidden() {
            return name.startsWith("__MACOSX/")
                    || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
        }
    }

    /**
     * The next file; {@code null} behind the last one, and where the archive is damaged.
     *
     * @throws RefusedException where the limits are reached
     * @throws IOException where the source fails
     */
    @Nullable
    Entry next() throws IOException;

    /** Why there is no next file although there should be; {@code null} where there should not. */
    @Nullable
    Text damage();

    /**
     * Opens an archive.
     *
     * @param packing an archive's
     * @param in its bytes
     * @param meter counts
     */
    static Archive of(Packing packing, InputStream in, Meter meter) {
        return packing == Packing.ZIP ? new ZipArchive(in, meter) : new TarArchive(in, meter);
    }
}
