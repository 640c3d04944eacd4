package io.slicewise.story;

import io.slicewise.mig.Layouts;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import java.util.List;
import java.util.Optional;

/**
 * What a manager takes away: how much of what was bought is in use, where the rest is, and what to do about it first.
 *
 * @param headline how much is in use, in one sentence
 * @param split where the rest is
 * @param next the next step, with its numbers
 * @param reference the other two figures, and what each of them is for
 */
public record Verdict(Text headline, Text split, Text next, Text reference) {
    private static final String KEY = "advice.verdict.";

    /** The verdict on a fleet; none where its parts are not known. */
    public static Optional<Verdict> of(Figures figures, Thresholds thresholds) {
        Averages total = figures.total();
        return HardwareUse.of(total).map(use -> {
            List<Integer> percents = use.percents();
            return new Verdict(
                    Text.of(KEY + (figures.gpus().size() == 1 ? "headline.one" : "headline.many"), percents.getFirst()),
                    split(percents.get(1), percents.get(2)),
                    next(figures, use, thresholds),
                    Text.of(
                            KEY + "reference",
                            new Percent(total.weightedAverage()),
                            new Percent(thresholds.alert()),
                            new Percent(total.instanceAverage())));
        });
    }

    private static Text split(int idle, int unallocated) {
        String which = unallocated == 0 ? "allocated" : idle == 0 ? "busy" : "both";
        return Text.of(KEY + "split." + which, unallocated, idle);
    }

    private static Text next(Figures figures, HardwareUse use, Thresholds thresholds) {
        int idle = use.percents().get(1);
        int unallocated = use.percents().get(2);
        Averages total = figures.total();
        if (Thresholds.reaches(total.weightedAverage(), thresholds.alert())) {
            return Text.of(KEY + "next.busy", new Percent(total.weightedAverage()), new Percent(thresholds.alert()));
        }
        Space space = Space.of(figures);
        if (space.freeSlices() == 0 || unallocated == 0) {
            return Text.of(KEY + "next.idle", idle);
        }
        Spare spare = Spare.of(figures);
        if (!spare.profiles().isEmpty()) {
            return Text.of(
                    KEY + "next.fits",
                    Layouts.describe(spare.profiles().stream()),
                    new Percent(total.allocatedShare()),
                    new Percent(spare.ceiling()));
        }
        return space.freeSlices() == space.strandedSlices()
                ? Text.of(KEY + "next.stranded", unallocated, idle)
                : Text.of(KEY + "next.free", unallocated);
    }
}
