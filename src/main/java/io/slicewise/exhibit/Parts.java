package io.slicewise.exhibit;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts that a chart shows: each reported instance, or, when they are many, all of a profile together.
 *
 * @param name what it is called
 * @param instances how many instances it stands for
 * @param utilization its instance average
 * @param shareOfCount its part of the instances
 * @param shareOfWeight its part of the weight
 * @param shareOfLoad its part of the weighted sum; {@code NaN} when that is nothing
 * @param contribution what it adds to the gap
 */
record Parts(
        String name,
        int instances,
        double utilization,
        double shareOfCount,
        double shareOfWeight,
        double shareOfLoad,
        double contribution) {

    /** Each reported instance by itself. */
    static List<Parts> instances(Figures figures) {
        Map<InstanceRef, String> names = Labels.of(figures.shares());
        List<Parts> parts = new ArrayList<>();
        for (Figures.Share share : figures.shares()) {
            if (share.instance().isReported()) {
                parts.add(new Parts(
                        names.getOrDefault(share.ref(), share.instance().label()),
                        1,
                        share.instance().utilization(),
                        share.shareOfCount(),
                        share.shareOfWeight(),
                        share.shareOfLoad(),
                        share.contribution()));
            }
        }
        return parts;
    }

    /** The instances of each profile together, in the order of their first appearance. */
    static List<Parts> profiles(Figures figures) {
        Map<String, Parts> parts = new LinkedHashMap<>();
        for (Figures.Share share : figures.shares()) {
            if (share.instance().isReported()) {
                String profile = share.instance().profile().name();
                parts.merge(
                        profile,
                        new Parts(
                                profile,
                                1,
                                share.instance().utilization(),
                                share.shareOfCount(),
                                share.shareOfWeight(),
                                share.shareOfLoad(),
                                share.contribution()),
                        Parts::plus);
            }
        }
        return parts.values().stream()
                .map(p -> p.instances() == 1 ? p : p.named(p.instances() + " × " + p.name()))
                .toList();
    }

    private Parts plus(Parts other) {
        int both = instances + other.instances;
        return new Parts(
                name,
                both,
                (utilization * instances + other.utilization * other.instances) / both,
                shareOfCount + other.shareOfCount,
                shareOfWeight + other.shareOfWeight,
                shareOfLoad + other.shareOfLoad,
                contribution + other.contribution);
    }

    private Parts named(String newName) {
        return new Parts(newName, instances, utilization, shareOfCount, shareOfWeight, shareOfLoad, contribution);
    }
}
