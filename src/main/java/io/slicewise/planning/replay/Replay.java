package io.slicewise.planning.replay;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.replay.Regrouped.Slot;
import io.slicewise.planning.replay.Replayed.MemoryRoom;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.JoinedTracks;
import io.slicewise.usage.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A recorded time in another layout.
 *
 * <p>Worked example: a 2g at 0.2, 0.4, 0.9 and 0.6 in a 1g wants 0.4, 0.8, 1.8 and 1.2 slices: it reads 0.4, 0.8, 1 and 1, is full
 * half of the time, and 1 of 4.2 slice-hours finds no room.
 *
 * @param after the same time in the new layout
 * @param groups what became of each group
 * @param freed GPUs that have no instance any more; they are not in {@code after}
 */
public record Replay(Timeline after, List<Replayed> groups, List<GpuTrack> freed) {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    public Replay {
        groups = List.copyOf(groups);
        freed = List.copyOf(freed);
    }

    /** Replays, with the memory that was recorded. */
    public static Replay of(Timeline recorded, ReplayLayout layout) {
        return of(recorded, layout, InstanceTrack::mostMemoryMib);
    }

    /**
     * Replays.
     *
     * @param usedMib the most memory that an instance used in MiB; {@code NaN} where it was not reported
     */
    public static Replay of(Timeline recorded, ReplayLayout layout, ToDoubleFunction<InstanceTrack> usedMib) {
        List<Done> done = layout.groups().parallelStream()
                .map(group -> done(recorded, group, usedMib))
                .toList();
        Map<String, List<InstanceTrack>> byGpu = new HashMap<>();
        for (Done one : done) {
            for (InstanceTrack track : one.tracks()) {
                byGpu.computeIfAbsent(track.ref().gpu(), _ -> new ArrayList<>()).add(track);
            }
        }
        List<GpuTrack> gpus = new ArrayList<>();
        List<GpuTrack> freed = new ArrayList<>();
        for (GpuTrack gpu : recorded.gpus()) {
            List<InstanceTrack> tracks = byGpu.getOrDefault(gpu.gpu().id(), List.of());
            if (tracks.isEmpty() && !gpu.instances().isEmpty()) {
                freed.add(gpu);
            }
            gpus.add(new GpuTrack(gpu.gpu(), tracks, gpu.span()));
        }
        for (GpuTrack gpu : layout.added()) {
            gpus.add(new GpuTrack(gpu.gpu(), byGpu.getOrDefault(gpu.gpu().id(), List.of()), gpu.span()));
        }
        return new Replay(recorded.with(gpus), done.stream().map(Done::what).toList(), freed);
    }

    /** Slice-hours that were wanted. */
    public double demand() {
        return Replayed.demand(groups);
    }

    /** The share of all demand that found no room; {@code NaN} where nothing was wanted. */
    public double lostShare() {
        return Replayed.lostShare(groups);
    }

    private record Done(List<InstanceTrack> tracks, Replayed what) {}

    private static Done done(Timeline recorded, Regrouped group, ToDoubleFunction<InstanceTrack> usedMib) {
        int before = group.slicesBefore();
        int after = group.slicesAfter();
        InstanceTrack source = source(recorded, group, before);
        DoubleUnaryOperator reading = reading((double) before / after);
        List<InstanceTrack> tracks = new ArrayList<>();
        for (Slot slot : group.to()) {
            InstanceRef ref = new InstanceRef(slot.gpu(), slot.instance().id());
            tracks.add(source.as(ref, slot.instance(), reading));
        }
        Losses losses = new Losses(before, after);
        recorded.pieces(source, losses);
        double used = group.from().stream().mapToDouble(usedMib).sum();
        return new Done(
                tracks,
                new Replayed(
                        group,
                        losses.known > 0 ? losses.full / losses.known : Double.NaN,
                        losses.demand / HOUR,
                        losses.lost / HOUR,
                        used,
                        MemoryRoom.of(group, used)));
    }

    private static DoubleUnaryOperator reading(double factor) {
        return factor == 1 ? InstanceTrack.UNCHANGED : value -> Math.min(1, value * factor);
    }

    /** What is replayed: the one that was recorded, or the sum of several as a share of all their slices. */
    private static InstanceTrack source(Timeline recorded, Regrouped group, int slices) {
        InstanceTrack first = group.from().getFirst();
        if (group.from().size() == 1) {
            return first;
        }
        double[] shares = group.from().stream()
                .mapToDouble(track -> (double) track.instance().profile().computeSlices() / slices)
                .toArray();
        return JoinedTracks.of(recorded, group.from(), shares, first.ref(), first.instance());
    }

    /** Adds up what finds no room. Times in milliseconds. */
    private static final class Losses implements InstanceTrack.Pieces {
        private final int before;
        private final int after;
        private double known;
        private double full;
        private double demand;
        private double lost;

        Losses(int before, int after) {
            this.before = before;
            this.after = after;
        }

        /** As {@link #piece} adds them up; here for the millions of them. */
        @Override
        public void run(long from, long step, double[] values, int first, int count) {
            double sumKnown = known;
            double sumFull = full;
            double sumDemand = demand;
            double sumLost = lost;
            for (int i = first; i < first + count; i++) {
                double wanted = values[i] * before;
                sumKnown += step;
                sumDemand += wanted * step;
                if (wanted >= after) {
                    sumFull += step;
                    sumLost += (wanted - after) * step;
                }
            }
            known = sumKnown;
            full = sumFull;
            demand = sumDemand;
            lost = sumLost;
        }

        @Override
        public void piece(long from, long to, double value) {
            if (Double.isNaN(value)) {
                return;
            }
            double time = to - from;
            double wanted = value * before;
            known += time;
            demand += wanted * time;
            if (wanted >= after) {
                full += time;
                lost += (wanted - after) * time;
            }
        }
    }
}
