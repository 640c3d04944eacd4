package io.slicewise.usage;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Apportionment;
import io.slicewise.text.Points;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances with a reading that are looked at together: one alone, or all of a profile of a model. They weigh the same,
 * so that together they add exactly {@code (share of the weight − share of the count)·(utilization − S)} to the gap.
 * Profiles of two models are never one group: a 1g of an A100 is not a 1g of an H100.
 *
 * @param members at least one, all with a reading, in the order of the fleet
 * @param utilization their average
 * @param shareOfCount of all instances with a reading
 * @param shareOfWeight of the weight of all instances with a reading
 * @param shareOfLoad their part of the weighted sum; {@code NaN} when that is nothing
 * @param contribution what they add to the gap {@code W − S}
 * @param shown the same as it is shown: of all groups these add up to the {@linkplain Averages#shownGap() gap as shown}
 */
public record InstanceGroup(
        List<Share> members,
        double utilization,
        double shareOfCount,
        double shareOfWeight,
        double shareOfLoad,
        double contribution,
        Points shown) {
    public InstanceGroup {
        members = List.copyOf(members);
    }

    /** Those of each profile of a model together, or each by itself. */
    public static List<InstanceGroup> of(Figures figures, boolean byProfile) {
        return byProfile ? byProfile(figures) : single(figures);
    }

    /** Each instance with a reading by itself, in the order of the fleet. */
    public static List<InstanceGroup> single(Figures figures) {
        return of(reported(figures).stream().map(List::of).toList(), figures.total());
    }

    /** The instances of each profile of each model together, in the order of their first appearance. */
    public static List<InstanceGroup> byProfile(Figures figures) {
        Map<Key, List<Share>> groups = new LinkedHashMap<>();
        for (Share share : reported(figures)) {
            groups.computeIfAbsent(Key.of(share), _ -> new ArrayList<>()).add(share);
        }
        return of(groups.values(), figures.total());
    }

    private static List<InstanceGroup> of(Collection<List<Share>> groups, Averages total) {
        double[] exact = groups.stream()
                .mapToDouble(members ->
                        members.stream().mapToDouble(Share::contribution).sum())
                .toArray();
        double[] shown = Apportionment.ratios(exact, total.shownGap().difference());
        List<InstanceGroup> made = new ArrayList<>(exact.length);
        for (List<Share> members : groups) {
            int next = made.size();
            made.add(of(members, exact[next], new Points(shown[next])));
        }
        return List.copyOf(made);
    }

    private static InstanceGroup of(List<Share> members, double contribution, Points shown) {
        double load = 0;
        double count = 0;
        double weight = 0;
        double weighted = 0;
        for (Share share : members) {
            load += share.instance().utilization();
            count += share.shareOfCount();
            weight += share.shareOfWeight();
            weighted += share.shareOfLoad();
        }
        return new InstanceGroup(members, load / members.size(), count, weight, weighted, contribution, shown);
    }

    private static List<Share> reported(Figures figures) {
        return figures.shares().stream()
                .filter(share -> share.instance().isReported())
                .toList();
    }

    /** What forms a group; those that weigh nothing, because their GPU is left out, are one of their own. */
    private record Key(String model, String profile, boolean weighed) {
        static Key of(Share share) {
            return new Key(
                    Naming.modelId(share.gpu()), share.instance().profile().name(), share.weight() != 0);
        }

        // told apart by hand: a record's own way is put together by each process anew, for 5 ms
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && model.equals(key.model)
                    && profile.equals(key.profile)
                    && weighed == key.weighed;
        }

        @Override
        public int hashCode() {
            return 31 * model.hashCode() + profile.hashCode();
        }
    }

    public boolean isOne() {
        return members.size() == 1;
    }

    /** Whether it weighs more than it counts. */
    public boolean isLarge() {
        return shareOfWeight > shareOfCount;
    }

    /** Whom it is made of. */
    public List<InstanceRef> refs() {
        return members.stream().map(Share::ref).toList();
    }
}
