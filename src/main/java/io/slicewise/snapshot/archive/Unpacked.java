package io.slicewise.snapshot.archive;

import io.slicewise.json.BulkInputStream;
import io.slicewise.text.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** What comes out of a decompressor, counted. Where the packed bytes are damaged it ends, and remembers why. */
public final class Unpacked extends BulkInputStream {
    private final Unpacking unpacking;
    private final Counter counter;
    private @Nullable InputStream plain;
    private @Nullable Text damage;

    /** Makes a decompressor, which may read the beginning of its source for that. */
    @FunctionalInterface
    interface Unpacking {
        InputStream start() throws IOException;
    }

    /** Takes the number of bytes that came out, and may refuse them. */
    @FunctionalInterface
    interface Counter {
        void out(int bytes) throws RefusedException;
    }

    Unpacked(Unpacking unpacking, Counter counter) {
        this.unpacking = unpacking;
        this.counter = counter;
    }

    /** Why it ended early; {@code null} where it did not. */
    public @Nullable Text damage() {
        return damage;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (damage != null) {
            return -1;
        }
        try {
            InputStream open = plain;
            if (open == null) {
                open = unpacking.start();
                plain = open;
            }
            int n = open.read(into, from, length);
            if (n > 0) {
                counter.out(n);
            }
            return n;
        } catch (ZipException | EOFException e) {
            damage = damage(e);
            return -1;
        }
    }

    /** What to say about packed bytes that a decompressor does not understand. */
    static Text damage(IOException e) {
        return e instanceof EOFException ? Text.of("snapshot.archive.cutOff") : Text.of("snapshot.archive.damaged");
    }
}
