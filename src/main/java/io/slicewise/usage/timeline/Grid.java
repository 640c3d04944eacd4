package io.slicewise.usage.timeline;

import java.util.Arrays;

/** A time cut into cells, one after the other. Immutable. */
final class Grid {
    private final long[] bounds;

    /** How long all cells are; 0 where they differ. */
    private final long step;

    private Grid(long[] bounds, long step) {
        this.bounds = bounds;
        this.step = step;
    }

    /** Cells of one length. */
    static Grid regular(long from, long step, int cells) {
        long[] bounds = new long[cells + 1];
        for (int i = 0; i <= cells; i++) {
            bounds[i] = from + i * step;
        }
        return new Grid(bounds, step);
    }

    /** Cells that are equally long as far as whole milliseconds allow. */
    static Grid even(long from, long to, int cells) {
        long[] bounds = new long[cells + 1];
        for (int i = 0; i <= cells; i++) {
            bounds[i] = from + (to - from) * i / cells;
        }
        return new Grid(bounds, (to - from) % cells == 0 ? (to - from) / cells : 0);
    }

    /** @param bounds in the order of time, each once */
    static Grid of(long[] bounds) {
        return new Grid(bounds.clone(), 0);
    }

    int size() {
        return bounds.length - 1;
    }

    /** Where a cell begins, and the one before it ends. */
    long bound(int index) {
        return bounds[index];
    }

    /**
     * The cell that an instant is in; 0 before the first.
     *
     * @param hint a cell that may be it or shortly before it
     */
    int cell(long time, int hint) {
        if (time < bounds[0]) {
            return 0;
        }
        if (step > 0) {
            return (int) Math.min(size(), (time - bounds[0]) / step);
        }
        int last = Math.min(hint + 2, size());
        for (int i = hint; i < last; i++) {
            if (bounds[i] <= time && time < bounds[i + 1]) {
                return i;
            }
        }
        int found = Arrays.binarySearch(bounds, time);
        return found >= 0 ? found : -found - 2;
    }

    /** Which part of a cell a time fills, from 0 to 1: 1 where it reaches from its begin to its end. */
    double share(int cell, long from, long to) {
        long begin = bounds[cell];
        long end = bounds[cell + 1];
        if (from <= begin && to >= end) {
            return 1;
        }
        return (double) Math.max(0, Math.min(end, to) - Math.max(begin, from)) / (end - begin);
    }
}
