package io.slicewise.planning.moves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be done with a GPU: some instances out, others in.
 *
 * @param out how many of each profile are lifted
 * @param in how many of each profile then fit, as full as it gets
 * @param moves how many are lifted
 * @param lifted the ways to lift them, each as bits of the board's instances
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and there are many
record Exchange(int[] out, int[] in, int moves, List<Integer> lifted) {
    /**
     * The exchanges of a GPU that lift at most so many, without those that another one with fewer moves does as well.
     *
     * @param target what has to be among what comes in and is then not counted; all zero for nothing
     */
    static List<Exchange> of(Board board, Slots slots, int most, int[] target) {
        Map<String, Exchange> all = new LinkedHashMap<>();
        for (int lifted = 0; lifted < 1 << board.size(); lifted++) {
            if (Integer.bitCount(lifted) <= most && board.isMovable(lifted)) {
                int[] out = new int[slots.count()];
                for (int i = 0; i < board.size(); i++) {
                    out[board.profile(i)] += lifted >> i & 1;
                }
                for (int[] in : slots.fullest(board.taken(lifted), board.standing(lifted))) {
                    if (Slots.covers(in, target)) {
                        add(all, out, minus(in, target), lifted);
                    }
                }
            }
        }
        List<Exchange> list = new ArrayList<>(all.values());
        return list.stream()
                .filter(one -> list.stream().noneMatch(other -> other.dominates(one)))
                .toList();
    }

    private static void add(Map<String, Exchange> all, int[] out, int[] in, int lifted) {
        all.computeIfAbsent(
                        Arrays.toString(out) + Arrays.toString(in),
                        _ -> new Exchange(out, in, Integer.bitCount(lifted), new ArrayList<>()))
                .lifted()
                .add(lifted);
    }

    private static int[] minus(int[] a, int[] b) {
        int[] difference = a.clone();
        for (int i = 0; i < b.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    private boolean dominates(Exchange other) {
        return moves < other.moves && Slots.covers(minus(in, out), minus(other.in, other.out));
    }

    /** The way to lift that stops the least work; of equals the first. */
    int best(Board board) {
        int best = lifted.getFirst();
        for (int way : lifted) {
            best = board.load(way) < board.load(best) ? way : best;
        }
        return best;
    }
}
