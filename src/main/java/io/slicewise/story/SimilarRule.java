package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import java.util.Optional;

/** The figures are nearly the same: any of them will do here. */
final class SimilarRule implements Rule {
    private static final int LEAST_INSTANCES = 2;

    @Override
    public Optional<Finding> look(Facts facts) {
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
                "similar",
                Text.of(
                        "story.similar." + which,
                        new Percent(total.instanceAverage()),
                        new Percent(total.weightedAverage()),
                        new Percent(total.wholeGpu())),
                Text.of("story.similar.advice." + which),
                0));
    }

    private static boolean isWithin(double difference, double limit) {
        return !Double.isNaN(difference) && !Thresholds.reaches(Math.abs(difference), limit);
    }
}
