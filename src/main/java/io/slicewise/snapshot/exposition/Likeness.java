package io.slicewise.snapshot.exposition;

import org.jspecify.annotations.Nullable;

/**
 * Reads a label block by what it has in common with one that was read before.
 *
 * <p>Two neighbours in a file have the same names, and most of the same values: a host has eight GPUs, a GPU seven
 * instances. What is the same byte for byte needs no second parsing; in a value that differs only its end is looked for.
 * So a block costs about as much as it has values that differ, also where none was seen before. Whatever differs outside
 * of a value, and values with escapes or other than ASCII, are left to {@link LabelParser}.
 *
 * <p>Rows of different shapes take turns in some files, those of whole GPUs and those of instances: the last few shapes
 * are kept, the newest first.
 */
final class Likeness {
    private static final int SHAPES = 4;

    private final @Nullable PrintedLabels[] models = new PrintedLabels[SHAPES];
    private int[] places = new int[64];

    /** Which values of the block that was read last are other ones than its model's, in their order. */
    private int[] changed = new int[32];

    private int changes;

    /** How many bytes they have. */
    private int changedBytes;

    /** The shape that fitted last. */
    private int fitted;

    /** Where value i starts and ends, at 2i and 2i + 1, from the opening brace on; what follows the last is nothing. */
    int[] places() {
        return places;
    }

    /** How many values are other ones than the model's. */
    int changes() {
        return changes;
    }

    /** The index of the value that is the n-th other one. */
    int changed(int n) {
        return changed[n];
    }

    /** How many bytes the values have that are other ones. */
    int changedBytes() {
        return changedBytes;
    }

    /** The block that the one read last is like: it has the same names. */
    PrintedLabels model() {
        PrintedLabels model = models[fitted];
        if (model == null) {
            throw new IllegalStateException("nothing was read");
        }
        return model;
    }

    /** From now on blocks may be like this one, in which every value stands as it is. */
    void learn(PrintedLabels labels) {
        fitted = SHAPES - 1;
        follow(labels);
    }

    /** The next one will be like this one. */
    void follow(PrintedLabels labels) {
        System.arraycopy(models, 0, models, 1, fitted);
        models[0] = labels;
        fitted = 0;
    }

    /** The index behind the block that opens at {@code open}, or −1 where it is like none. */
    int read(byte[] b, int open) {
        for (int i = 0; i < SHAPES; i++) {
            PrintedLabels model = models[i];
            if (model == null) {
                return -1;
            }
            int end = read(b, open, model);
            if (end >= 0) {
                fitted = i;
                return end;
            }
        }
        return -1;
    }

    private int read(byte[] b, int open, PrintedLabels model) {
        int values = model.names().length;
        if (places.length < 2 * values) {
            places = new int[4 * values];
            changed = new int[2 * values];
        }
        changes = 0;
        changedBytes = 0;
        int at = 0;
        int p = open;
        int value = 0;
        while (true) {
            int left = model.length() - at;
            int most = Math.min(left, b.length - p);
            int same = model.mismatch(at, b, p, most);
            int shift = p - open - at;
            at += same < 0 ? most : same;
            while (value < values && model.valueEnd(value) < at) {
                places[2 * value] = model.valueStart(value) + shift;
                places[2 * value + 1] = model.valueEnd(value) + shift;
                value++;
            }
            if (same < 0) {
                return most == left ? p + most : -1;
            }
            if (value == values || model.valueStart(value) > at) {
                return -1;
            }
            // where this is no quote, nothing is the same from here on
            p = Bytes.quotedSpecial(b, p + same);
            places[2 * value] = model.valueStart(value) + shift;
            places[2 * value + 1] = p - open;
            changed[changes++] = value;
            changedBytes += places[2 * value + 1] - places[2 * value];
            at = model.valueEnd(value);
            value++;
        }
    }
}
