package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weights that rest on figures of the hardware that were not read on this very hardware. */
final class UnverifiedRule extends Rule {
    UnverifiedRule() {
        super("unverified", View.WEIGHTS);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        List<Share> unverified = new ArrayList<>();
        Set<String> profiles = new LinkedHashSet<>();
        for (Share share : facts.figures().unverified()) {
            // what came without a model, or without a weight, is missing, not unverified
            if (share.gpu().model() != null && !Double.isNaN(share.weight())) {
                unverified.add(share);
                profiles.add(share.instance().profile().name());
            }
        }
        if (unverified.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofInstances(
                Severity.NOTICE,
                this,
                Text.of(
                        "story.unverified",
                        Text.of("usage.basis." + facts.mentions().basis()),
                        Mentions.firstOf(List.copyOf(profiles))),
                Text.of("story.unverified.advice"),
                unverified,
                facts.shareOfHardware(unverified)));
    }
}
