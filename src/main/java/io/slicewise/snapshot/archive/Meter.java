package io.slicewise.snapshot.archive;

import io.slicewise.text.Text;
import java.io.InputStream;

/** Counts what goes into the unpacking of one file and what comes out of it, in all layers and files together. */
public final class Meter {
    private static final int GB_BITS = 30;

    private final ArchiveLimits limits;
    private long in;
    private long out;
    private int files;
    private boolean opened;

    public Meter(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** Makes a stream of packed bytes. What goes in is what the outermost one takes. */
    PackedInput packed(InputStream source) {
        boolean outermost = !opened;
        opened = true;
        return new PackedInput(source, bytes -> in += outermost ? bytes : 0);
    }

    void out(int bytes) throws RefusedException {
        out += bytes;
        if (out > limits.bytes()) {
            throw new RefusedException(Text.of("snapshot.archive.tooLarge", limits.bytes() >> GB_BITS));
        }
        if (out > limits.freeBytes() && out / limits.ratio() > in) {
            throw new RefusedException(Text.of("snapshot.archive.ratio", limits.ratio()));
        }
    }

    void file() throws RefusedException {
        files++;
        if (files > limits.files()) {
            throw new RefusedException(Text.of("snapshot.archive.tooMany", limits.files()));
        }
    }
}
