package io.slicewise.story;

import io.slicewise.fleet.Fleet;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.GpuFigures;
import java.util.Optional;

/** Over several GPUs: how much of what would fit after moves does not fit now. */
final class FragmentedRule extends Rule {
    /** From here on moving gains a quarter of the room. */
    private static final double MUCH = 0.25;

    FragmentedRule() {
        super("fragmented", View.PLAN);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.from", new Percent(MUCH)));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        if (facts.figures().gpus().size() < 2) {
            return Optional.empty();
        }
        Fleet fleet = new Fleet(
                facts.figures().gpus().stream().map(GpuFigures::gpu).toList());
        double fragmentation = facts.room().fragmentation(fleet);
        return fragmentation >= MUCH
                ? Optional.of(Finding.ofFleet(
                        Severity.INFO,
                        this,
                        Text.of("story.fragmented", new Percent(fragmentation)),
                        Text.of("story.fragmented.advice"),
                        fragmentation))
                : Optional.empty();
    }
}
