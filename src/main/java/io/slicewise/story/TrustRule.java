package io.slicewise.story;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.List;
import java.util.Optional;

/**
 * Readings that look like a known fault of the metric: a saturated 2g that reads 50 %, a 3g that reads 33 %
 * (NVIDIA/DCGM issues 138 and 248). Only for readings that came from monitoring, and only where more of them are near
 * than chance brings: of a hundred instances one stands there at any moment.
 */
final class TrustRule extends Rule {
    TrustRule() {
        super("trust", View.READINGS);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.within", points(limits.trust())));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        if (!facts.measured() || facts.figures().weights().reading() != ReadingKind.ENGINE) {
            return Optional.empty();
        }
        double near = facts.thresholds().trust();
        List<Share> suspects = facts.reported(share -> isSuspect(share, near));
        int alike = facts.reported(TrustRule::hasFault).size();
        if (!Chance.isRare(suspects.size(), alike, 2 * near)) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofInstances(
                Severity.WARNING,
                this,
                Text.of("story.trust", facts.mentions().names(suspects), suspects.size()),
                Text.of("story.trust.advice"),
                suspects,
                facts.shareOfHardware(suspects)));
    }

    /** Whether the fault is known of its size. */
    private static boolean hasFault(Share share) {
        int slices = share.instance().profile().computeSlices();
        return slices == 2 || slices == 3;
    }

    private static boolean isSuspect(Share share, double near) {
        int slices = share.instance().profile().computeSlices();
        return hasFault(share) && Math.abs(share.instance().utilization() - 1.0 / slices) <= near;
    }
}
