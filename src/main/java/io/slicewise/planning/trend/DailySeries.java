package io.slicewise.planning.trend;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.mig.GpuModel;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Measure;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Strip;
import io.slicewise.usage.timeline.Timeline;
import java.time.Duration;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a recorded range as one value a day, each the mean of a day of UTC. A day of which less than half is known has
 * none.
 *
 * @param figure which
 * @param values by the number of the day since 1970
 * @param ceiling what the figure cannot exceed with the instances that there are at the end; {@code NaN} where there is nothing
 *     such
 * @param hardware what all GPUs of the end have of it: 1, their compute slices, their GiB; {@code NaN} where that is not known
 */
public record DailySeries(DailyFigure figure, DailyValues values, double ceiling, double hardware) {
    /** How much of the hardware is to be in use unless it is said otherwise. */
    public static final double USUAL_TARGET = 0.8;

    private static final long DAY = Duration.ofDays(1).toMillis();

    /**
     * Of a range.
     *
     * @param curves of the range, on the slice basis
     */
    public static DailySeries of(Timeline timeline, Curves curves, DailyFigure figure) {
        long end = timeline.end() - 1;
        return switch (figure) {
            case WHOLE_GPU ->
                new DailySeries(
                        figure,
                        means(timeline, curves, Measure.WHOLE_GPU, _ -> 1),
                        curves.at(Measure.ALLOCATED_SHARE, end),
                        1);
            case ALLOCATED ->
                new DailySeries(figure, means(timeline, curves, Measure.ALLOCATED_SHARE, _ -> 1), Double.NaN, 1);
            case SLICES_IN_USE ->
                new DailySeries(
                        figure,
                        means(timeline, curves, Measure.WHOLE_GPU, at -> slices(timeline, at)),
                        curves.at(Measure.ALLOCATED_SHARE, end) * slices(timeline, end),
                        slices(timeline, end));
            case SLICES_REQUESTED ->
                new DailySeries(
                        figure,
                        means(timeline, curves, Measure.ALLOCATED_SHARE, at -> slices(timeline, at)),
                        Double.NaN,
                        slices(timeline, end));
            case MEMORY ->
                new DailySeries(
                        figure,
                        memory(timeline),
                        ofModels(timeline, end, gpu -> allocatedGib(gpu, end)),
                        ofModels(timeline, end, gpu -> gib(gpu.gpu().model())));
        };
    }

    /** Looks ahead to a capacity, in the unit of the figure. */
    public Forecast forecast(double capacity) {
        return Forecast.of(values, capacity, ceiling);
    }

    /** What must not be reached unless it is said otherwise; what is asked for may take all that there is. */
    public double usualCapacity() {
        boolean isAskedFor = figure == DailyFigure.SLICES_REQUESTED || figure == DailyFigure.ALLOCATED;
        return isAskedFor ? hardware : USUAL_TARGET * hardware;
    }

    private static DailyValues means(Timeline timeline, Curves curves, Measure measure, LongToDoubleFunction factorAt) {
        return daily(timeline, from -> {
            RangeStatistics all = curves.statistics(measure, from, from + DAY, 1);
            return 2 * all.known() >= DAY ? all.mean() * factorAt.applyAsDouble(from + DAY / 2) : Double.NaN;
        });
    }

    private static DailyValues daily(Timeline timeline, LongToDoubleFunction value) {
        long first = Math.floorDiv(timeline.start(), DAY);
        long last = Math.floorDiv(timeline.end() - 1, DAY);
        long[] days = new long[(int) (last - first + 1)];
        double[] values = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = first + i;
            values[i] = value.applyAsDouble(days[i] * DAY);
        }
        return DailyValues.of(days, values);
    }

    /** Without a figure on days on which an instance was there for half of it and no one reported its memory. */
    private static DailyValues memory(Timeline timeline) {
        long from = Math.floorDiv(timeline.start(), DAY) * DAY;
        long to = Math.ceilDiv(timeline.end(), DAY) * DAY;
        double[] sums = new double[(int) ((to - from) / DAY)];
        boolean[] seen = new boolean[sums.length];
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                Double gib = track.instance().profile().memory();
                Strip strip = timeline.strip(track.of(ReadingKind.MEMORY), from, to, sums.length);
                for (int i = 0; i < sums.length; i++) {
                    double there = strip.existing()[i];
                    seen[i] |= there >= 0.5;
                    if (there > 0) {
                        sums[i] += gib == null ? Double.NaN : strip.means()[i] * gib * there;
                    }
                }
            }
        }
        return daily(timeline, day -> seen[(int) ((day - from) / DAY)] ? sums[(int) ((day - from) / DAY)] : Double.NaN);
    }

    private static double slices(Timeline timeline, long time) {
        return ofModels(timeline, time, gpu -> {
            GpuModel model = gpu.gpu().model();
            return model == null ? Double.NaN : model.computeSlices();
        });
    }

    private static double ofModels(Timeline timeline, long time, ToDoubleFunction<GpuTrack> of) {
        return timeline.gpus().stream()
                .filter(gpu -> gpu.span().contains(time))
                .mapToDouble(of)
                .sum();
    }

    private static double gib(@Nullable GpuModel model) {
        Double gib = model == null ? null : model.memoryGib();
        return gib == null ? Double.NaN : gib;
    }

    private static double allocatedGib(GpuTrack gpu, long time) {
        return gpu.instances().stream()
                .filter(track -> track.existsAt(time))
                .mapToDouble(track -> {
                    Double gib = track.instance().profile().memory();
                    return gib == null ? Double.NaN : gib;
                })
                .sum();
    }
}
