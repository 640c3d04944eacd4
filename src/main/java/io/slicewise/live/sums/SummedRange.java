package io.slicewise.live.sums;

import io.slicewise.live.query.LabelNames;
import io.slicewise.live.range.Grid;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Curves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A fleet as a server summed it up over a range.
 *
 * @param grid the times
 * @param group what the rows are about
 * @param labels how the server writes labels
 * @param weights what counts how much
 * @param rows each host or GPU, by name
 * @param unknownModels models as printed whose weights are not known
 * @param points how many numbers travelled
 */
public record SummedRange(
        Grid grid,
        Group group,
        LabelNames labels,
        Weights weights,
        List<Row> rows,
        List<String> unknownModels,
        long points) {
    public SummedRange {
        rows = List.copyOf(rows);
        unknownModels = List.copyOf(unknownModels);
    }

    /**
     * A host or a GPU over time.
     *
     * @param host the machine; empty where it was not said
     * @param gpu the UUID; empty in rows of hosts
     * @param sums at each time
     */
    public record Row(String host, String gpu, SumColumns sums) {
        /** {@code node-1}, {@code node-1 · GPU-5fd4…}. */
        public String name() {
            return SummedRange.name(host, gpu);
        }
    }

    /** What a row is called: its host, and its GPU where it is one. */
    public static String name(String host, String gpu) {
        return host.isEmpty() ? gpu : gpu.isEmpty() ? host : host + " · " + gpu;
    }

    /** All rows together at a time; its figures are {@link Sums#averages}. */
    public Sums total(int index) {
        Sums all = Sums.NONE;
        for (Row row : rows) {
            all = all.plus(row.sums().at(index));
        }
        return all;
    }

    /** The figures of some rows together over all of the range; each value holds for a step. */
    public Curves curves(Collection<Row> some) {
        SumColumns sums = some.size() == 1
                ? some.iterator().next().sums()
                : SumColumns.together(grid.count(), some.stream().map(Row::sums).toList());
        List<Averages> figures = new ArrayList<>(grid.count());
        for (int i = 0; i < grid.count(); i++) {
            figures.add(sums.at(i).averages());
        }
        return Curves.ofSteps(weights, grid.from().toEpochMilli(), grid.step().toMillis(), figures);
    }

    /**
     * What was summed up at one of the times, row by row; rows of which the server had nothing then are not there.
     *
     * @param index of the time
     */
    public SummedReading at(int index) {
        List<SummedReading.Row> there = rows.stream()
                .filter(row -> row.sums().at(index).instances() > 0)
                .map(row -> new SummedReading.Row(
                        row.host(), row.gpu(), row.sums().at(index).averages()))
                .toList();
        return new SummedReading(
                grid.at(index), group, labels, there, total(index).averages(), unknownModels);
    }

    /** The last of the times at which the server had anything; the very last where it never had. */
    public int last() {
        for (int i = grid.count() - 1; i > 0; i--) {
            if (total(i).reported() > 0) {
                return i;
            }
        }
        return grid.count() - 1;
    }

    /** The time that an instant belongs to: the last one that is not after it. */
    public int index(Instant time) {
        long since = time.toEpochMilli() - grid.from().toEpochMilli();
        return Math.clamp(Math.floorDiv(since, grid.step().toMillis()), 0, grid.count() - 1);
    }
}
