package io.slicewise.usage.timeline;

import io.slicewise.work.Cancel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * What GPUs drew together over time, in watts, each of them once. A reading holds as every other one does.
 *
 * <p>What is not measured is not zero: at each instant the sum is that of the GPUs that were measured then, and {@link
 * #measuredAt} says how many those are of {@link #gpus}.
 *
 * <p>Worked example: one GPU at 200 W for two hours and one at 100 W for the first of them draw 300 W and then 200 W: 250 W on
 * average of the time, 300 W at most, 0.5 kWh.
 */
public final class PowerCurve {
    private static final double WATT_MILLIS = 1000.0 * Duration.ofHours(1).toMillis();

    private final Grid grid;
    private final double[] watts;
    private final int[] measured;
    private final int gpus;

    private PowerCurve(Grid grid, double[] watts, int[] measured, int gpus) {
        this.grid = grid;
        this.watts = watts;
        this.measured = measured;
        this.gpus = gpus;
    }

    /** What all GPUs of a timeline drew. */
    public static PowerCurve of(Timeline timeline) {
        return of(timeline, _ -> true, Cancel.NEVER);
    }

    /** The hosts of which the power of a GPU was measured, by name. */
    public static List<String> hosts(Timeline timeline) {
        return timeline.power().stream()
                .map(PowerTrack::host)
                .distinct()
                .sorted()
                .toList();
    }

    /** What the GPUs of a host drew. */
    public static PowerCurve ofHost(Timeline timeline, String host) {
        return of(timeline, track -> track.host().equals(host), Cancel.NEVER);
    }

    /**
     * What some GPUs drew, unless it is not wanted any more.
     *
     * @param wanted which GPUs
     * @param cancel asked before every GPU
     * @throws CancellationException where it was cancelled
     */
    public static PowerCurve of(Timeline timeline, Predicate<PowerTrack> wanted, Cancel cancel) {
        List<PowerTrack> tracks = timeline.power().stream().filter(wanted).toList();
        Grid grid = grid(timeline);
        double[] watts = new double[grid.size()];
        int[] measured = new int[grid.size()];
        for (PowerTrack track : tracks) {
            cancel.check();
            Cells cells = new Cells(grid);
            long end = grid.bound(grid.size());
            Held.tell(track.watts(), timeline.start(), end, Long.MIN_VALUE, timeline.validity(), cells);
            cells.addTo(watts, measured);
        }
        for (int i = 0; i < watts.length; i++) {
            watts[i] = measured[i] == 0 ? Double.NaN : watts[i];
        }
        return new PowerCurve(grid, watts, measured, tracks.size());
    }

    private static Grid grid(Timeline timeline) {
        long steps = Math.ceilDiv(timeline.end() - timeline.start(), timeline.step());
        long together = Math.max(1, Math.ceilDiv(steps, (long) Instants.MOST));
        return Grid.regular(timeline.start(), together * timeline.step(), (int) Math.ceilDiv(steps, together));
    }

    /** How many GPUs were measured at some time. */
    public int gpus() {
        return gpus;
    }

    /** What they draw at an instant, in watts; {@code NaN} where none was measured. */
    public double at(long time) {
        return isIn(time) ? watts[grid.cell(time, 0)] : Double.NaN;
    }

    /** How many of them are measured at an instant. */
    public int measuredAt(long time) {
        return isIn(time) ? measured[grid.cell(time, 0)] : 0;
    }

    private boolean isIn(long time) {
        return grid.size() > 0 && time >= grid.bound(0) && time < grid.bound(grid.size());
    }

    /** Whether every one of them was measured at every instant of a range. */
    public boolean isComplete(long from, long to) {
        return cells(from, to).stream().allMatch(i -> measured[i] == gpus);
    }

    /** What it amounts to in a range, in watts; times without any reading are left out. */
    public RangeStatistics statistics(long from, long to) {
        return RangeStatistics.of(grid, watts, from, to, Double.POSITIVE_INFINITY);
    }

    /** The energy of a range as far as it was measured, in kilowatt-hours. */
    public double kilowattHours(long from, long to) {
        double sum = 0;
        for (int i : cells(from, to)) {
            if (!Double.isNaN(watts[i])) {
                sum += watts[i] * (Math.min(to, grid.bound(i + 1)) - Math.max(from, grid.bound(i)));
            }
        }
        return sum / WATT_MILLIS;
    }

    private List<Integer> cells(long from, long to) {
        List<Integer> cells = new ArrayList<>();
        for (int i = grid.size() == 0 ? 0 : grid.cell(from, 0); i < grid.size() && grid.bound(i) < to; i++) {
            cells.add(i);
        }
        return cells;
    }

    /**
     * The curve of a window, cut into parts of equal length.
     *
     * @param from the first instant
     * @param to the instant after the last; later than {@code from}
     * @param points how many parts, at least 1
     */
    public Window.Curve window(long from, long to, int points) {
        return Window.Curve.of(Grid.even(from, to, points), grid, watts);
    }

    /** What one GPU draws in each cell: the mean of the time of it for which there is a reading. */
    private static final class Cells implements InstanceTrack.Pieces {
        private final Grid grid;
        private final double[] sums;
        private final double[] known;
        private int hint;

        Cells(Grid grid) {
            this.grid = grid;
            sums = new double[grid.size()];
            known = new double[grid.size()];
        }

        @Override
        public void piece(long from, long to, double value) {
            if (Double.isNaN(value)) {
                return;
            }
            for (int i = grid.cell(from, hint); i < sums.length && grid.bound(i) < to; i++) {
                double length = Math.min(to, grid.bound(i + 1)) - Math.max(from, grid.bound(i));
                sums[i] += length * value;
                known[i] += length;
                hint = i;
            }
        }

        void addTo(double[] watts, int[] measured) {
            Arrays.setAll(measured, i -> measured[i] + (known[i] > 0 ? 1 : 0));
            Arrays.setAll(watts, i -> watts[i] + (known[i] > 0 ? sums[i] / known[i] : 0));
        }
    }
}
