package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Instances that read the same to the last of many digits: readings that one source made up for all, or that stand still
 * since the exporter lost them. Only for readings that came from monitoring, and not for round ones, which agree by
 * chance: 0, 50 % or 37.5 %.
 */
final class PinnedRule extends Rule {
    private static final int LEAST = 3;
    private static final double STEPS = 1000;
    private static final double ROUNDING = 1e-9;

    PinnedRule() {
        super("pinned", View.READINGS);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        if (!facts.measured()) {
            return Optional.empty();
        }
        Map<Double, List<Share>> byValue = new LinkedHashMap<>();
        for (Share share : facts.reported(share -> !isRound(share.instance().utilization()))) {
            byValue.computeIfAbsent(share.instance().utilization(), value -> new ArrayList<>())
                    .add(share);
        }
        List<Share> most = List.of();
        for (List<Share> alike : byValue.values()) {
            most = alike.size() > most.size() ? alike : most;
        }
        return most.size() < LEAST ? Optional.empty() : Optional.of(found(most, facts));
    }

    private Finding found(List<Share> alike, Facts facts) {
        Percent value = new Percent(alike.getFirst().instance().utilization());
        return Finding.ofInstances(
                Severity.WARNING,
                this,
                Text.of("story.pinned", alike.size(), value, facts.mentions().names(alike)),
                Text.of("story.pinned.advice"),
                alike,
                facts.shareOfHardware(alike));
    }

    /** Whether people or coarse exporters would write it so: a tenth of a percentage point at most. */
    private static boolean isRound(double utilization) {
        double steps = utilization * STEPS;
        return Math.abs(steps - Math.rint(steps)) < ROUNDING;
    }
}
