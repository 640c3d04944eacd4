package io.slicewise.story;

import io.slicewise.fleet.Instance;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.InstanceGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes the gap: of all instances and all profiles the one that adds most in its direction, and who works most
 * against it. An instance is named before its profile where it alone adds more than all of its profile do together: those
 * then cancel out, and what is left of them is no one's.
 *
 * @param top the one that adds most
 * @param against the instance that takes most away again; {@code null} where none takes half of the gap
 * @param extreme whether nothing else is as busy (or as idle, where it is below the average)
 */
record Reason(InstanceGroup top, @Nullable InstanceGroup against, boolean extreme) {
    private static final double ROUNDING = 1e-12;

    /** Where a member makes at least this much of its group's contribution, instances are named and not the group. */
    private static final double STANDS_FOR_ITS_GROUP = 2.0 / 3;

    private static final double WORTH_SAYING = 0.5;

    /** {@code null} where nothing adds anything. */
    static @Nullable Reason of(Figures figures) {
        Averages total = figures.total();
        double direction = Math.signum(total.gap());
        List<InstanceGroup> profiles = InstanceGroup.byProfile(figures);
        List<InstanceGroup> single = InstanceGroup.single(figures);
        List<InstanceGroup> all = new ArrayList<>(profiles);
        all.addAll(single);
        InstanceGroup most = most(all, direction);
        if (most == null) {
            return null;
        }
        InstanceGroup heaviest = most(single, direction);
        InstanceGroup top = heaviest != null && hasOutstanding(most) ? heaviest : most;
        InstanceGroup against = most(single, -direction);
        boolean worthSaying = against != null
                && top.isOne()
                && Math.abs(against.contribution()) >= WORTH_SAYING * Math.abs(total.gap());
        return new Reason(top, worthSaying ? against : null, isExtreme(top, profiles, total));
    }

    /** The one that adds most in a direction, of equals the one that is large, else the first. */
    private static @Nullable InstanceGroup most(List<InstanceGroup> groups, double direction) {
        InstanceGroup most = null;
        for (InstanceGroup group : groups) {
            double ahead = direction * (group.contribution() - (most == null ? 0 : most.contribution()));
            boolean tells = most != null && group.isLarge() && !most.isLarge();
            if (ahead > ROUNDING || (tells && ahead > -ROUNDING)) {
                most = group;
            }
        }
        return most;
    }

    /** Whether one of the instances makes up most of what all of them add: then it is about instances. */
    private static boolean hasOutstanding(InstanceGroup group) {
        return group.members().stream()
                .anyMatch(share -> share.contribution() / group.contribution() >= STANDS_FOR_ITS_GROUP);
    }

    /** Instances are compared with instances, profiles with profiles. */
    private static boolean isExtreme(InstanceGroup top, List<InstanceGroup> profiles, Averages total) {
        double direction = Math.signum(top.utilization() - total.instanceAverage());
        int asExtreme = 0;
        for (InstanceGroup group : profiles) {
            if (!top.isOne()) {
                asExtreme += reaches(group.utilization(), top, direction);
                continue;
            }
            for (Share share : group.members()) {
                Instance instance = share.instance();
                asExtreme += reaches(instance.utilization(), top, direction);
            }
        }
        // it reaches its own utilization
        return asExtreme == 1;
    }

    private static int reaches(double other, InstanceGroup top, double direction) {
        return direction * (other - top.utilization()) >= -ROUNDING ? 1 : 0;
    }
}
