package io.slicewise.document;

import io.slicewise.json.BulkInputStream;
import io.slicewise.snapshot.exposition.ReadWatch;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file below everything that unpacks and reads it, so that one watch sees the progress of every format. Being
 * cancelled is no failure of the file, which readers would report and go on from: it unwinds all of them.
 */
final class WatchedFile extends FilterInputStream {
    private final ReadWatch watch;
    private long bytes;

    WatchedFile(InputStream file, ReadWatch watch) {
        super(file);
        this.watch = watch;
    }

    @Override
    public int read() throws IOException {
        return BulkInputStream.one(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        watch.check();
        int n = in.read(into, from, length);
        if (n > 0) {
            bytes += n;
            watch.progress(bytes);
        }
        return n;
    }
}
