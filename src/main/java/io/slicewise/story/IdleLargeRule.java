package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.List;
import java.util.Optional;

/** A large instance does next to nothing. */
final class IdleLargeRule extends Rule {
    IdleLargeRule() {
        super("idle-large", View.EDITOR);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.below", new Percent(limits.idle())));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Thresholds limits = facts.thresholds();
        List<Share> idle = facts.reported(share -> share.instance().utilization() < limits.idle()
                && Thresholds.reaches(Facts.sliceShare(share), limits.large()));
        if (idle.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofInstances(
                Severity.NOTICE,
                this,
                idle.size() == 1 ? one(idle.getFirst(), facts.mentions()) : many(idle, facts),
                Text.of("story.idleLarge.advice"),
                idle,
                facts.shareOfHardware(idle)));
    }

    private static Text one(Share share, Mentions mentions) {
        int slices = share.instance().profile().computeSlices();
        int all = share.gpu().model() == null ? slices : share.gpu().model().computeSlices();
        return Text.of(
                "story.idleLarge.one",
                mentions.subject(share.gpu(), share.instance()),
                new Percent(share.instance().utilization()),
                slices,
                all);
    }

    private static Text many(List<Share> idle, Facts facts) {
        int slices = 0;
        for (Share share : idle) {
            slices += share.instance().profile().computeSlices();
        }
        return Text.of(
                "story.idleLarge.many",
                idle.size(),
                new Percent(facts.thresholds().idle()),
                facts.mentions().names(idle),
                slices);
    }
}
