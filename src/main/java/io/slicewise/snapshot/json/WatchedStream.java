package io.slicewise.snapshot.json;

import io.slicewise.json.BulkInputStream;
import io.slicewise.snapshot.exposition.ReadWatch;
import java.io.IOException;
import java.io.InputStream;

/** Tells a watch how far the reading is; ends early where the watch wants it to stop. Closing leaves the source open. */
public final class WatchedStream extends BulkInputStream {
    private final InputStream source;
    private final ReadWatch watch;
    private long bytes;
    private boolean cancelled;

    public WatchedStream(InputStream source, ReadWatch watch) {
        this.source = source;
        this.watch = watch;
    }

    /** Whether the watch stopped the reading. */
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        cancelled |= watch.cancelled();
        if (cancelled) {
            return -1;
        }
        int n = source.read(into, from, length);
        if (n > 0) {
            bytes += n;
            watch.progress(bytes);
        }
        return n;
    }
}
