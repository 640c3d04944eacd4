package io.slicewise.desktop.present;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.InstanceGroup;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The three figures as one picture: columns as high as the utilization, whose mean height, weighed by their widths, is
 * the figure. At stage 0 all are equally wide and the mean is S; at stage 1 they are as wide as their weights and it is
 * W; at stage 2 what is not allocated stands beside them, empty, and it is G. In between both go evenly.
 *
 * @param columns the instances from left to right; of many, the profiles
 * @param total the figures
 */
record Morph(List<Column> columns, Averages total) {
    /** More columns than this cannot be told apart from the back of a room. */
    static final int MOST_COLUMNS = 60;

    Morph {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param refs the instances that it stands for
     * @param name what it is called
     * @param utilization its height, a ratio
     * @param shareOfCount its width at stage 0, of 1
     * @param shareOfWeight its width at stage 1, of 1
     */
    record Column(Set<InstanceRef> refs, String name, double utilization, double shareOfCount, double shareOfWeight) {
        Column {
            refs = Set.copyOf(refs);
        }
    }

    /** What a bar of the picture stands for. */
    enum Kind {
        /** A column; its place in the list is that of its column. */
        REPORTED,
        /** Instances without a reading, taken to be as busy as the others, as G takes them. */
        SILENT,
        /** What is not allocated. */
        FREE
    }

    /**
     * A bar at some stage.
     *
     * @param kind what it stands for
     * @param x its left edge, 0 to 1
     * @param width its width; all of them together are 1
     * @param height its height, a ratio
     */
    record Bar(Kind kind, double x, double width, double height) {}

    /** The picture of these figures; no column where there is no weighted average. */
    static Morph of(Figures figures) {
        Averages total = figures.total();
        if (Double.isNaN(total.weightedAverage())) {
            return new Morph(List.of(), total);
        }
        boolean many = total.reported() > MOST_COLUMNS;
        Naming naming = Naming.of(figures);
        List<Column> columns = InstanceGroup.of(figures, many).stream()
                .map(group -> column(group, naming.group(group, many)))
                .toList();
        return new Morph(columns, total);
    }

    private static Column column(InstanceGroup group, String name) {
        return new Column(
                new LinkedHashSet<>(group.refs()),
                name,
                group.utilization(),
                group.shareOfCount(),
                group.shareOfWeight());
    }

    /** The last stage: 2 where there is a figure of the whole GPU, 1 where there is none. */
    int lastStage() {
        return Double.isNaN(total.wholeGpu()) ? 1 : 2;
    }

    /** The mean height at a stage: S at 0, W at 1, G at 2. */
    double mean(double stage) {
        double at = within(stage);
        return at <= 1
                ? between(total.instanceAverage(), total.weightedAverage(), at)
                : between(total.weightedAverage(), total.wholeGpu(), at - 1);
    }

    /** The bars at a stage, from left to right; the columns first, in their order. */
    List<Bar> bars(double stage) {
        double at = within(stage);
        double even = Math.min(at, 1);
        double out = Math.max(0, at - 1);
        double reported = between(1, total.reportedWeight() / total.totalWeight(), out);
        List<Bar> bars = new ArrayList<>();
        double x = 0;
        for (Column column : columns) {
            double width = reported * between(column.shareOfCount(), column.shareOfWeight(), even);
            bars.add(new Bar(Kind.REPORTED, x, width, column.utilization()));
            x += width;
        }
        if (out > 0) {
            double silent = out * (total.allocatedWeight() - total.reportedWeight()) / total.totalWeight();
            bars.add(new Bar(Kind.SILENT, x, silent, total.weightedAverage()));
            bars.add(new Bar(Kind.FREE, x + silent, Math.max(0, 1 - x - silent), 0));
        }
        return bars;
    }

    private double within(double stage) {
        return Math.clamp(stage, 0, lastStage());
    }

    /** A weighted sum that is exact at both ends; a whole that is not known plays no part before it is reached. */
    private static double between(double from, double to, double share) {
        return share == 0 ? from : share == 1 ? to : from * (1 - share) + to * share;
    }
}
