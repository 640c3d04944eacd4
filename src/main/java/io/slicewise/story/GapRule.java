package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.InstanceGroup;
import java.util.Optional;

/** The two averages differ: who makes most of the gap, and how much of it. */
final class GapRule extends Rule {
    private static final double WIDE = 0.05;
    private static final double ALL = 1 + 1e-9;

    GapRule() {
        super("gap", View.BRIDGE);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.from", points(limits.similar())));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Averages total = facts.total();
        double gap = total.gap();
        if (!Thresholds.reaches(Math.abs(gap), facts.thresholds().similar())) {
            return Optional.empty();
        }
        Reason reason = Reason.of(facts.figures());
        if (reason == null) {
            return Optional.empty();
        }
        InstanceGroup top = reason.top();
        return Optional.of(Finding.ofInstances(
                Math.abs(gap) < WIDE ? Severity.INFO : Severity.NOTICE,
                this,
                message(top, total, facts.mentions()),
                Text.of(gap < 0 ? "story.gap.advice.lower" : "story.gap.advice.higher"),
                top.members(),
                Math.abs(gap)));
    }

    private static Text message(InstanceGroup top, Averages total, Mentions mentions) {
        String key = "story.gap." + (top.isOne() ? "one" : "many");
        Percent utilization = new Percent(top.utilization());
        Percent average = new Percent(total.instanceAverage());
        Points gap = total.shownGap();
        double share = top.contribution() / total.gap();
        return share > ALL
                ? Text.of(key + ".more", mentions.subject(top), utilization, average, gap, top.shown())
                : Text.of(key, mentions.subject(top), utilization, average, gap, Fraction.of(share));
    }
}
