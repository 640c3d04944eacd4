package io.slicewise.usage.timeline;

import io.slicewise.usage.Averages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A GPU that at some time has more instances than it has room for. While it has, they cannot all have been there, and as
 * long as there are other GPUs it weighs nothing.
 *
 * @param tracks of all its instances
 * @param whole what all of it weighs
 */
record Overfull(GpuTrack gpu, List<Weighed> tracks, double whole) {
    Overfull {
        tracks = List.copyOf(tracks);
    }

    /** {@code null} for a GPU that never has too many. */
    static @Nullable Overfull of(GpuTrack gpu, List<Weighed> tracks, double whole) {
        double all = tracks.stream().mapToDouble(Weighed::weight).sum();
        return Averages.isMoreThan(all, whole) && Averages.isMoreThan(most(tracks), whole)
                ? new Overfull(gpu, tracks, whole)
                : null;
    }

    /** The most weight that is there at one time. */
    private static double most(List<Weighed> tracks) {
        TreeMap<Long, Double> changes = new TreeMap<>();
        for (Weighed one : tracks) {
            Spans spans = one.track().spans();
            for (int s = 0; s < spans.size(); s++) {
                changes.merge(spans.from(s), one.weight(), Double::sum);
                changes.merge(spans.to(s), -one.weight(), Double::sum);
            }
        }
        double now = 0;
        double most = 0;
        for (double change : changes.values()) {
            now += change;
            most = Math.max(most, now);
        }
        return most;
    }

    boolean isOf(GpuTrack other) {
        return gpu.gpu().id().equals(other.gpu().id());
    }

    /** Adds such GPUs to what the others amount to: where nothing else is there, with all that they have. */
    static void add(List<Overfull> all, Sums sums, long validity) {
        if (all.isEmpty()) {
            return;
        }
        List<Sums> left = new ArrayList<>();
        for (Overfull one : all) {
            Sums own = one.sums(sums.grid, validity, true);
            left.add(own.takeOut(one.sums(sums.grid, validity, false)));
            sums.add(own);
        }
        sums.addWhereThereIsNoHardware(left);
    }

    private Sums sums(Grid grid, long validity, boolean wantedOnly) {
        Sums sums = new Sums(grid);
        tracks.stream()
                .filter(one -> one.wanted() || !wantedOnly)
                .forEach(one -> sums.add(one.track(), one.weight(), validity));
        sums.addHardware(gpu.span(), whole);
        return sums;
    }
}
