package io.slicewise.story;

import io.slicewise.fleet.Instance;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.InstanceGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence, from the data, that says why the instance average S and the weighted average W differ, or why they do
 * not. For 3×1g at 90% and a 3g at 30%: «The 3g.40gb holds half of the allocated slices but is one of 4 instances,
 * and at 30.0% it is the least busy: it pulls the weighted average below the instance average of 75.0%.»
 */
public final class Why {
    private static final double ROUNDING = 1e-12;

    private Why() {}

    /** The sentence; where there is no such pair of figures, the reason for that. */
    public static Text of(Figures figures) {
        Text none = noAverages(figures);
        if (none != null) {
            return none;
        }
        // instances that are in one average and not in the other explain nothing
        Text missing = figures.missing();
        return missing != null && figures.isPartial() ? missing : why(figures, Mentions.of(figures));
    }

    /** Why there is no S or no W; {@code null} when there are both. */
    static @Nullable Text noAverages(Figures figures) {
        Averages total = figures.total();
        if (total.instances() == 0) {
            return Text.of("story.why.noInstance");
        }
        if (total.reported() == 0) {
            return Text.of("story.why.noReading", total.instances());
        }
        if (Double.isNaN(total.weightedAverage())) {
            return figures.missing() == null ? Text.of("story.why.noWeight") : figures.missing();
        }
        return null;
    }

    private static Text why(Figures figures, Mentions mentions) {
        Averages total = figures.total();
        Percent average = new Percent(total.instanceAverage());
        if (total.reported() == 1) {
            return mentions.complete()
                    ? Text.of("story.why.single", average)
                    : Text.of("story.why.singleReported", average, total.instances());
        }
        Spread spread = Spread.of(figures.shares());
        if (spread.equalSizes()) {
            return Text.of("story.why.equalSizes", mentions.among(total.reported()), average);
        }
        if (spread.equalLoads()) {
            return Text.of("story.why.equalLoads", mentions.among(total.reported()), average);
        }
        Reason reason = isShownAsNothing(total.gap()) ? null : Reason.of(figures);
        if (reason == null) {
            return Text.of("story.why.balance", average, new Percent(total.weightedAverage()));
        }
        Text because = because(reason, total, mentions);
        InstanceGroup against = reason.against();
        return against == null
                ? because
                : Text.of(
                        "story.why.against",
                        because,
                        mentions.subject(against),
                        new Percent(against.utilization()),
                        against.shown(),
                        reason.top().shown());
    }

    private static Text because(Reason reason, Averages total, Mentions mentions) {
        InstanceGroup top = reason.top();
        boolean busy = top.utilization() > total.instanceAverage();
        String family = (top.isLarge() ? "large" : "small") + (busy ? "Busy" : "Idle");
        String rank = (busy ? "busy" : "idle") + (reason.extreme() ? ".most" : ".more");
        return Text.of(
                "story.why." + family + (top.isOne() ? ".one" : ".many"),
                mentions.subject(top),
                Fraction.of(top.shareOfWeight()),
                mentions.weighed(),
                top.isOne() ? mentions.oneAmong(total.reported()) : Fraction.of(top.shareOfCount()),
                new Percent(top.utilization()),
                Text.of("story.rank." + rank),
                new Percent(total.instanceAverage()),
                mentions.instances());
    }

    /** Whether a difference shows as 0.0 percentage points. */
    static boolean isShownAsNothing(double difference) {
        return Math.abs(difference) < 0.001 && Numbers.pointsNumber(difference).equals("0.0");
    }

    /** Whether reported instances are all of one size, all at one utilization. */
    private record Spread(boolean equalSizes, boolean equalLoads) {
        static Spread of(List<Share> shares) {
            double leastWeight = Double.POSITIVE_INFINITY;
            double mostWeight = Double.NEGATIVE_INFINITY;
            double leastLoad = Double.POSITIVE_INFINITY;
            double mostLoad = Double.NEGATIVE_INFINITY;
            for (Share share : shares) {
                Instance instance = share.instance();
                if (instance.isReported()) {
                    leastWeight = Math.min(leastWeight, share.weight());
                    mostWeight = Math.max(mostWeight, share.weight());
                    leastLoad = Math.min(leastLoad, instance.utilization());
                    mostLoad = Math.max(mostLoad, instance.utilization());
                }
            }
            return new Spread(
                    mostWeight - leastWeight <= ROUNDING * Math.abs(mostWeight), mostLoad - leastLoad <= ROUNDING);
        }
    }
}
