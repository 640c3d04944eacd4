package io.slicewise.snapshot.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The metric names of a file. Lines of one metric stand together, so the name of the line before is compared first;
 * other names are looked up by their hash.
 */
final class MetricTable {
    /** More names than any exporter has; what comes after starts the table anew. */
    private static final int MOST = 1 << 17;

    private Entry[] slots = new Entry[256];
    private int used;
    private int ids;

    /** What is known about a name. */
    static final class Entry {
        final byte[] name;
        final long hash;

        /** The metric, from its first well-formed sample on. */
        @Nullable
        Metric metric;

        boolean wanted;

        /** Samples so far, the ones that were skipped included. */
        long samples;

        /** What the last header of each kind said; 0 where there was none. */
        final long[] headerHash = new long[SampleHandler.Header.values().length];

        /** How many samples there were at the last header of each kind. */
        final long[] samplesAtHeader = new long[SampleHandler.Header.values().length];

        /** The type, empty where none was given. */
        String type = "";

        /** The label that must hold a number ({@code le}, {@code quantile}), or null. */
        @Nullable
        String numericLabel;

        private Entry(byte[] name, long hash) {
            this.name = name;
            this.hash = hash;
        }

        String text() {
            return new String(name, StandardCharsets.UTF_8);
        }
    }

    /** The entry of a name, or null. */
    @Nullable
    Entry find(byte[] b, int from, int to) {
        return find(b, from, to, Bytes.hash(b, from, to));
    }

    private @Nullable Entry find(byte[] b, int from, int to, long hash) {
        int mask = slots.length - 1;
        for (int i = (int) hash & mask; slots[i] != null; i = i + 1 & mask) {
            Entry entry = slots[i];
            if (entry.hash == hash && entry.name.length == to - from && Bytes.same(b, from, to, entry.name)) {
                return entry;
            }
        }
        return null;
    }

    /** The entry of a name, made where there is none. */
    Entry findOrAdd(byte[] b, int from, int to) {
        long hash = Bytes.hash(b, from, to);
        Entry found = find(b, from, to, hash);
        if (found != null) {
            return found;
        }
        Entry added = new Entry(Arrays.copyOfRange(b, from, to), hash);
        if (used == MOST) {
            slots = new Entry[256];
            used = 0;
        } else if (2 * used >= slots.length) {
            Entry[] old = slots;
            slots = new Entry[2 * old.length];
            for (Entry entry : old) {
                if (entry != null) {
                    put(entry);
                }
            }
        }
        put(added);
        used++;
        return added;
    }

    private void put(Entry entry) {
        int mask = slots.length - 1;
        int i = (int) entry.hash & mask;
        while (slots[i] != null) {
            i = i + 1 & mask;
        }
        slots[i] = entry;
    }

    /** Makes an entry a metric, at its first well-formed sample. */
    Metric learn(Entry entry) {
        Metric metric = new Metric(entry.text(), ids++);
        entry.metric = metric;
        entry.numericLabel = numericLabel(entry);
        return metric;
    }

    private @Nullable String numericLabel(Entry entry) {
        if (entry.type.equals("summary")) {
            return "quantile";
        }
        String name = entry.text();
        if (!name.endsWith("_bucket")) {
            return null;
        }
        byte[] family = name.substring(0, name.length() - "_bucket".length()).getBytes(StandardCharsets.UTF_8);
        Entry of = find(family, 0, family.length);
        return of != null && of.type.endsWith("histogram") ? "le" : null;
    }
}
