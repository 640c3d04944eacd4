package io.slicewise.story;

import io.slicewise.planning.size.SizeAnswer.Reason;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.story.Facts.Judged;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances of which the recorded range does not tell whether their size is right, with the reasons. */
final class CannotTellRule extends Rule {
    CannotTellRule() {
        super("cannot-tell", View.PLAN);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        List<Judged> open = facts.judged(Verdict.NO_ANSWER);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        open.forEach(one -> counts.merge(one.size().answer().reason(), 1, Integer::sum));
        List<Text> reasons = counts.entrySet().stream()
                .map(one -> Text.of("story.cannotTell.reason", SizeSentences.inShort(one.getKey()), one.getValue()))
                .toList();
        List<Share> shares = open.stream().map(Judged::share).toList();
        return Optional.of(Finding.ofInstances(
                Severity.INFO,
                this,
                Text.of(
                        "story.cannotTell",
                        open.size(),
                        facts.figures().shares().size(),
                        new Listing(reasons)),
                Text.of("story.cannotTell.advice"),
                shares,
                facts.shareOfHardware(shares)));
    }
}
