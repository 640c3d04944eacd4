package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.List;
import java.util.Optional;

/** A small instance is at its limit, and the weighted average does not let it be seen. */
final class BusySmallRule extends Rule {
    BusySmallRule() {
        super("busy-small", View.EDITOR);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.from", new Percent(limits.busy())));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Thresholds limits = facts.thresholds();
        double weighted = facts.total().weightedAverage();
        List<Share> busy = facts.reported(share -> {
            double utilization = share.instance().utilization();
            return Thresholds.reaches(utilization, limits.busy())
                    && Thresholds.reaches(utilization - weighted, limits.hidden())
                    && isSmall(share, limits);
        });
        if (busy.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofInstances(
                Severity.NOTICE,
                this,
                message(busy, weighted, facts),
                Text.of("story.busySmall.advice"),
                busy,
                hiddenLoad(busy, weighted, facts)));
    }

    /** How much more of the hardware would be busy than the average says, by these instances alone. */
    private static double hiddenLoad(List<Share> busy, double weighted, Facts facts) {
        double most = 0;
        for (Share share : busy) {
            most = Math.max(most, share.instance().utilization() - weighted);
        }
        return most * facts.shareOfHardware(busy);
    }

    private static boolean isSmall(Share share, Thresholds limits) {
        double size = Facts.sliceShare(share);
        return !Double.isNaN(size) && !Thresholds.reaches(size, limits.large());
    }

    private static Text message(List<Share> busy, double weighted, Facts facts) {
        Share first = busy.getFirst();
        return busy.size() == 1
                ? Text.of(
                        "story.busySmall.one",
                        facts.mentions().subject(first.gpu(), first.instance()),
                        new Percent(first.instance().utilization()),
                        new Percent(weighted))
                : Text.of(
                        "story.busySmall.many",
                        busy.size(),
                        new Percent(facts.thresholds().busy()),
                        new Percent(weighted),
                        facts.mentions().names(busy));
    }
}
