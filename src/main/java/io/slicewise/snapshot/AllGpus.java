package io.slicewise.snapshot;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole-GPU utilization of all hardware that was paid for: of the partitioned GPUs, and of those without instances
 * beside them. An empty GPU counts 0 of its {@code C}, one without MIG its own reading of {@code C}.
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
 */
public record AllGpus(
        int gpus,
        int empty,
        int whole,
        int unknown,
        double allocatedShare,
        double wholeGpu,
        double powerWatts,
        int powered) {
    /**
     * Over a fleet and the GPUs beside it.
     *
     * @param figures of this very fleet
     */
    public static AllGpus of(Fleet fleet, List<WholeGpu> beside, Figures figures) {
        List<Gpu> all = new ArrayList<>(fleet.gpus());
        List<WholeGpu> counted = beside.stream()
                .filter(one -> isEmpty(one) || (isWhole(one) && !Double.isNaN(load(one, figures))))
                .toList();
        for (int i = 0; i < counted.size(); i++) {
            WholeGpu one = counted.get(i);
            all.add(new Gpu("beside " + i, one.name(), one.host(), one.model(), one.modelName(), List.of()));
        }
        Fleet together = new Fleet(all);
        Averages partitioned = Figures.of(together, figures.weights()).total();
        double[] weights = Figures.gpuWeights(together, figures.weights());
        double total = 0;
        double allocated = 0;
        double load = 0;
        for (int i = 0; i < weights.length; i++) {
            total += weights[i];
            int at = i - fleet.gpus().size();
            if (at >= 0 && isWhole(counted.get(at))) {
                allocated += weights[i];
                load += weights[i] * load(counted.get(at), figures);
            }
        }
        boolean any = partitioned.instances() > 0;
        double share = any ? partitioned.allocatedShare() : 0;
        double busy = any ? partitioned.wholeGpu() : 0;
        int empty = (int) counted.stream().filter(AllGpus::isEmpty).count();
        double[] watts = watts(fleet, beside);
        return new AllGpus(
                fleet.gpus().size() + beside.size(),
                empty,
                (int) beside.stream().filter(AllGpus::isWhole).count(),
                beside.size() - counted.size(),
                total > 0 ? share + allocated / total : Double.NaN,
                total > 0 ? busy + load / total : Double.NaN,
                watts.length == 0 ? Double.NaN : sum(watts),
                watts.length);
    }

    private static boolean isEmpty(WholeGpu one) {
        return one.mig() == WholeGpu.Mig.EMPTY;
    }

    /** Of one whose mode nobody told, its own reading is right whatever the mode. */
    private static boolean isWhole(WholeGpu one) {
        return one.mig() == WholeGpu.Mig.OFF || one.mig() == WholeGpu.Mig.UNKNOWN;
    }

    private static double load(WholeGpu one, Figures figures) {
        return one.reading(figures.weights().reading());
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
