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

    /** Less of all compute slices than this is not worth moving anything. */
    private static final double WORTH = 0.05;

    FragmentedRule() {
        super("fragmented", View.PLAN);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.from", new Percent(MUCH)));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        if (facts.figures().gpus().size() < 2 || gain(facts) < WORTH) {
            return Optional.empty();
        }
        Fleet fleet =
                new Fleet(facts.figures().gpus().stream().map(GpuFigures::gpu).toList());
        double fragmentation = facts.room().fragmentation(fleet);
        return Thresholds.reaches(fragmentation, MUCH)
                ? Optional.of(Finding.ofFleet(
                        Severity.INFO,
                        this,
                        Text.of("story.fragmented", new Percent(fragmentation)),
                        Text.of("story.fragmented.advice"),
                        gain(facts)))
                : Optional.empty();
    }

    /** What moving could gain at most, of all compute slices. */
    private static double gain(Facts facts) {
        int slices = facts.figures().gpus().stream()
                .map(figure -> figure.gpu().model())
                .mapToInt(model -> model == null ? 0 : model.computeSlices())
                .sum();
        return facts.room().profiles().stream()
                .mapToDouble(room -> (double) (room.afterMoves() - room.now())
                        * room.profile().computeSlices()
                        / slices)
                .max()
                .orElse(0);
    }
}
