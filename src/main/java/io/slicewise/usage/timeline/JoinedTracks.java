package io.slicewise.usage.timeline;

import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Several instances as one: what each reads counts with its own share, and is added up. Where one of them exists and has no
 * reading, the sum has none: missing is not idle.
 */
public final class JoinedTracks {
    private final Timeline timeline;
    private final List<List<Piece>> pieces = new ArrayList<>();
    private final List<long[]> known = new ArrayList<>();
    private final double[] shares;

    private record Piece(long from, long to, double value) {}

    private JoinedTracks(Timeline timeline, List<InstanceTrack> tracks, double[] shares) {
        this.timeline = timeline;
        this.shares = shares.clone();
        for (InstanceTrack track : tracks) {
            List<Piece> own = new ArrayList<>();
            timeline.pieces(track, (from, to, value) -> own.add(new Piece(from, to, value)));
            pieces.add(own);
            known.add(knownUntil(own));
        }
    }

    /** By piece when the instance falls silent; never where it goes away before, or has no reading anyway. */
    private static long[] knownUntil(List<Piece> own) {
        long[] until = new long[own.size()];
        for (int i = own.size() - 1; i >= 0; i--) {
            boolean goesOn =
                    i + 1 < own.size() && own.get(i + 1).from() == own.get(i).to();
            until[i] = !goesOn || Double.isNaN(own.get(i).value())
                    ? Long.MAX_VALUE
                    : Double.isNaN(own.get(i + 1).value()) ? own.get(i).to() : until[i + 1];
        }
        return until;
    }

    /**
     * Joins tracks.
     *
     * @param timeline that they are of
     * @param tracks at least one
     * @param shares what a reading of each counts, so that the sum is a ratio again
     * @param ref what the sum is called
     * @param instance what it is
     */
    public static InstanceTrack of(
            Timeline timeline, List<InstanceTrack> tracks, double[] shares, InstanceRef ref, Instance instance) {
        JoinedTracks joined = new JoinedTracks(timeline, tracks, shares);
        return new InstanceTrack(ref, instance.withUtilization(Instance.NO_READING), joined.samples(), spans(tracks));
    }

    private SampleColumns samples() {
        long[] times = pieces.stream()
                .flatMap(List::stream)
                .mapToLong(Piece::from)
                .sorted()
                .distinct()
                .toArray();
        int[] at = new int[pieces.size()];
        SamplesBuilder into = new SamplesBuilder();
        double before = Double.NaN;
        long written = Long.MIN_VALUE / 2;
        for (long time : times) {
            double sum = sum(time, at);
            long silent = silentFrom(time, at);
            if (Double.isNaN(sum)) {
                into.mark(time);
            } else if (time + timeline.validity() > silent && written + timeline.validity() >= silent) {
                // a new one would hold beyond the silence of one of them; the one before holds up to it
                continue;
            } else if (sum != before || time - written >= timeline.step()) {
                into.add(time, sum);
                written = time;
            }
            before = sum;
        }
        return into.build();
    }

    private double sum(long time, int[] at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            List<Piece> own = pieces.get(i);
            while (at[i] < own.size() && own.get(at[i]).to() <= time) {
                at[i]++;
            }
            if (at[i] < own.size() && own.get(at[i]).from() <= time) {
                sum += own.get(at[i]).value() * shares[i];
            }
        }
        return sum;
    }

    /** When the first of those that are there now falls silent. */
    private long silentFrom(long time, int[] at) {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < at.length; i++) {
            List<Piece> own = pieces.get(i);
            if (at[i] < own.size() && own.get(at[i]).from() <= time) {
                first = Math.min(first, known.get(i)[at[i]]);
            }
        }
        return first;
    }

    private static Spans spans(List<InstanceTrack> tracks) {
        TreeSet<Long> bounds = new TreeSet<>();
        for (InstanceTrack track : tracks) {
            for (int i = 0; i < track.spans().size(); i++) {
                bounds.addAll(Arrays.asList(track.spans().from(i), track.spans().to(i)));
            }
        }
        Spans all = Spans.NONE;
        for (Long from : bounds) {
            Long to = bounds.higher(from);
            if (to != null && tracks.stream().anyMatch(track -> track.existsAt(from))) {
                all = all.and(from, to);
            }
        }
        return all;
    }
}
