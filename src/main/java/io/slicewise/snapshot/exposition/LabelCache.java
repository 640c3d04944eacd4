package io.slicewise.snapshot.exposition;

import org.jspecify.annotations.Nullable;

/**
 * Label blocks that were seen, so that each is parsed once.
 *
 * <p>Exporters print the same blocks in the same order below each metric: the block that followed the previous one last
 * time is tried first, by comparing bytes, which finds its end too. Otherwise the block's end is searched and its
 * bytes are looked up by their hash. What is kept is bounded; when the bound is reached the cache starts anew.
 */
final class LabelCache {
    /** Bytes that kept blocks may stand for: about 70,000 instances with the twelve labels of dcgm-exporter. */
    private static final long MOST_BYTES = 64L << 20;

    /** What a block costs beside its bytes: the object, its arrays, its place in the table. */
    private static final int OVERHEAD = 128;

    private static final int COST_PER_LABEL = 16;

    private final LabelParser parser = new LabelParser();
    private Labels[] slots = new Labels[256];
    private long[] hashes = new long[256];
    private int used;
    private long cost;
    private int ids;

    /** The block before the one that is read now. */
    private Labels last = new Labels(0, new byte[0], new String[0], new int[0], null, 0);

    private int end;

    /** The index behind the block that was read last. */
    int end() {
        return end;
    }

    /** What was wrong with the block for which {@link #read} gave null. */
    Fault fault() {
        return parser.fault();
    }

    int faultAt() {
        return parser.faultAt();
    }

    /** The labels of the block that opens at {@code open}; null where it is malformed. */
    @Nullable
    Labels read(byte[] b, int open) {
        Labels expected = last.next;
        if (expected != null) {
            int length = expected.block().length;
            if (length <= b.length - open && Bytes.same(b, open, open + length, expected.block())) {
                end = open + length;
                last = expected;
                return expected;
            }
        }
        return search(b, open);
    }

    private @Nullable Labels search(byte[] b, int open) {
        int close = close(b, open);
        Labels found = null;
        if (close >= 0) {
            long hash = Bytes.hash(b, open, close);
            found = find(b, open, close, hash);
            if (found == null) {
                found = parser.parse(b, open, ids + 1);
                if (found != null) {
                    keep(found, hash);
                }
            }
            end = close;
        } else {
            parser.parse(b, open, 0); // finds what is missing
        }
        if (found != null) {
            last.next = found;
            last = found;
        }
        return found;
    }

    /** The index behind the brace that closes the block, or −1 where the line ends before it. */
    private static int close(byte[] b, int open) {
        int p = open + 1;
        while (b[p] != '}') {
            if (b[p] == '"') {
                p = closingQuote(b, p + 1);
            }
            if (b[p] == '\n') {
                return -1;
            }
            p++;
        }
        return p + 1;
    }

    /** The index of the next quote that is not escaped, or of the line end where there is none. */
    private static int closingQuote(byte[] b, int from) {
        int p = Bytes.quotedSpecial(b, from);
        while (b[p] != '"' && b[p] != '\n') {
            boolean escape = b[p] == '\\' && b[p + 1] != '\n';
            p = Bytes.quotedSpecial(b, escape ? p + 2 : p + 1);
        }
        return p;
    }

    private @Nullable Labels find(byte[] b, int from, int to, long hash) {
        int mask = slots.length - 1;
        for (int i = (int) hash & mask; slots[i] != null; i = i + 1 & mask) {
            byte[] block = slots[i].block();
            if (hashes[i] == hash && block.length == to - from && Bytes.same(b, from, to, block)) {
                return slots[i];
            }
        }
        return null;
    }

    private void keep(Labels labels, long hash) {
        ids++;
        cost += OVERHEAD + labels.block().length + (long) COST_PER_LABEL * labels.size();
        if (cost > MOST_BYTES) {
            startAnew();
        } else if (2 * used >= slots.length) {
            grow();
        }
        put(labels, hash);
        used++;
    }

    private void startAnew() {
        slots = new Labels[256];
        hashes = new long[256];
        used = 0;
        cost = 0;
        last = new Labels(0, new byte[0], new String[0], new int[0], null, 0);
    }

    private void grow() {
        Labels[] oldSlots = slots;
        long[] oldHashes = hashes;
        slots = new Labels[2 * oldSlots.length];
        hashes = new long[slots.length];
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != null) {
                put(oldSlots[i], oldHashes[i]);
            }
        }
    }

    private void put(Labels labels, long hash) {
        int mask = slots.length - 1;
        int i = (int) hash & mask;
        while (slots[i] != null) {
            i = i + 1 & mask;
        }
        slots[i] = labels;
        hashes[i] = hash;
    }
}
