package io.slicewise.planning.purchase;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Layouts;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.moves.Spot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** GPUs of one offer on which the same stays, and the fullest sets that still fit beside it. */
final class Standing {
    private final int offer;
    private final Layout layout;
    private final List<Profile> profiles;
    private final Deque<Gpu> gpus = new ArrayDeque<>();
    private final List<long[]> fillings;

    /**
     * @param offer which of the offers
     * @param layout what stays
     * @param profiles what can be added
     * @param most how many of each of them at most
     */
    Standing(int offer, Layout layout, List<Profile> profiles, long[] most) {
        this.offer = offer;
        this.layout = layout;
        this.profiles = profiles;
        List<long[]> all = new ArrayList<>();
        fill(new long[profiles.size()], most, 0, all);
        fillings = all.stream()
                .filter(one -> all.stream().noneMatch(other -> !Arrays.equals(one, other) && covers(other, one)))
                .toList();
    }

    void add(Gpu gpu) {
        gpus.add(gpu);
    }

    int offer() {
        return offer;
    }

    /** How many GPUs are like that. */
    int count() {
        return gpus.size();
    }

    List<long[]> fillings() {
        return fillings;
    }

    /** Every multiset once: one more of this profile as long as it fits, then the next profile. */
    private void fill(long[] counts, long[] most, int from, List<long[]> all) {
        all.add(counts.clone());
        for (int p = from; p < counts.length; p++) {
            if (counts[p] < most[p]) {
                counts[p]++;
                if (Layouts.place(layout, expanded(counts)).isPresent()) {
                    fill(counts, most, p, all);
                }
                counts[p]--;
            }
        }
    }

    private static boolean covers(long[] more, long[] less) {
        for (int i = 0; i < less.length; i++) {
            if (more[i] < less[i]) {
                return false;
            }
        }
        return true;
    }

    private List<Profile> expanded(long[] counts) {
        List<Profile> all = new ArrayList<>();
        for (int p = counts.length - 1; p >= 0; p--) {
            all.addAll(Collections.nCopies((int) counts[p], profiles.get(p)));
        }
        return all;
    }

    /** Takes the next of the GPUs and places so much on it; nothing is placed on none. */
    List<Spot> place(long[] counts) {
        List<Profile> some = expanded(counts);
        if (some.isEmpty()) {
            return List.of();
        }
        Gpu gpu = gpus.remove();
        List<Integer> starts = Layouts.place(layout, some).orElseThrow();
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            spots.add(new Spot(gpu.id(), new Placement(some.get(i), starts.get(i))));
        }
        return spots;
    }
}
