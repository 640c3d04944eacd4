package io.slicewise.story;

import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.story.Facts.Judged;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.List;
import java.util.Optional;

/** Instances that are smaller than what was recorded of them needs. */
final class TooSmallRule extends Rule {
    TooSmallRule() {
        super("too-small", View.PLAN);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        List<Judged> small = facts.judged(Verdict.TOO_SMALL);
        if (small.isEmpty()) {
            return Optional.empty();
        }
        List<Share> shares = small.stream().map(Judged::share).toList();
        Judged first = small.getFirst();
        Text message = small.size() > 1
                ? Text.of("story.tooSmall.many", small.size(), facts.mentions().names(shares))
                : Text.of(
                        first.size().answer().smallest() == null ? "story.tooSmall.largest" : "story.tooSmall.one",
                        facts.mentions()
                                .subject(first.share().gpu(), first.share().instance()),
                        first.size().proposed().name());
        return Optional.of(Finding.ofInstances(
                Severity.WARNING,
                this,
                message,
                Text.of("story.tooSmall.advice"),
                shares,
                facts.shareOfHardware(shares)));
    }
}
