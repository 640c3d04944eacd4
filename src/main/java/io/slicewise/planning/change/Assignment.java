package io.slicewise.planning.change;

import java.util.Arrays;

/**
 * Which GPUs get which layouts so that most instances stay: kinds of GPUs with their numbers against layouts with theirs, by
 * the cheapest way of augmenting, again and again. Whole numbers throughout, so what it finds is the best.
 */
final class Assignment {
    private static final long FAR = Long.MAX_VALUE / 4;

    private final long[] have;
    private final long[] want;
    private final int[][] kept;
    private final long[][] given;
    private final long[] distance;
    private final int[] before;

    private Assignment(long[] have, long[] want, int[][] kept) {
        this.have = have.clone();
        this.want = want.clone();
        this.kept = kept;
        given = new long[have.length][want.length];
        distance = new long[have.length + want.length];
        before = new int[have.length + want.length];
    }

    /**
     * How many GPUs of each kind get each layout: as many as there are of either, and of those with the most instances kept.
     *
     * @param have how many GPUs of each kind there are
     * @param want how many times each layout is wanted
     * @param kept how many instances stay where a kind gets a layout
     */
    static long[][] of(long[] have, long[] want, int[][] kept) {
        Assignment assignment = new Assignment(have, want, kept);
        while (assignment.augment()) {
            // one more path
        }
        return assignment.given;
    }

    /** Gives a kind a layout, where that pays by others changing theirs; whether there was one left of both. */
    private boolean augment() {
        search();
        int last = -1;
        for (int j = 0; j < want.length; j++) {
            int node = have.length + j;
            if (want[j] > 0 && distance[node] < FAR && (last < 0 || distance[node] < distance[last])) {
                last = node;
            }
        }
        if (last < 0) {
            return false;
        }
        long times = want[last - have.length];
        int node = last;
        while (before[node] >= 0) {
            int from = before[node];
            times = from < have.length ? times : Math.min(times, given[node][from - have.length]);
            node = from;
        }
        times = Math.min(times, have[node]);
        have[node] -= times;
        want[last - have.length] -= times;
        node = last;
        while (before[node] >= 0) {
            int from = before[node];
            if (from < have.length) {
                given[from][node - have.length] += times;
            } else {
                given[node][from - have.length] -= times;
            }
            node = from;
        }
        return true;
    }

    /** The cheapest way to each kind and each layout from a kind that is left. */
    private void search() {
        Arrays.fill(distance, FAR);
        Arrays.fill(before, -1);
        for (int i = 0; i < have.length; i++) {
            distance[i] = have[i] > 0 ? 0 : FAR;
        }
        boolean isBetter = true;
        while (isBetter) {
            isBetter = false;
            for (int i = 0; i < have.length; i++) {
                for (int j = 0; j < want.length; j++) {
                    isBetter |= reach(i, have.length + j, -kept[i][j]);
                    if (given[i][j] > 0) {
                        isBetter |= reach(have.length + j, i, kept[i][j]);
                    }
                }
            }
        }
    }

    private boolean reach(int from, int to, long cost) {
        if (distance[from] >= FAR || distance[from] + cost >= distance[to]) {
            return false;
        }
        distance[to] = distance[from] + cost;
        before[to] = from;
        return true;
    }
}
