package io.slicewise.snapshot.collect;

import io.slicewise.snapshot.UnitDecision.Unit;
import io.slicewise.usage.timeline.SampleColumns;
import io.slicewise.usage.timeline.SamplesBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What one source said over time, as printed. Most sources say one thing at one time: only those that say more get
 * columns.
 */
public final class Course {
    private @Nullable SamplesBuilder samples;
    private boolean any;
    private long firstTime;
    private double firstValue;
    private double least;
    private double most;
    private long beyond;
    private long clamped;

    /** Takes a reading, or {@code NaN} where there was a row without one. */
    public void add(long time, double value) {
        if (value < least) {
            least = value;
        }
        if (value > most) {
            most = value;
        }
        if (!any) {
            any = true;
            firstTime = time;
            firstValue = value;
            return;
        }
        SamplesBuilder to = samples;
        if (to == null) {
            to = new SamplesBuilder();
            to.add(firstTime, firstValue);
            samples = to;
        }
        to.add(time, value);
    }

    /** All of it as ratios; what is none in this unit is no reading. Empties this. */
    public SampleColumns take(Unit unit) {
        return take(unit.whole());
    }

    /**
     * The same where the unit is none of utilization.
     *
     * @param whole the value that is 1; {@code NaN} where it is not known, and then there is no reading
     */
    SampleColumns take(double whole) {
        SamplesBuilder all = samples;
        if (all == null) {
            if (!any) {
                return SampleColumns.NONE;
            }
            all = new SamplesBuilder();
            all.add(firstTime, firstValue);
        }
        any = false;
        samples = null;
        if (whole == 1 && least >= 0 && most <= 1) {
            // nothing to change in any of millions
            return all.build();
        }
        return all.build(value -> ratio(value, whole));
    }

    private double ratio(double value, double whole) {
        double ratio = value / whole;
        if (!Unit.RATIO.holds(ratio)) {
            // NaN was none before
            beyond += Double.isNaN(value) ? 0 : 1;
            return Double.NaN;
        }
        if (ratio > 1) {
            clamped++;
            return 1;
        }
        return ratio;
    }

    /** How many values were too large for the unit. */
    public long beyond() {
        return beyond;
    }

    /** How many values a little above 100 % were taken as 100 %. */
    public long clamped() {
        return clamped;
    }
}
