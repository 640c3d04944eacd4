package io.slicewise.planning.demand;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.Profile;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A demand that is taken from what is open. */
public final class OpenDemand {
    private static final double MIB_PER_GIB = 1024;

    private OpenDemand() {}

    /**
     * What an instance was seen to use.
     *
     * @param gpu its GPU
     * @param instance the instance
     * @param utilization a quantile of its engine time, a ratio; {@code NaN} where there is no reading
     * @param gib the most memory that it used in GiB; {@code NaN} where there is no reading
     */
    public record Observation(Gpu gpu, Instance instance, double utilization, double gib) {}

    /**
     * A demand, and what was not known.
     *
     * @param demand the demand
     * @param unread instances without a reading, which keep their profile
     * @param memoryKept instances whose memory was not reported, which keep as much as they have
     */
    public record Taken(Demand demand, int unread, int memoryKept) {}

    /**
     * What instances were seen to use over time, of those that are there at the end.
     *
     * @param quantile of their engine time: 0.95 is what they did not exceed in 95 % of the time
     */
    public static List<Observation> over(Timeline timeline, double quantile) {
        List<Observation> observations = new ArrayList<>();
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                if (track.existsAt(timeline.end() - 1)) {
                    double used = timeline.quantile(track, quantile);
                    double gib = track.mostMemoryMib() / MIB_PER_GIB;
                    observations.add(new Observation(gpu.gpu(), track.instance(), used, gib));
                }
            }
        }
        return observations;
    }

    /** What instances use at one moment. */
    public static List<Observation> at(List<Gpu> gpus) {
        List<Observation> observations = new ArrayList<>();
        for (Gpu gpu : gpus) {
            for (Instance instance : gpu.instances()) {
                double gib = instance.readings().memoryUsedMib() / MIB_PER_GIB;
                observations.add(new Observation(gpu, instance, instance.utilization(), gib));
            }
        }
        return observations;
    }

    /** As it is allocated: the profiles that there are. */
    public static Demand allocated(List<Gpu> gpus) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Gpu gpu : gpus) {
            gpu.instances().forEach(instance -> counts.merge(instance.profile().name(), 1, Integer::sum));
        }
        List<DemandLine> lines = new ArrayList<>();
        counts.forEach((profile, count) -> lines.add(DemandLine.of(profile, count, new Need.Named(profile))));
        return new Demand(lines);
    }

    /**
     * As it was observed. A share of an instance is one of its GPU by its compute slices; its GPU has the speed 1.
     *
     * @param target how much of an instance is to be in use, a ratio above 0
     * @param headroom how much more memory than was ever used is wanted: 0.1 is a tenth
     */
    public static Taken observed(List<Observation> observations, double target, double headroom) {
        List<DemandLine> lines = new ArrayList<>();
        int unread = 0;
        int memoryKept = 0;
        for (Observation seen : observations) {
            Profile profile = seen.instance().profile();
            String name = seen.gpu().nameOnHost() + " · " + seen.instance().label();
            Double held = profile.memory();
            if (Double.isNaN(seen.utilization()) || seen.gpu().model() == null) {
                unread++;
                lines.add(new DemandLine(
                        name, 1, new Need.Named(profile.name()), seen.instance().owner(), 0));
                continue;
            }
            double gib = seen.gib() * (1 + headroom);
            if (Double.isNaN(gib)) {
                memoryKept++;
                gib = held == null ? Need.ANY_MEMORY : held;
            }
            Need need = held == null && Double.isNaN(seen.gib())
                    ? new Need.Named(profile.name())
                    : new Need.PartOfGpu(share(seen), gib, target);
            lines.add(new DemandLine(name, 1, need, seen.instance().owner(), 0));
        }
        return new Taken(new Demand(lines), unread, memoryKept);
    }

    /** An instance that was never busy still is one: the smallest profile serves it. */
    private static double share(Observation seen) {
        int slices = seen.gpu().model() == null ? 1 : seen.gpu().model().computeSlices();
        return seen.utilization() * seen.instance().profile().computeSlices() / slices;
    }
}
