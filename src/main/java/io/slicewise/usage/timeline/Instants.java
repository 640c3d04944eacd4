package io.slicewise.usage.timeline;

import java.util.Arrays;

/**
 * Finds the instants at which something changes: those on a grid of equal steps are not kept, the others are as long as
 * they are not too many.
 */
final class Instants implements InstanceTrack.Pieces {
    /** Half a year of minutes. The curves over so many cells take 10 MB. */
    static final int MOST = 1 << 18;

    private static final int SLOTS = 1 << 20;

    private final long start;
    private final long step;
    private long lastOnGrid;
    private long[] slots = {};
    private int count;

    Instants(long start, long step) {
        this.start = start;
        this.step = step;
        lastOnGrid = start;
    }

    @Override
    public void piece(long from, long to, double value) {
        at(from);
        at(to);
    }

    private void at(long time) {
        if (time == lastOnGrid) {
            return;
        }
        if (time - lastOnGrid == step || (time - start) % step == 0) {
            lastOnGrid = time;
            return;
        }
        if (count <= MOST) {
            keep(time);
        }
    }

    private void keep(long time) {
        if (slots.length == 0) {
            slots = new long[SLOTS];
            Arrays.fill(slots, Long.MIN_VALUE);
        }
        int slot = (int) (time * 0x9E3779B97F4A7C15L >>> 44);
        while (slots[slot] != Long.MIN_VALUE) {
            if (slots[slot] == time) {
                return;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        slots[slot] = time;
        count++;
    }

    /** How many of the instants are not on the grid; when they are more than {@link #MOST}, that they are. */
    int offGrid() {
        return count;
    }

    /** The instants that are not on the grid, in the order of time; only while they are not too many. */
    long[] found() {
        return Arrays.stream(slots)
                .filter(time -> time != Long.MIN_VALUE)
                .sorted()
                .toArray();
    }
}
