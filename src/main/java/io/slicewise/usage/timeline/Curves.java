package io.slicewise.usage.timeline;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weighting;
import io.slicewise.usage.Weights;
import io.slicewise.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * S, W, G, allocated share and coverage of some instances over all of a timeline. Takes time in proportion to the
 * samples when it is made; what is asked afterwards takes a millisecond or two.
 *
 * <p>The time is cut into cells where anything changes, so that the figures of a cell are those of each of its instants,
 * {@code G = A·W} included. Only where readings change at more than {@value Instants#MOST} instants the cells are a step
 * of the timeline or a few long, and a cell has the mean over the time and the instances in it.
 */
public final class Curves {
    /** To walk through all cells for each series; more would take seconds. */
    private static final long MOST_WALKS = 1L << 28;

    private static final int PARTS = 2;
    private static final int MEASURES = Measure.values().length;

    private final Weights weights;
    private final Grid grid;
    private final boolean exact;
    private final double[][] values = new double[MEASURES][];

    private Curves(Weights weights, Grid grid, boolean exact, Sums sums) {
        this.weights = weights;
        this.grid = grid;
        this.exact = exact;
        int cells = grid.size();
        for (int m = 0; m < MEASURES; m++) {
            values[m] = new double[cells];
        }
        for (int i = 0; i < cells; i++) {
            boolean any = sums.reported[i] > 0;
            boolean known = any && sums.reportedWeight[i] > 0;
            boolean there = sums.existing[i] > 0;
            double allocated = sums.existingWeight[i];
            boolean hardware = sums.hardware[i] > 0 && !Averages.isMoreThan(allocated, sums.hardware[i]);
            double load = sums.weightedLoad[i];
            double weight = sums.reportedWeight[i];
            set(Measure.INSTANCE_AVERAGE, i, any, sums.load[i] / sums.reported[i]);
            set(Measure.WEIGHTED_AVERAGE, i, known, load / weight);
            set(Measure.WHOLE_GPU, i, known && hardware, load * (allocated / weight) / sums.hardware[i]);
            set(Measure.ALLOCATED_SHARE, i, hardware, allocated / sums.hardware[i]);
            set(Measure.COVERAGE, i, there, sums.reported[i] / sums.existing[i]);
        }
    }

    private void set(Measure measure, int cell, boolean known, double value) {
        values[measure.ordinal()][cell] = known ? value : Double.NaN;
    }

    private Curves(Weights weights, Grid grid, List<Averages> figures) {
        this.weights = weights;
        this.grid = grid;
        exact = true;
        for (int m = 0; m < MEASURES; m++) {
            values[m] = new double[grid.size()];
        }
        for (int i = 0; i < grid.size(); i++) {
            Averages one = figures.get(i);
            values[Measure.INSTANCE_AVERAGE.ordinal()][i] = one.instanceAverage();
            values[Measure.WEIGHTED_AVERAGE.ordinal()][i] = one.weightedAverage();
            values[Measure.WHOLE_GPU.ordinal()][i] = one.wholeGpu();
            values[Measure.ALLOCATED_SHARE.ordinal()][i] = one.allocatedShare();
            values[Measure.COVERAGE.ordinal()][i] = one.coverage();
        }
    }

    /**
     * The curves of figures that someone else worked out at instants that are equally far apart.
     *
     * @param weights what counted how much
     * @param start the first instant
     * @param step from one to the next, in milliseconds; so long each of them holds
     * @param figures one after the other; without instances where there is nothing
     */
    public static Curves ofSteps(Weights weights, long start, long step, List<Averages> figures) {
        return new Curves(weights, Grid.regular(start, step, figures.size()), figures);
    }

    /** The curves of all instances. */
    public static Curves of(Timeline timeline, Weights weights) {
        return of(timeline, weights, track -> true);
    }

    /**
     * The curves of some instances: S and W as if there were no others; A and G are their part of all the GPUs of the
     * timeline.
     *
     * @param wanted which instances
     */
    public static Curves of(Timeline timeline, Weights weights, Predicate<InstanceTrack> wanted) {
        return of(timeline, weights, wanted, Cancel.NEVER);
    }

    /**
     * The curves of some instances, unless they are not wanted any more.
     *
     * @param wanted which instances
     * @param cancel asked before every instance
     * @throws CancellationException where it was cancelled
     */
    public static Curves of(Timeline timeline, Weights weights, Predicate<InstanceTrack> wanted, Cancel cancel) {
        if (timeline.isEmpty()) {
            Grid nothing = Grid.regular(0, timeline.step(), 0);
            return new Curves(weights, nothing, true, new Sums(nothing));
        }
        Weighting weighting = Weighting.overTime(everything(timeline), weights);
        List<Weighed> tracks = new ArrayList<>();
        List<Weighed> regular = new ArrayList<>();
        List<Overfull> overfull = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < timeline.gpus().size(); i++) {
            GpuTrack gpu = timeline.gpus().get(i);
            List<Weighed> all = new ArrayList<>();
            for (InstanceTrack track : gpu.instances()) {
                double weight = weighting.instance(next++);
                if (!track.spans().isEmpty()) {
                    all.add(new Weighed(track.of(weights.reading()), weight, wanted.test(track)));
                }
            }
            List<Weighed> these = all.stream().filter(Weighed::wanted).toList();
            tracks.addAll(these);
            Overfull over = Overfull.of(gpu, all, weighting.gpu(i));
            if (over == null) {
                regular.addAll(these);
            } else {
                overfull.add(over);
            }
        }
        Instants instants = new Instants(timeline.start(), timeline.step());
        for (Weighed one : tracks) {
            cancel.check();
            one.track().pieces(timeline.start(), timeline.end(), timeline.validity(), instants);
        }
        Grid exactly = exact(timeline, instants, tracks.size());
        Grid grid = exactly == null ? coarse(timeline) : exactly;
        Sums sums = sums(grid, regular, timeline.validity(), cancel);
        for (int i = 0; i < timeline.gpus().size(); i++) {
            GpuTrack gpu = timeline.gpus().get(i);
            if (overfull.stream().noneMatch(one -> one.isOf(gpu))) {
                sums.addHardware(gpu.span(), weighting.gpu(i));
            }
        }
        Overfull.add(overfull, sums, timeline.validity());
        return new Curves(weights, grid, exactly != null, sums);
    }

    /** All that ever existed as one fleet, so that each track gets its weight. */
    private static Fleet everything(Timeline timeline) {
        List<Gpu> gpus = new ArrayList<>(timeline.gpus().size());
        for (GpuTrack gpu : timeline.gpus()) {
            List<Instance> all = new ArrayList<>(gpu.instances().size());
            for (InstanceTrack track : gpu.instances()) {
                all.add(track.instance().withId(String.valueOf(all.size())));
            }
            gpus.add(gpu.gpu().withInstances(all));
        }
        return new Fleet(gpus);
    }

    private static @Nullable Grid exact(Timeline timeline, Instants instants, int tracks) {
        long steps = Math.ceilDiv(timeline.end() - timeline.start(), timeline.step());
        int offGrid = instants.offGrid();
        if (steps + offGrid > Instants.MOST) {
            return null;
        }
        if (offGrid == 0) {
            return Grid.regular(timeline.start(), timeline.step(), (int) steps);
        }
        if ((steps + offGrid) * tracks > MOST_WALKS) {
            return null;
        }
        LongStream onGrid = LongStream.rangeClosed(0, steps)
                .map(i -> Math.min(timeline.end(), timeline.start() + i * timeline.step()));
        return Grid.of(LongStream.concat(onGrid, LongStream.of(instants.found()))
                .sorted()
                .distinct()
                .toArray());
    }

    private static Grid coarse(Timeline timeline) {
        long steps = Math.ceilDiv(timeline.end() - timeline.start(), timeline.step());
        long together = Math.ceilDiv(steps, (long) Instants.MOST);
        return Grid.regular(timeline.start(), together * timeline.step(), (int) Math.ceilDiv(steps, together));
    }

    /** In parts of equal size whatever the machine, so that the same file gives the same figures to the last bit. */
    private static Sums sums(Grid grid, List<Weighed> tracks, long validity, Cancel cancel) {
        List<Sums> parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> {
                    Sums sums = new Sums(grid);
                    int end = (part + 1) * tracks.size() / PARTS;
                    for (Weighed one : tracks.subList(part * tracks.size() / PARTS, end)) {
                        cancel.check();
                        sums.add(one.track(), one.weight(), validity);
                    }
                    return sums;
                })
                .toList();
        Sums all = parts.getFirst();
        parts.subList(1, PARTS).forEach(all::add);
        return all;
    }

    /** What counts how much. */
    public Weights weights() {
        return weights;
    }

    /** Whether the cells end wherever something changes, so that every figure is exact. */
    public boolean isExact() {
        return exact;
    }

    /** How many cells the time is cut into. */
    public int cells() {
        return grid.size();
    }

    /** The figure at an instant; {@code NaN} where there is none. */
    public double at(Measure measure, long time) {
        if (grid.size() == 0 || time < grid.bound(0) || time >= grid.bound(grid.size())) {
            return Double.NaN;
        }
        return values[measure.ordinal()][grid.cell(time, 0)];
    }

    /**
     * The curves of a window, cut into parts of equal length.
     *
     * @param from the first instant
     * @param to the instant after the last; later than {@code from}
     * @param points how many parts, at least 1; as many as there are pixels
     */
    public Window window(long from, long to, int points) {
        Window.Curve[] curves = new Window.Curve[MEASURES];
        Grid parts = Grid.even(from, to, points);
        for (int m = 0; m < MEASURES; m++) {
            curves[m] = Window.Curve.of(parts, grid, values[m]);
        }
        return new Window(from, to, List.of(curves));
    }

    /**
     * What a measure amounts to in a range; times without a figure are left out.
     *
     * @param from the first instant
     * @param to the instant after the last
     * @param threshold from which value on time counts as above
     */
    public RangeStatistics statistics(Measure measure, long from, long to, double threshold) {
        return RangeStatistics.of(grid, values[measure.ordinal()], from, to, threshold);
    }

    /** The mean of {@link #statistics}, without what takes longer. */
    public double mean(Measure measure, long from, long to) {
        return RangeStatistics.mean(grid, values[measure.ordinal()], from, to);
    }

    /** The cells of a range, for export: each instant at which something changes, with what holds from then on. */
    public List<Row> rows(long from, long to) {
        List<Row> rows = new ArrayList<>();
        for (int i = grid.size() == 0 ? 0 : grid.cell(from, 0); i < grid.size() && grid.bound(i) < to; i++) {
            rows.add(new Row(
                    Math.max(from, grid.bound(i)),
                    values[Measure.INSTANCE_AVERAGE.ordinal()][i],
                    values[Measure.WEIGHTED_AVERAGE.ordinal()][i],
                    values[Measure.WHOLE_GPU.ordinal()][i],
                    values[Measure.ALLOCATED_SHARE.ordinal()][i],
                    values[Measure.COVERAGE.ordinal()][i]));
        }
        return rows;
    }

    /** What holds from an instant on; {@code NaN} where there is no figure. */
    public record Row(
            long time,
            double instanceAverage,
            double weightedAverage,
            double wholeGpu,
            double allocatedShare,
            double coverage) {}
}
