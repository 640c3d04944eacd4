package io.slicewise.story;

import io.slicewise.fleet.Gpu;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures.GpuFigures;
import java.util.Optional;

/** The figures are nearly the same: any of them will do here. */
final class SimilarRule extends Rule {
    private static final int LEAST_INSTANCES = 2;

    SimilarRule() {
        super("similar", View.BRIDGE);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.below", points(limits.similar())));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Averages total = facts.total();
        double similar = facts.thresholds().similar();
        boolean averages = total.reported() >= LEAST_INSTANCES && isWithin(total.gap(), similar);
        if (!averages) {
            return Optional.empty();
        }
        boolean all = isWithin(total.unallocatedCost(), similar)
                && isWithin(total.wholeGpu() - total.instanceAverage(), similar);
        String which = all ? "all" : "averages";
        return Optional.of(Finding.ofFleet(
                Severity.INFO,
                this,
                Text.of(
                        "story.similar." + which,
                        new Percent(total.instanceAverage()),
                        new Percent(total.weightedAverage()),
                        new Percent(total.wholeGpu())),
                advice(facts, all),
                0));
    }

    /** Any of them will do only where it does on every GPU too: sums can agree while their parts do not. */
    private static Text advice(Facts facts, boolean all) {
        double most = 0;
        Gpu apart = null;
        for (GpuFigures gpu : facts.figures().gpus()) {
            double range = range(gpu.averages(), all);
            if (range > most) {
                most = range;
                apart = gpu.gpu();
            }
        }
        return apart == null || !Thresholds.reaches(most, facts.thresholds().similar())
                ? Text.of("story.similar.advice." + (all ? "all" : "averages"))
                : Text.of("story.similar.advice.gpus", facts.mentions().name(apart), points(most));
    }

    /** How far the averages of a GPU lie apart, or all three of its figures; 0 where it has none. */
    private static double range(Averages gpu, boolean all) {
        double gap = Math.abs(gpu.gap());
        double range = all
                ? Math.max(
                        gap,
                        Math.max(Math.abs(gpu.unallocatedCost()), Math.abs(gpu.wholeGpu() - gpu.instanceAverage())))
                : gap;
        return Double.isNaN(range) ? 0 : range;
    }

    private static boolean isWithin(double difference, double limit) {
        return !Double.isNaN(difference) && !Thresholds.reaches(Math.abs(difference), limit);
    }
}
