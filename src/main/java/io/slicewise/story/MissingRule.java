package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;

/** A model or a weight that is not known: then a figure is missing, and is not guessed. */
final class MissingRule extends Rule {
    /** What is missing and can be mended in a way of its own. */
    private static final List<String> MENDS = List.of("model", "overfull");

    MissingRule() {
        super("missing", View.EDITOR);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Text missing = facts.figures().missing();
        if (missing == null) {
            return Optional.empty();
        }
        String what = MENDS.stream()
                .filter(one -> missing.key().startsWith("usage.missing." + one))
                .findFirst()
                .orElse("weight");
        return Optional.of(
                Finding.ofFleet(Severity.WARNING, this, missing, Text.of("story.missing.advice." + what), 1));
    }
}
