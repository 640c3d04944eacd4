package io.slicewise.desktop.timeline;

import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.work.Cancel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the stretch on show amounts to.
 *
 * @param figures each of the three
 * @param power {@code null} where it was not measured
 */
record Amounts(List<RangeStatistics> figures, PowerTable.@Nullable Amount power) {
    /** Works it out, which of a month of a large fleet takes longer than a part of a frame. */
    static Amounts of(Curves curves, @Nullable PowerCurve watts, Stretch shown, double threshold, Cancel cancel) {
        return new Amounts(
                RangeTable.statistics(curves, shown, threshold, cancel),
                watts == null ? null : PowerTable.Amount.of(watts, shown));
    }
}
