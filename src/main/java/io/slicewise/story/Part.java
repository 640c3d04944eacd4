package io.slicewise.story;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Instances that weigh the same and are spoken of together: all reported ones of a profile, or one alone.
 *
 * @param members at least one, all with a reading
 * @param shareOfCount of all reported instances
 * @param shareOfWeight of the weight of all reported instances
 * @param utilization their average
 * @param contribution what they add to the gap {@code W − S}
 */
record Part(List<Share> members, double shareOfCount, double shareOfWeight, double utilization, double contribution) {
    private static final double ROUNDING = 1e-12;

    /** A member that makes at least this much of its part's contribution, and not much more, stands for it. */
    private static final double STANDS_FOR_ITS_PART = 2.0 / 3;

    boolean isOne() {
        return members.size() == 1;
    }

    /** Whether it weighs more than it counts. */
    boolean isLarge() {
        return shareOfWeight > shareOfCount;
    }

    List<InstanceRef> refs() {
        return members.stream().map(Share::ref).toList();
    }

    private static Part of(Share share) {
        return new Part(
                List.of(share),
                share.shareOfCount(),
                share.shareOfWeight(),
                share.instance().utilization(),
                share.contribution());
    }

    /** One part for each profile (of each model, where the fleet has several), in the order of the fleet. */
    static List<Part> of(List<Share> shares, boolean mixed) {
        Map<String, List<Share>> byProfile = new LinkedHashMap<>();
        for (Share share : shares) {
            if (share.instance().isReported()) {
                byProfile
                        .computeIfAbsent(key(share, mixed), k -> new ArrayList<>())
                        .add(share);
            }
        }
        List<Part> parts = new ArrayList<>(byProfile.size());
        for (List<Share> members : byProfile.values()) {
            parts.add(of(members));
        }
        return parts;
    }

    private static String key(Share share, boolean mixed) {
        String profile = share.instance().profile().name();
        return mixed ? Labels.model(share.gpu()) + "/" + profile : profile;
    }

    private static Part of(List<Share> members) {
        double count = 0;
        double weight = 0;
        double load = 0;
        double contribution = 0;
        for (Share share : members) {
            count += share.shareOfCount();
            weight += share.shareOfWeight();
            load += share.instance().utilization();
            contribution += share.contribution();
        }
        return new Part(members, count, weight, load / members.size(), contribution);
    }

    /**
     * The part that adds most in the direction of the gap, of equals the one that is large; the instance that stands
     * for it where one makes up most of it. {@code null} where no part adds anything.
     */
    static @Nullable Part top(Collection<Part> parts, Averages total) {
        double direction = Math.signum(total.gap());
        Part top = null;
        for (Part part : parts) {
            double ahead = direction * (part.contribution() - (top == null ? 0 : top.contribution()));
            if (ahead > ROUNDING || (top != null && ahead > -ROUNDING && part.isLarge() && !top.isLarge())) {
                top = part;
            }
        }
        return top == null ? null : top.outstanding();
    }

    private Part outstanding() {
        for (Share share : members) {
            double ratio = share.contribution() / contribution;
            if (ratio >= STANDS_FOR_ITS_PART && ratio <= 1 / STANDS_FOR_ITS_PART) {
                return of(share);
            }
        }
        return this;
    }

    /** Whether nothing else is as busy (or as idle, where it is below the average): instances for one, parts for many. */
    @SuppressWarnings("ReferenceEquality") // the others are those that are not this very one
    boolean isExtreme(List<Part> all, Averages total) {
        double direction = Math.signum(utilization - total.instanceAverage());
        int asExtreme = 0;
        for (Part part : all) {
            if (!isOne()) {
                asExtreme += reaches(part.utilization(), direction);
                continue;
            }
            for (Share share : part.members()) {
                asExtreme += reaches(share.instance().utilization(), direction);
            }
        }
        // it reaches its own utilization
        return asExtreme == 1;
    }

    private int reaches(double other, double direction) {
        return direction * (other - utilization) >= -ROUNDING ? 1 : 0;
    }
}
