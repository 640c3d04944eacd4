package io.slicewise.page;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.PerInstanceStatistic;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** What a page about a range is about: the range, and no moment of it. Worked out once, since a long range takes time. */
public final class OverRange {
    private final Subject instances;
    private final Subject means;
    private final @Nullable Curves curves;
    private @Nullable Outlook outlook;

    private OverRange(Subject instances, Subject means, @Nullable Curves curves) {
        this.instances = instances;
        this.means = means;
        this.curves = curves;
    }

    /** Of a subject; of one that tells of a moment the subject itself. */
    public static OverRange of(Subject subject) {
        Timeline timeline = subject.timeline();
        if (timeline == null || !subject.isRange()) {
            return new OverRange(subject, subject, null);
        }
        Text all = subject.allGpus();
        Subject told = subject.withAllGpus(all == null ? null : Text.of("report.range.allGpus", all));
        Fleet mean = timeline.over(subject.fleet(), PerInstanceStatistic.MEAN);
        Figures figures = Figures.of(mean, subject.figures().weights());
        Curves curves = Curves.of(timeline, figures.weights());
        return new OverRange(
                told.with(mean, figures),
                told.with(mean, figures.withTotal(total(curves, timeline, figures.total()))),
                curves);
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

    /** Whether it is of a range, not of a moment. */
    public boolean isRange() {
        return curves != null;
    }

    /** The figures over time; {@code null} of a moment. */
    @Nullable
    Curves curves() {
        return curves;
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
        double whole = mean(curves, timeline, Measure.WHOLE_GPU);
        double allocated = mean(curves, timeline, Measure.ALLOCATED_SHARE);
        return new Averages(
                last.instances(),
                last.instances(),
                mean(curves, timeline, Measure.INSTANCE_AVERAGE),
                mean(curves, timeline, Measure.WEIGHTED_AVERAGE),
                whole,
                allocated,
                whole,
                whole,
                allocated * last.totalWeight(),
                allocated * last.totalWeight(),
                last.totalWeight());
    }

    private static double mean(Curves curves, Timeline timeline, Measure measure) {
        RangeStatistics all = curves.statistics(measure, timeline.start(), timeline.end(), 1);
        return all.mean();
    }
}
