package io.slicewise.snapshot;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole-GPU utilization of all hardware that was paid for: of the partitioned GPUs, and of those without instances
 * beside them. An empty GPU counts 0 of its {@code C}, one without MIG its own reading of {@code C}.
 *
 * <p>Whole GPUs are then instances of all of their GPU, so that every figure of them together is one: {@code G = A·W}.
 *
 * <p>Worked example: an A100 with 5 of 7 slices at 72 % has G = 51.43 %; beside an empty one it is 25.71 % of both, and
 * beside one without MIG at 80 % as well it is 43.81 % of the three.
 *
 * @param gpus how many GPUs there are
 * @param empty how many of them are under MIG and have no instance
 * @param whole how many of them are not partitioned
 * @param unknown how many of all it is not known of how busy they are; they are in no figure
 * @param allocatedShare how much of all is allocated; a GPU without MIG is, all of it
 * @param wholeGpu G over all of them
 * @param powerWatts what all that were measured draw, each once; {@code NaN} where none was
 * @param powered how many GPUs that is
 * @param partitionedGpus how many GPUs have instances, or could have them as planned
 */
public record AllGpus(
        int gpus,
        int empty,
        int whole,
        int unknown,
        double allocatedShare,
        double wholeGpu,
        double powerWatts,
        int powered,
        int partitionedGpus) {
    /**
     * Over a fleet and the GPUs beside it.
     *
     * @param figures of this very fleet
     */
    public static AllGpus of(Fleet fleet, List<WholeGpu> beside, Figures figures) {
        Weights weights = figures.weights();
        Fleet together = together(fleet, beside, weights.reading());
        Averages all =
                together.gpus().size() == fleet.gpus().size() ? figures.total() : Figures.total(together, weights);
        // where there are empty GPUs only, nothing of them is allocated, and nothing is in use
        boolean none = all.instances() == 0 && all.totalWeight() > 0;
        double[] watts = watts(fleet, beside);
        return new AllGpus(
                fleet.gpus().size() + beside.size(),
                (int) beside.stream()
                        .filter(one -> one.mig() == WholeGpu.Mig.EMPTY)
                        .count(),
                (int) beside.stream().filter(WholeGpu::isWhole).count(),
                fleet.gpus().size() + beside.size() - together.gpus().size(),
                none ? 0 : all.allocatedShare(),
                none ? 0 : all.wholeGpu(),
                watts.length == 0 ? Double.NaN : sum(watts),
                watts.length,
                fleet.gpus().size());
    }

    /**
     * A fleet with the GPUs beside it that it is known of how busy they are, as one.
     *
     * @param reading how busy by what
     */
    public static Fleet together(Fleet fleet, List<WholeGpu> beside, ReadingKind reading) {
        if (beside.isEmpty()) {
            return fleet;
        }
        List<Gpu> all = new ArrayList<>(fleet.gpus());
        Set<String> ids = new HashSet<>();
        all.forEach(gpu -> ids.add(gpu.id()));
        for (WholeGpu one : beside) {
            if (one.isCounted(reading)) {
                Gpu gpu = one.asGpu();
                all.add(ids.add(gpu.id()) ? gpu : gpu.withId("beside " + all.size()));
            }
        }
        return new Fleet(all);
    }

    private static double[] watts(Fleet fleet, List<WholeGpu> beside) {
        List<Double> all = new ArrayList<>();
        fleet.gpus().forEach(gpu -> all.add(gpu.powerWatts()));
        beside.forEach(gpu -> all.add(gpu.powerWatts()));
        return all.stream().filter(one -> !one.isNaN()).mapToDouble(one -> one).toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /**
     * What stands beside the figures of a fleet, in one sentence: those of all GPUs, or where they are of all GPUs, those
     * of the partitioned ones; {@code null} where there is no GPU beside.
     *
     * @param weights what the figures are computed with
     */
    public static @Nullable Text said(Fleet fleet, List<WholeGpu> beside, Weights weights) {
        if (beside.isEmpty()) {
            return null;
        }
        Figures partitioned = Figures.of(fleet, weights);
        AllGpus all = of(fleet, beside, partitioned);
        return weights.allGpus() ? all.headline(partitioned.total()) : all.said();
    }

    private Text headline(Averages partitioned) {
        return Text.of(
                unknown == 0 ? "snapshot.all.headline" : "snapshot.all.headline.unknown",
                gpus,
                empty,
                whole,
                partitionedGpus,
                new Percent(partitioned.wholeGpu()),
                new Percent(partitioned.allocatedShare()),
                unknown);
    }

    /** Whether there is no GPU beside the partitioned ones, so that there is one figure only. */
    public boolean isAlike() {
        return empty + whole + unknown == 0;
    }

    /** The figure beside that of the partitioned GPUs, in one sentence. */
    public Text said() {
        Percent busy = new Percent(wholeGpu);
        Percent allocated = new Percent(allocatedShare);
        return unknown == 0
                ? Text.of("snapshot.all", gpus, empty, whole, busy, allocated)
                : Text.of("snapshot.all.unknown", gpus, empty, whole, busy, allocated, unknown);
    }
}
