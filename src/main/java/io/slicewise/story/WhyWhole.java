package io.slicewise.story;

import io.slicewise.text.Decimal;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;

/**
 * One sentence, from the data, that says why the whole-GPU figure G lies below the weighted average W: what is not
 * allocated, how much of that is stranded by placement, and the ceiling {@code A} that follows. For 3×1g and a 2g on an
 * A100: «With 2 of 7 compute slices unallocated, whole-GPU utilization cannot exceed 71.4 %.»
 */
public final class WhyWhole {
    private static final double ROUNDING = 1e-12;
    private static final int DECIMALS = 2;

    private WhyWhole() {}

    /** The sentence; where there is no such pair of figures, the reason for that. */
    public static Text of(Figures figures) {
        Text none = Why.noAverages(figures);
        if (none != null) {
            return none;
        }
        Averages total = figures.total();
        if (total.totalWeight() > 0 && Averages.isMoreThan(total.allocatedWeight(), total.totalWeight())) {
            return Text.of("story.whole.tooMuch", new Percent(total.allocatedWeight() / total.totalWeight()));
        }
        if (Double.isNaN(total.wholeGpu())) {
            return figures.missing() == null ? Text.of("story.why.noWeight") : figures.missing();
        }
        double spare = 1 - total.allocatedShare();
        if (Math.abs(spare) <= ROUNDING) {
            return Text.of("story.whole.allAllocated", new Percent(total.wholeGpu()));
        }
        return ceiling(figures, Mentions.of(figures), Space.of(figures));
    }

    /** The sentence about the ceiling, of a fleet that has one below 1. */
    static Text ceiling(Figures figures, Mentions mentions, Space space) {
        Percent ceiling = new Percent(figures.total().allocatedShare());
        if (space.freeSlices() == 0) {
            return Text.of("story.whole.unreachable", reached(figures.total(), mentions), ceiling);
        }
        Text free = free(figures.total(), mentions);
        return space.strandedSlices() > 0
                ? Text.of("story.whole.stranded", free, space.strandedSlices(), ceiling)
                : Text.of("story.whole.unallocated", free, ceiling);
    }

    /** How much is not allocated, on the basis: «2 of 7 compute slices». */
    private static Text free(Averages total, Mentions mentions) {
        return amount(total.totalWeight() - total.allocatedWeight(), total, mentions);
    }

    /** How much instances reach when every slice is taken: «112 of 132 SMs». */
    private static Text reached(Averages total, Mentions mentions) {
        return amount(total.allocatedWeight(), total, mentions);
    }

    /** In units of the basis where weights are such; as a share where they are the planner's or of several models. */
    private static Text amount(double weight, Averages total, Mentions mentions) {
        if (mentions.mixed() || mentions.basis().equals("own")) {
            String of = mentions.mixed() ? "capacity" : mentions.basis();
            return Text.of("story.amount." + of, new Percent(weight / total.totalWeight()));
        }
        return Text.of(
                "story.amount." + mentions.basis(),
                new Decimal(weight, DECIMALS),
                new Decimal(total.totalWeight(), DECIMALS));
    }
}
