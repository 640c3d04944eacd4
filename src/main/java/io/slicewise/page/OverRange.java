package io.slicewise.page;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.PerInstanceStatistic;
import io.slicewise.usage.timeline.Timeline;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a page about a range is about: the range, and no moment of it. Worked out once, since a long range takes time. */
public final class OverRange {
    private final Subject subject;
    private final Subject instances;
    private final Subject means;
    private final @Nullable Curves curves;
    private @Nullable Outlook outlook;

    private OverRange(Subject subject, Subject instances, Subject means, @Nullable Curves curves) {
        this.subject = subject;
        this.instances = instances;
        this.means = means;
        this.curves = curves;
    }

    /** Of a subject; of one that tells of a moment the subject itself. */
    public static OverRange of(Subject subject) {
        Timeline timeline = subject.timeline();
        if (timeline == null || !subject.isRange()) {
            return new OverRange(subject, subject, subject, null);
        }
        Subject instances = instances(subject);
        Figures figures = instances.figures();
        Curves curves = Curves.of(timeline, figures.weights());
        Subject means = instances.with(instances.fleet(), figures.withTotal(total(curves, timeline, figures.total())));
        return new OverRange(subject, instances, means, curves);
    }

    /**
     * Of a subject whose range was looked at before.
     *
     * @param known what was recorded tells a planner; {@code null} where that is not known yet
     */
    public static OverRange of(Subject subject, @Nullable Outlook known) {
        OverRange range = of(subject);
        range.outlook = known;
        return range;
    }

    /** A subject with every instance at the mean of its readings; itself where it tells of a moment. */
    static Subject instances(Subject subject) {
        Timeline timeline = subject.timeline();
        if (timeline == null || !subject.isRange()) {
            return subject;
        }
        Text all = subject.allGpus();
        Fleet mean = timeline.over(recorded(subject.fleet(), timeline), PerInstanceStatistic.MEAN);
        return subject.withAllGpus(all == null ? null : Text.of("report.range.allGpus", all))
                .with(mean, Figures.of(mean, subject.figures().weights()));
    }

    /** The GPUs that it was recorded of: of those without instances nobody knows how they were over time. */
    private static Fleet recorded(Fleet fleet, Timeline timeline) {
        Set<String> known = timeline.recordedIds();
        return new Fleet(
                fleet.gpus().stream().filter(gpu -> known.contains(gpu.id())).toList());
    }

    /**
     * The subject with every instance at the mean of its readings, in the layout of the end; the subject itself where it
     * tells of a moment.
     */
    public Subject instances() {
        return instances;
    }

    /** The same with the figures of the whole as they are on average over the range, whatever the layout was. */
    Subject means() {
        return means;
    }

    /** What it was made of. */
    Subject subject() {
        return subject;
    }

    /** Whether it is of a range, not of a moment. */
    public boolean isRange() {
        return curves != null;
    }

    /** The figures over time; {@code null} of a moment. */
    @Nullable
    Curves curves() {
        return curves;
    }

    /** The figures over all that was recorded, whether a range of it or a moment is told of. */
    Curves curves(Timeline timeline, Weights weights) {
        return curves != null && curves.weights().equals(weights) ? curves : Curves.of(timeline, weights);
    }

    /** What was recorded tells a planner; {@code null} where nothing was. Looked for once, however many sections say it. */
    @Nullable
    Outlook outlook() {
        Timeline timeline = instances.timeline();
        if (outlook == null && timeline != null && !timeline.isEmpty()) {
            outlook = Outlook.of(timeline);
        }
        return outlook;
    }

    private static Averages total(Curves curves, Timeline timeline, Averages last) {
        double whole = curves.mean(Measure.WHOLE_GPU, timeline.start(), timeline.end());
        double allocated = curves.mean(Measure.ALLOCATED_SHARE, timeline.start(), timeline.end());
        return new Averages(
                last.instances(),
                last.instances(),
                curves.mean(Measure.INSTANCE_AVERAGE, timeline.start(), timeline.end()),
                curves.mean(Measure.WEIGHTED_AVERAGE, timeline.start(), timeline.end()),
                whole,
                allocated,
                whole,
                whole,
                allocated * last.totalWeight(),
                allocated * last.totalWeight(),
                last.totalWeight());
    }
}
