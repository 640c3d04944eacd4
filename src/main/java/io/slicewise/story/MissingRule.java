package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** A model or a weight that nobody knows: then a figure is missing, and is not guessed. */
final class MissingRule extends Rule {
    MissingRule() {
        super("missing", View.EDITOR);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Text missing = facts.figures().missing();
        if (missing == null) {
            return Optional.empty();
        }
        String key = missing.key();
        String what =
                key.startsWith("usage.missing.model") ? "model" : key.startsWith("usage.missing.overfull") ? "overfull" : "weight";
        return Optional.of(
                Finding.ofFleet(Severity.WARNING, this, missing, Text.of("story.missing.advice." + what), 1));
    }
}
