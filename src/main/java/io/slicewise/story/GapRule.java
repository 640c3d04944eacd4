package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import java.util.Optional;

/** The two averages differ: who makes most of the gap, and how much of it. */
final class GapRule implements Rule {
    private static final double WIDE = 0.05;
    private static final double ALL = 1 + 1e-9;

    @Override
    public Optional<Finding> look(Facts facts) {
        Averages total = facts.total();
        double gap = total.gap();
        if (!Thresholds.reaches(Math.abs(gap), facts.thresholds().similar())) {
            return Optional.empty();
        }
        Part top = Part.top(Part.of(facts.figures().shares(), facts.labels().mixed()), total);
        if (top == null) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofInstances(
                Math.abs(gap) < WIDE ? Severity.INFO : Severity.NOTICE,
                "gap",
                message(top, total, facts.labels()),
                Text.of(gap < 0 ? "story.gap.advice.lower" : "story.gap.advice.higher"),
                top.members(),
                Math.abs(gap)));
    }

    private static Text message(Part top, Averages total, Labels labels) {
        String key = "story.gap." + (top.isOne() ? "one" : "many");
        Percent utilization = new Percent(top.utilization());
        Percent average = new Percent(total.instanceAverage());
        Points gap = new Points(total.gap());
        double share = top.contribution() / total.gap();
        return share > ALL
                ? Text.of(key + ".more", labels.subject(top), utilization, average, gap, new Points(top.contribution()))
                : Text.of(key, labels.subject(top), utilization, average, gap, Fraction.of(share));
    }
}
