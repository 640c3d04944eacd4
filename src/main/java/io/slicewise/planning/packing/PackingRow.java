package io.slicewise.planning.packing;

import io.slicewise.mig.Profile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of the least number of GPUs: what each instance takes of something of which a GPU has so much.
 *
 * @param kind what it is that instances take
 * @param profiles the profiles, as in {@link Rows#profiles()}
 * @param weights what an instance of each of them takes, in whole units
 * @param capacity how many of these units a GPU has
 */
public record PackingRow(Kind kind, List<Profile> profiles, List<Integer> weights, int capacity) {
    /** What instances take. */
    public enum Kind {
        /** Compute slices. */
        COMPUTE,
        /** Memory slices. */
        MEMORY,
        /** Places of a profile: of a 2g an A100 has three, of which a 4g covers two. */
        PLACES,
        /** The whole of something: each of these instances needs a GPU of its own. */
        ALONE,
        /** Several of these at once. */
        MIXED
    }

    public PackingRow {
        profiles = List.copyOf(profiles);
        weights = List.copyOf(weights);
    }

    /** The profiles that take something, smallest first. */
    public List<Profile> takers() {
        return IntStream.range(0, weights.size())
                .filter(i -> weights.get(i) > 0)
                .mapToObj(profiles::get)
                .toList();
    }

    /**
     * A name for programs: {@code compute}, {@code memory}, {@code 2g-places}, {@code 4g-7g} for instances that need a GPU each,
     * and the weights before the sizes for what is none of these.
     */
    public String id() {
        return switch (kind) {
            case COMPUTE -> "compute";
            case MEMORY -> "memory";
            case PLACES -> size(takers().getFirst()) + "-places";
            case ALONE -> takers().stream().map(PackingRow::size).collect(Collectors.joining("-"));
            case MIXED ->
                IntStream.range(0, weights.size())
                        .filter(i -> weights.get(i) > 0)
                        .mapToObj(i -> weights.get(i) + "x" + size(profiles.get(i)))
                        .collect(Collectors.joining("-", "", "-of-" + capacity));
        };
    }

    /** {@code 4g} of {@code 4g.40gb}, {@code 1g+me} of {@code 1g.10gb+me}: profiles as planners say them, where that is clear. */
    public static String size(Profile profile) {
        int point = profile.name().indexOf('.');
        return (point < 0 ? profile.name() : profile.name().substring(0, point)) + profile.suffix();
    }

    /** What all instances take together. */
    public long taken(long[] counts) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(counts[i], (long) weights.get(i)));
        }
        return sum;
    }

    /** How many GPUs that is, not rounded. */
    public double value(long[] counts) {
        return (double) taken(counts) / capacity;
    }

    /** How many GPUs that is at least. */
    public long gpus(long[] counts) {
        return Math.ceilDiv(taken(counts), (long) capacity);
    }
}
