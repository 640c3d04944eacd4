package io.slicewise.story;

import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.story.Facts.Judged;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.List;
import java.util.Optional;

/** Instances that are larger than what was recorded of them needs. */
final class TooLargeRule extends Rule {
    TooLargeRule() {
        super("too-large", View.PLAN);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        List<Judged> large = facts.judged(Verdict.TOO_LARGE);
        if (large.isEmpty()) {
            return Optional.empty();
        }
        List<Share> shares = large.stream().map(Judged::share).toList();
        int freed = large.stream().mapToInt(one -> one.size().freed()).sum();
        Judged first = large.getFirst();
        Text message = large.size() == 1
                ? Text.of(
                        "story.tooLarge.one",
                        facts.mentions()
                                .subject(first.share().gpu(), first.share().instance()),
                        first.size().proposed().name())
                : Text.of(
                        "story.tooLarge.many",
                        large.size(),
                        freed,
                        facts.mentions().names(shares));
        return Optional.of(Finding.ofInstances(
                Severity.NOTICE,
                this,
                message,
                Text.of("story.tooLarge.advice"),
                shares,
                Facts.partFreed(large) * facts.shareOfHardware(shares)));
    }
}
