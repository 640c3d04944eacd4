package io.slicewise.story;

import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Points;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.Share;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sentences with a fleet's own numbers. Every such sentence gets the same arguments, so that translators can use
 * whichever they need: <code>{0}</code> S, <code>{1}</code> W, <code>{2}</code> G, <code>{3}</code> A, <code>{4}</code>
 * what is not allocated, <code>{5}</code> the gap, <code>{6}</code> the number of reported instances, <code>{7}</code>
 * the busiest instance and <code>{8}</code> its utilization, <code>{9}</code> the least busy one and
 * <code>{10}</code> its utilization, <code>{11}</code> the alert threshold, <code>{12}</code> how far W lies from it, <code>{13}</code>
 * that distance without a sign and <code>{14}</code> whether W has reached the threshold, 0 or 1.
 */
final class Numbered {
    private static final Comparator<Share> BY_LOAD =
            Comparator.comparingDouble(share -> share.instance().utilization());

    private final Averages total;
    private final Object[] args;

    private Numbered(Averages total, Object[] args) {
        this.total = total;
        this.args = args;
    }

    static Numbered of(Figures figures, Thresholds thresholds) {
        Averages total = figures.total();
        Mentions mentions = Mentions.of(figures);
        Optional<Share> busiest = extreme(figures, BY_LOAD.reversed());
        Optional<Share> idlest = extreme(figures, BY_LOAD);
        return new Numbered(total, new Object[] {
            new Percent(total.instanceAverage()),
            new Percent(total.weightedAverage()),
            new Percent(total.wholeGpu()),
            new Percent(total.allocatedShare()),
            new Percent(1 - total.allocatedShare()),
            total.shownGap(),
            total.reported(),
            name(busiest, mentions),
            load(busiest),
            name(idlest, mentions),
            load(idlest),
            new Percent(thresholds.alert()),
            new Points(total.weightedAverage() - thresholds.alert()),
            Numbers.percentNumber(Math.abs(total.weightedAverage() - thresholds.alert())),
            Thresholds.reaches(total.weightedAverage(), thresholds.alert()) ? 1 : 0
        });
    }

    private static Optional<Share> extreme(Figures figures, Comparator<Share> order) {
        return figures.shares().stream()
                .filter(share -> share.instance().isReported())
                .min(order);
    }

    private static Text name(Optional<Share> share, Mentions mentions) {
        return share.map(it -> mentions.names(List.of(it))).orElse(Text.of("advice.nothing"));
    }

    private static Percent load(Optional<Share> share) {
        return new Percent(share.map(it -> it.instance().utilization()).orElse(Double.NaN));
    }

    /** The sentence; where one of the figures that it rests on is missing, that there is none. */
    Text say(String key, Figure... restsOn) {
        for (Figure figure : restsOn) {
            if (Double.isNaN(figure.of(total))) {
                return Text.of("advice.noFigure", figure.title());
            }
        }
        return Text.of(key, args);
    }
}
