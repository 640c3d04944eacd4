package io.slicewise.story;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.room.FleetRoom;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at.
 *
 * @param figures the fleet and its figures
 * @param thresholds from where on something is worth saying
 * @param measured whether the readings came from monitoring; a planner's own numbers have no faults of a metric
 * @param mentions what things are called
 * @param space what is not allocated
 * @param room what still fits, with and without moves
 * @param prospect what is known beside the figures
 */
record Facts(
        Figures figures,
        Thresholds thresholds,
        boolean measured,
        Mentions mentions,
        Space space,
        FleetRoom room,
        Prospect prospect) {
    static Facts of(Figures figures, Thresholds thresholds, boolean measured, Prospect prospect) {
        return new Facts(
                figures, thresholds, measured, Mentions.of(figures), Space.of(figures), room(figures), prospect);
    }

    /** What a recorded range tells a planner; {@code null} where there is none. */
    @Nullable
    Outlook outlook() {
        return prospect.outlook();
    }

    /**
     * An instance of the fleet, and what its recorded range says of its size.
     *
     * @param share the instance as it is
     * @param size what is said of it
     */
    record Judged(Share share, SizedInstance size) {}

    /** The instances with such a verdict on their size that are as they were recorded, in the fleet's order. */
    List<Judged> judged(Verdict verdict) {
        Outlook outlook = outlook();
        if (outlook == null) {
            return List.of();
        }
        Map<InstanceRef, SizedInstance> sizes = new HashMap<>();
        outlook.of(verdict).forEach(one -> sizes.put(one.ref(), one));
        List<Judged> judged = new ArrayList<>();
        for (Share share : figures.shares()) {
            SizedInstance size = sizes.get(share.ref());
            if (size != null
                    && size.instance().profile().equals(share.instance().profile())) {
                judged.add(new Judged(share, size));
            }
        }
        return judged;
    }

    /** The part of the slices of some instances that the proposed sizes would give back. */
    static double partFreed(List<Judged> some) {
        double freed = 0;
        double all = 0;
        for (Judged one : some) {
            freed += one.size().freed();
            all += one.share().instance().profile().computeSlices();
        }
        return all == 0 ? 0 : freed / all;
    }

    private static FleetRoom room(Figures figures) {
        return FleetRoom.of(
                new Fleet(figures.gpus().stream().map(GpuFigures::gpu).toList()), Set.of());
    }

    /** The ids of the GPUs of a model. */
    List<String> gpus(GpuModel model) {
        return figures.gpus().stream()
                .map(GpuFigures::gpu)
                .filter(gpu -> model.equals(gpu.model()))
                .map(Gpu::id)
                .toList();
    }

    Averages total() {
        return figures.total();
    }

    /** The instances with a reading that a condition holds for, in the fleet's order. */
    List<Share> reported(Predicate<Share> condition) {
        List<Share> found = new ArrayList<>();
        for (Share share : figures.shares()) {
            if (share.instance().isReported() && condition.test(share)) {
                found.add(share);
            }
        }
        return found;
    }

    /** The share of its GPU's compute slices that an instance has; {@code NaN} where the model is not known. */
    static double sliceShare(Share share) {
        return share.gpu().model() == null
                ? Double.NaN
                : (double) share.instance().profile().computeSlices()
                        / share.gpu().model().computeSlices();
    }

    /** The share of all hardware that instances have, on the basis; 0 where that is not known. */
    double shareOfHardware(List<Share> shares) {
        double weight = 0;
        for (Share share : shares) {
            weight += share.weight();
        }
        double ratio = weight / total().totalWeight();
        return Double.isFinite(ratio) ? ratio : 0;
    }
}
