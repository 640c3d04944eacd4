package io.slicewise.story;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Instances that read the same to the last of many digits: readings that one source made up for all, or that stand still
 * since the exporter lost them. Only for readings that came from monitoring, and not for round ones, which agree by
 * chance: 0, 50 % or 37.5 %; and the more readings there are, the more of them have to agree.
 */
final class PinnedRule extends Rule {
    private static final int LEAST = 3;
    private static final int MOST_DIGITS = 9;
    private static final double STEPS = 1000;
    private static final double ROUNDING = 1e-9;

    PinnedRule() {
        super("pinned", View.READINGS);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        if (!facts.measured() || facts.figures().weights().reading() != ReadingKind.ENGINE) {
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
        int readings = byValue.values().stream().mapToInt(List::size).sum();
        boolean rare = Chance.isRareCoincidence(most.size(), readings, values(byValue.keySet()));
        return most.size() < LEAST || !rare ? Optional.empty() : Optional.of(found(most, facts));
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

    /** How many values loads have to differ in, by the digits that are printed: a tenth of them, since loads cluster. */
    private static double values(Set<Double> printed) {
        int digits = 0;
        for (double value : printed) {
            // a ratio made of a percentage has digits that were not printed
            BigDecimal told = BigDecimal.valueOf(value).setScale(MOST_DIGITS, RoundingMode.HALF_UP);
            digits = Math.max(digits, told.stripTrailingZeros().scale());
        }
        return Math.pow(10, digits - 1.0);
    }

    /** Whether people or coarse exporters would write it so: a tenth of a percentage point at most. */
    private static boolean isRound(double utilization) {
        double steps = utilization * STEPS;
        return Math.abs(steps - Math.rint(steps)) < ROUNDING;
    }
}
