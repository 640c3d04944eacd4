package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.List;
import java.util.Optional;

/**
 * Instances that read 100 %: something ran on them all the time, which does not say that their SMs were full. Only for
 * readings that came from monitoring.
 */
final class FullTimeRule extends Rule {
    private static final double FULL = 0.9995;

    FullTimeRule() {
        super("full-time", View.READINGS);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        List<Share> full = facts.measured()
                ? facts.reported(share -> Thresholds.reaches(share.instance().utilization(), FULL))
                : List.of();
        if (full.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofInstances(
                Severity.INFO,
                this,
                Text.of("story.fullTime", facts.mentions().names(full), full.size()),
                Text.of("story.fullTime.advice"),
                full,
                facts.shareOfHardware(full)));
    }
}
