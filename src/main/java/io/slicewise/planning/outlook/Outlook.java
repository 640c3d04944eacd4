package io.slicewise.planning.outlook;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Profile;
import io.slicewise.planning.replay.Replay;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.planning.trend.DailyFigure;
import io.slicewise.planning.trend.DailySeries;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * What a recorded range tells a planner, by the usual rules.
 *
 * @param sizes each instance that is there at the end, of a model that is known
 * @param series whole-GPU utilization from day to day
 * @param forecast when it reaches the usual target
 */
public record Outlook(List<SizedInstance> sizes, DailySeries series, Forecast forecast) {
    public Outlook {
        sizes = List.copyOf(sizes);
    }

    /** Of a range that holds readings. */
    public static Outlook of(Timeline timeline) {
        return of(timeline, Cancel.NEVER);
    }

    /**
     * Of a range that holds readings.
     *
     * @param cancel asked now and then, by several threads
     * @throws CancellationException where it was cancelled
     */
    public static Outlook of(Timeline timeline, Cancel cancel) {
        List<SizedInstance> sizes = SizedInstance.of(timeline, SizeRules.USUAL, cancel);
        Curves curves = Curves.of(timeline, Weights.DEFAULT, _ -> true, cancel);
        DailySeries series = DailySeries.of(timeline, curves, DailyFigure.WHOLE_GPU);
        return new Outlook(sizes, series, series.forecast(series.usualCapacity()));
    }

    /** What must not be reached. */
    public double capacity() {
        return series.usualCapacity();
    }

    /** The instances of a verdict, in the order of the range. */
    public List<SizedInstance> of(Verdict verdict) {
        return sizes.stream().filter(one -> one.answer().verdict() == verdict).toList();
    }

    /** The same time in the sizes that are proposed, on as few GPUs as hold them. */
    public Replay proposed(Timeline timeline) {
        return Replay.of(timeline, layout(timeline, sizes));
    }

    /** The layout of the sizes that are proposed, on as few GPUs as hold them. */
    public static ReplayLayout layout(Timeline timeline, List<SizedInstance> sizes) {
        Map<InstanceRef, Profile> proposed = new HashMap<>();
        sizes.forEach(one -> proposed.put(one.ref(), one.proposed()));
        return ReplayLayout.sized(
                timeline,
                (_, track) ->
                        proposed.getOrDefault(track.ref(), track.instance().profile()));
    }
}
