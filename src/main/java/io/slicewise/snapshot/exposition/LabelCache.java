package io.slicewise.snapshot.exposition;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Label blocks that were seen, so that each is parsed once.
 *
 * <p>Exporters print the same blocks in the same order below each metric: the block that followed the previous one last
 * time is tried first, by comparing bytes, which finds its end too. A block that comes for the first time is read by its
 * {@link Likeness} to its neighbours, and only what is like none is parsed. Of the instances of a GPU the first block is kept
 * whole, of the others what is different: a sixth of what all would take. What is kept is bounded; when the bound is reached
 * the cache starts anew.
 */
final class LabelCache {
    /** Bytes that kept blocks may stand for: about 500,000 instances with the twelve labels of dcgm-exporter. */
    private static final long MOST_BYTES = 64L << 20;

    /** What a block costs beside its bytes: the object, its place in the table. */
    private static final int OVERHEAD = 64;

    private static final int COST_PER_LABEL = 8;

    /** A block is kept whole where a larger part of it than that is other than its neighbour's. */
    private static final int SMALL_PART = 8;

    /** What a byte can count. */
    private static final int LARGEST_COUNT = 255;

    private static final byte[] NO_CHANGES = {0};

    /** Bytes and places are kept in pieces of this size. */
    private static final int PIECE = 1 << 17;

    private static final int FIRST_SLOTS = 1 << 10;
    private static final long HASH = -1L << 32;

    private final LabelParser parser = new LabelParser();
    private final Likeness likeness = new Likeness();

    /** The upper half of the hash, from which the place comes, and the number of the block from 1; 0 where nothing is. */
    private long[] slots = new long[FIRST_SLOTS];

    private ExpositionLabels[] blocks = new ExpositionLabels[FIRST_SLOTS / 2];
    private int used;
    private long cost;
    private int ids;

    private byte[] bytes = {};
    private int byteEnd;
    private int[] places = {};
    private int placeEnd;

    /** The block before the one that is read now. */
    private ExpositionLabels last = nothing();

    private int end;

    private static ExpositionLabels nothing() {
        return new ExpositionLabels(0, PrintedLabels.NONE, NO_CHANGES, 0);
    }

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
    ExpositionLabels read(byte[] b, int open) {
        ExpositionLabels expected = last.next;
        if (expected != null) {
            int close = expected.endAt(b, open);
            if (close >= 0) {
                end = close;
                last = expected;
                return expected;
            }
        }
        int close = likeness.read(b, open);
        ExpositionLabels found = close >= 0 ? like(b, open, close) : search(b, open);
        if (found != null) {
            last.next = found;
            last = found;
        }
        return found;
    }

    private ExpositionLabels like(byte[] b, int open, int close) {
        end = close;
        long hash = Bytes.hash(b, open, close);
        ExpositionLabels found = find(b, open, close, hash);
        if (found == null) {
            PrintedLabels model = likeness.model();
            found = isSmallPart(close - open)
                    ? keep(model, b, open, hash)
                    : keep(printed(b, open, close, model.names(), likeness.places(), null, 0), hash);
        }
        likeness.follow(found.like());
        return found;
    }

    /** Whether what is other than the model's can be kept instead of a block of so many bytes. */
    private boolean isSmallPart(int length) {
        return likeness.changes() + likeness.changedBytes() <= length / SMALL_PART
                && likeness.changedBytes() <= LARGEST_COUNT
                && likeness.model().names().length <= LARGEST_COUNT;
    }

    private @Nullable ExpositionLabels search(byte[] b, int open) {
        int close = close(b, open);
        if (close < 0) {
            parser.parse(b, open); // finds what is missing
            return null;
        }
        end = close;
        long hash = Bytes.hash(b, open, close);
        ExpositionLabels found = find(b, open, close, hash);
        if (found == null && parser.parse(b, open)) {
            found = keep(
                    printed(b, open, close, parser.names(), parser.places(), parser.metricName(), parser.flaws()),
                    hash);
            if (parser.isPlain()) {
                likeness.learn(found.like());
            }
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

    private @Nullable ExpositionLabels find(byte[] b, int from, int to, long hash) {
        int mask = slots.length - 1;
        for (int i = (int) (hash >>> 32) & mask; slots[i] != 0; i = i + 1 & mask) {
            if (((slots[i] ^ hash) & HASH) == 0) {
                ExpositionLabels labels = blocks[(int) slots[i] - 1];
                if (labels.endAt(b, from) == to) {
                    return labels;
                }
            }
        }
        return null;
    }

    /** A block of which all is kept. */
    private PrintedLabels printed(
            byte[] b, int from, int to, String[] names, int[] itsPlaces, @Nullable String metricName, int flaws) {
        int length = to - from;
        pay(length + (long) COST_PER_LABEL * names.length);
        room(length, 2 * names.length);
        System.arraycopy(b, from, bytes, byteEnd, length);
        System.arraycopy(itsPlaces, 0, places, placeEnd, 2 * names.length);
        PrintedLabels printed =
                new PrintedLabels(bytes, byteEnd, byteEnd + length, names, places, placeEnd, metricName, flaws);
        byteEnd += length;
        placeEnd += 2 * names.length;
        return printed;
    }

    private ExpositionLabels keep(PrintedLabels printed, long hash) {
        ids++;
        ExpositionLabels labels = new ExpositionLabels(ids, printed, NO_CHANGES, 0);
        put(labels, hash);
        return labels;
    }

    /** A block of which only that is kept that is other than its model's. */
    private ExpositionLabels keep(PrintedLabels model, byte[] b, int open, long hash) {
        int changes = likeness.changes();
        int length = 1 + 2 * changes + likeness.changedBytes();
        pay(length);
        room(length, 0);
        int at = byteEnd;
        bytes[at++] = (byte) changes;
        for (int i = 0; i < changes; i++) {
            int value = likeness.changed(i);
            int start = likeness.places()[2 * value];
            int its = likeness.places()[2 * value + 1] - start;
            bytes[at++] = (byte) value;
            bytes[at++] = (byte) its;
            System.arraycopy(b, open + start, bytes, at, its);
            at += its;
        }
        ids++;
        ExpositionLabels labels = new ExpositionLabels(ids, model, bytes, byteEnd);
        byteEnd = at;
        put(labels, hash);
        return labels;
    }

    /** Starts anew where it is too much. */
    private void pay(long more) {
        cost += OVERHEAD + more;
        if (cost > MOST_BYTES) {
            startAnew();
        }
    }

    /** A new piece where the last one is full; the blocks in it keep it. */
    private void room(int moreBytes, int morePlaces) {
        if (moreBytes > bytes.length - byteEnd) {
            bytes = new byte[Math.max(PIECE, moreBytes)];
            byteEnd = 0;
        }
        if (morePlaces > places.length - placeEnd) {
            places = new int[Math.max(PIECE / Integer.BYTES, morePlaces)];
            placeEnd = 0;
        }
    }

    private void startAnew() {
        slots = new long[FIRST_SLOTS];
        blocks = new ExpositionLabels[FIRST_SLOTS / 2];
        used = 0;
        cost = 0;
        last = nothing();
    }

    private void put(ExpositionLabels labels, long hash) {
        if (used == blocks.length) {
            blocks = Arrays.copyOf(blocks, 4 * used);
            long[] old = slots;
            slots = new long[2 * blocks.length];
            for (long slot : old) {
                if (slot != 0) {
                    put(slot);
                }
            }
        }
        blocks[used] = labels;
        used++;
        put(hash & HASH | used);
    }

    private void put(long slot) {
        int mask = slots.length - 1;
        int i = (int) (slot >>> 32) & mask;
        while (slots[i] != 0) {
            i = i + 1 & mask;
        }
        slots[i] = slot;
    }
}
