package io.slicewise.chart;

import io.slicewise.chart.LinesChart.Sample;
import io.slicewise.chart.LinesChart.Series;
import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.Mark.Label;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.List;

/** Lays out lines over a numeric axis, with their names at their ends where there is width for that. */
final class LinesLayout {
    /** Below this width names stand in a legend, and lines are dashed differently. */
    private static final double NAMES_AT_ENDS = 420;

    private static final int MOST_NAMES_AT_ENDS = 8;

    private final LinesChart chart;
    private final Sketch sketch;
    private final Type type;
    private final boolean namesAtEnds;
    private final double stroke;

    private LinesLayout(LinesChart chart, Sketch sketch, Type type, Area area) {
        this.chart = chart;
        this.sketch = sketch;
        this.type = type;
        this.namesAtEnds = area.width() >= NAMES_AT_ENDS && chart.series().size() <= MOST_NAMES_AT_ENDS;
        this.stroke = area.width() < NAMES_AT_ENDS ? 1.75 : 2.25;
    }

    static void draw(LinesChart chart, Sketch sketch, Type type, Area area) {
        new LinesLayout(chart, sketch, type, area).draw(area);
    }

    private void draw(Area area) {
        Area below = namesAtEnds ? area : Legend.draw(sketch, type, legend(), area);
        double line = Type.line(type.small());
        boolean titled = below.height() > 7 * line && !chart.along().heading().isEmpty();
        double under = line + 4 + (titled ? line : 0);
        if (below.width() < 40 || below.height() < under + 20) {
            return;
        }
        Area outer = below.shrunk(0, 0, 0, under);
        TextFit names = new TextFit(sketch.measure(), type.value(), Weight.SEMIBOLD);
        double widest = chart.series().stream()
                .mapToDouble(series -> names.width(series.name()))
                .max()
                .orElse(0);
        double right = namesAtEnds ? Math.min(widest, area.width() * 0.3) + 12 : type.small();
        Plot plot =
                Plot.upright(sketch, type, chart.values(), valueRange(), outer, new Plot.Reserve(0, headroom(), right));
        Scale along = alongScale(plot.area().width());
        AlongAxis.draw(sketch, type, plot.area(), along, chart.along(), titled, below);
        plot.referenceLines(sketch, chart.references());
        markerLine(plot, along);
        for (int i = 0; i < chart.series().size(); i++) {
            line(plot, along, chart.series().get(i), dash(i));
        }
        FreeRoom room = words(plot, along, outer);
        plot.referenceWords(sketch, type, room, chart.references());
        if (namesAtEnds) {
            new EndNames(sketch, type, plot, along).draw(chart.series(), right - 12);
        }
        hits(plot, along, below);
    }

    /** What a line has at the marker, for the legend; empty where it has nothing there. */
    private String markerFigure(int index) {
        if (chart.marker() == null) {
            return "";
        }
        double value = chart.series().get(index).at(chart.marker().x());
        return Double.isFinite(value) ? chart.values().unit().number(value) : "";
    }

    /** Room for the words of the marker above the lines. */
    private double headroom() {
        return chart.marker() == null ? 0 : type.value() + 8;
    }

    private Dash dash(int index) {
        return namesAtEnds ? Dash.SOLID : Dash.ofLine(index);
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            entries.add(Legend.Entry.line(chart.series().get(i), dash(i), markerFigure(i)));
        }
        return entries;
    }

    private double[] valueRange() {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Series series : chart.series()) {
            for (Sample sample : series.samples()) {
                if (sample.isFigure()) {
                    range[0] = Math.min(range[0], sample.y());
                    range[1] = Math.max(range[1], sample.y());
                }
            }
        }
        return Plot.range(range, chart.references());
    }

    private Scale alongScale(double width) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (Series series : chart.series()) {
            for (Sample sample : series.samples()) {
                if (Double.isFinite(sample.x())) {
                    least = Math.min(least, sample.x());
                    greatest = Math.max(greatest, sample.x());
                }
            }
        }
        // data span the width: an axis that ends beyond them would leave a part of the chart bare
        Axis axis = chart.along();
        return Scale.of(
                axis.between(
                        Double.isFinite(axis.from()) ? axis.from() : least,
                        Double.isFinite(axis.to()) ? axis.to() : greatest),
                least,
                greatest,
                (int) Math.clamp(width / 64, 1, 10));
    }

    private void line(Plot plot, Scale along, Series series, Dash dash) {
        List<Point> run = new ArrayList<>();
        for (Sample sample : series.samples()) {
            if (sample.isFigure()) {
                run.add(at(plot, along, sample.x(), sample.y()));
            } else {
                finish(run, series.role(), dash);
            }
        }
        finish(run, series.role(), dash);
    }

    /** Ends a run of samples before a gap; a sample alone between two gaps is a dot. */
    private void finish(List<Point> run, ColorRole role, Dash dash) {
        if (run.size() == 1) {
            sketch.add(new Mark.Dot(run.getFirst().x(), run.getFirst().y(), stroke, role));
        } else if (run.size() > 1) {
            sketch.add(new Mark.Line(run, role, stroke, dash));
        }
        run.clear();
    }

    private static Point at(Plot plot, Scale along, double x, double y) {
        return new Point(along.at(x, plot.area().x(), plot.area().right()), plot.y(y));
    }

    private boolean markerIsOn(Scale along) {
        return chart.marker() != null
                && chart.marker().x() >= along.low()
                && chart.marker().x() <= along.high();
    }

    private void markerLine(Plot plot, Scale along) {
        if (chart.marker() != null && markerIsOn(along)) {
            double x = along.at(chart.marker().x(), plot.area().x(), plot.area().right());
            sketch.upright(x, plot.area().y() - 4, plot.area().bottom(), ColorRole.TEXT_MUTED, Dash.SOLID);
        }
    }

    /** The label of the marker, its dots and their figures; returns what is taken by them and by the lines. */
    private FreeRoom words(Plot plot, Scale along, Area outer) {
        Area area = plot.area();
        double head = headroom();
        FreeRoom room =
                new FreeRoom(sketch, new Area(area.x(), area.y() - head, area.width() + 8, area.height() + head));
        takeLines(plot, along, room);
        plot.takeReferenceLines(room, chart.references());
        if (chart.marker() == null || !markerIsOn(along)) {
            return room;
        }
        double x = along.at(chart.marker().x(), area.x(), area.right());
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.SEMIBOLD);
        String label = fit.clip(chart.marker().label(), outer.width());
        double half = fit.width(label) / 2;
        double middle = Math.clamp(x, outer.x() + half, Math.max(outer.x() + half, outer.right() - half));
        Label words = new Label(
                label, middle, area.y() - 8, Anchor.MIDDLE, type.small(), Weight.SEMIBOLD, ColorRole.ACCENT, 0);
        sketch.add(words);
        room.take(words.bounds(sketch.measure()));
        for (Series series : chart.series()) {
            double value = series.at(chart.marker().x());
            if (Double.isFinite(value)) {
                sketch.dot(x, plot.y(value), 4, series.role());
                room.take(new Area(x - 5, plot.y(value) - 5, 10, 10));
            }
        }
        if (namesAtEnds) {
            chart.series().forEach(series -> dotFigure(plot, x, series, room));
        }
        return room;
    }

    private void dotFigure(Plot plot, double x, Series series, FreeRoom room) {
        double value =
                chart.marker() == null ? Double.NaN : series.at(chart.marker().x());
        if (!Double.isFinite(value)) {
            return;
        }
        double y = plot.y(value);
        String text = chart.values().unit().number(value);
        List<Label> places = new ArrayList<>();
        for (double baseline : new double[] {y - 7, y + type.value() + 5}) {
            places.add(figure(text, x + 7, baseline, Anchor.START, series.role()));
            places.add(figure(text, x - 7, baseline, Anchor.END, series.role()));
        }
        room.place(places);
    }

    private Label figure(String text, double x, double baseline, Anchor anchor, ColorRole role) {
        return new Label(text, x, baseline, anchor, type.value(), Weight.SEMIBOLD, role, 0);
    }

    /** Lines are obstacles for words, in pieces short enough that their rectangles follow the slope. */
    private void takeLines(Plot plot, Scale along, FreeRoom room) {
        int pieces = (int) Math.clamp(plot.area().width() / 12, 1, 120);
        for (Series series : chart.series()) {
            for (int i = 0; i < pieces; i++) {
                double x1 = along.low() + (along.high() - along.low()) * i / pieces;
                double x2 = along.low() + (along.high() - along.low()) * (i + 1) / pieces;
                double y1 = series.at(x1);
                double y2 = series.at(x2);
                if (Double.isFinite(y1) && Double.isFinite(y2)) {
                    Point from = at(plot, along, x1, y1);
                    Point to = at(plot, along, x2, y2);
                    room.take(Area.between(from.x(), from.y(), to.x(), to.y()).grown(1.5));
                }
            }
        }
    }

    /** One region for every place along the lower axis where a sample lies, from halfway to halfway. */
    private void hits(Plot plot, Scale along, Area below) {
        List<Double> xs = places(chart);
        Area area = plot.area();
        for (int i = 0; i < xs.size(); i++) {
            double x = along.at(xs.get(i), area.x(), area.right());
            double from = i == 0 ? area.x() : (x + along.at(xs.get(i - 1), area.x(), area.right())) / 2;
            double to = i == xs.size() - 1 ? area.right() : (x + along.at(xs.get(i + 1), area.x(), area.right())) / 2;
            List<Mark> light = new ArrayList<>();
            light.add(new Mark.Line(
                    List.of(new Point(x, area.y()), new Point(x, area.bottom())), ColorRole.TEXT_MUTED, 1, Dash.SOLID));
            double top = area.bottom();
            for (Series series : chart.series()) {
                double value = series.at(xs.get(i));
                if (Double.isFinite(value)) {
                    light.add(new Mark.Dot(x, plot.y(value), 4, series.role()));
                    top = Math.min(top, plot.y(value));
                }
            }
            Area slice = Area.between(from, area.y(), to, Math.min(below.bottom(), area.bottom() + 20));
            sketch.hit(new Hit(i, slice, new Point(x, top), light));
        }
    }

    /** Every place along the lower axis where a series has a sample, ascending. */
    static List<Double> places(LinesChart chart) {
        return chart.series().stream()
                .flatMap(series -> series.samples().stream())
                .map(Sample::x)
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .toList();
    }
}
