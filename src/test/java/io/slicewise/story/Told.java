package io.slicewise.story;

import io.slicewise.fleet.Fleet;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.util.List;
import java.util.Optional;

/** What the story says about a fleet, in words, with plain spaces. */
final class Told {
    private Told() {}

    static String english(Text text) {
        return Messages.in(Language.ENGLISH).say(text).replace('\u00a0', ' ');
    }

    static String korean(Text text) {
        return Messages.in(Language.KOREAN).say(text).replace('\u00a0', ' ');
    }

    static Figures figures(Fleet fleet) {
        return Figures.of(fleet, Weights.DEFAULT);
    }

    static Figures figures(Fleet fleet, WeightBasis basis) {
        return Figures.of(fleet, Weights.DEFAULT.withBasis(basis));
    }

    static Optional<Finding> finding(String rule, Figures figures) {
        return finding(rule, Findings.of(figures));
    }

    static Optional<Finding> finding(String rule, List<Finding> findings) {
        return findings.stream().filter(f -> f.rule().equals(rule)).findFirst();
    }
}
