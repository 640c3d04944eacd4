package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Text;
import java.util.Optional;

/** Slices that instances could still be made of: paid for, and out of reach of the whole-GPU figure until then. */
final class UnallocatedRule extends Rule {
    UnallocatedRule() {
        super("unallocated", View.PLAN);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Space space = facts.space();
        double unallocated = 1 - facts.total().allocatedShare();
        if (!(unallocated > 0) || space.freeSlices() <= space.strandedSlices()) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofFleet(
                Severity.INFO,
                this,
                WhyWhole.ceiling(facts.figures(), facts.mentions(), space),
                Text.of("story.unallocated.advice"),
                unallocated));
    }
}
