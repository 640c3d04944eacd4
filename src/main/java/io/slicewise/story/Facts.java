package io.slicewise.story;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.room.FleetRoom;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What rules look at.
 *
 * @param figures the fleet and its figures
 * @param thresholds from where on something is worth saying
 * @param measured whether the readings came from monitoring; a planner's own numbers have no faults of a metric
 * @param mentions what things are called
 * @param space what is not allocated
 * @param room what still fits, with and without moves
 */
record Facts(Figures figures, Thresholds thresholds, boolean measured, Mentions mentions, Space space, FleetRoom room) {
    static Facts of(Figures figures, Thresholds thresholds, boolean measured) {
        return new Facts(figures, thresholds, measured, Mentions.of(figures), Space.of(figures), room(figures));
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
