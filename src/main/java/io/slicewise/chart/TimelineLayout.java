package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.TextMeasure.Weight;
import io.slicewise.chart.TimelineChart.Curve;
import io.slicewise.chart.TimelineChart.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out figures over time: a legend with what each figure is at the cursor, the curves, each with a shadow from the
 * least to the largest value where a part holds several, the strip of the coverage, and the clock.
 */
final class TimelineLayout {
    private static final double STRIP = 8;
    private static final double STRIP_GAP = 6;
    private static final double SHADOW = 0.16;
    private static final double STROKE = 1.75;

    /** Below this height the curves need the room of the coverage. */
    private static final double SMALL = 96;

    private final TimelineChart chart;
    private final Sketch sketch;
    private final Type type;

    private TimelineLayout(TimelineChart chart, Sketch sketch, Type type) {
        this.chart = chart;
        this.sketch = sketch;
        this.type = type;
    }

    static void draw(TimelineChart chart, Sketch sketch, Type type, Area area) {
        new TimelineLayout(chart, sketch, type).draw(area);
    }

    private void draw(Area area) {
        Area below = Legend.draw(sketch, type, legend(), area);
        double line = Type.line(type.small());
        double strip = chart.coverage() == null || below.height() < SMALL ? 0 : STRIP + STRIP_GAP;
        boolean titled = below.height() > 6 * line + strip;
        double under = strip + line + 6 + (titled ? line : 0);
        if (below.width() < 60 || below.height() < under + 2 * line) {
            return;
        }
        double head = chart.cursor() == null && chart.events().isEmpty() ? 0 : type.small() + 8;
        Plot plot = Plot.upright(
                sketch,
                type,
                chart.values(),
                Plot.range(range(), chart.references()),
                below.shrunk(0, 0, 4, under),
                new Plot.Reserve(0, head, 0));
        Area marks = plot.area();
        clock(marks, marks.bottom() + strip, titled, below);
        chart.curves().forEach(curve -> shadow(plot, curve));
        plot.referenceLines(sketch, chart.references());
        events(marks);
        for (int i = 0; i < chart.curves().size(); i++) {
            curve(plot, chart.curves().get(i), Dash.ofLine(i));
        }
        if (strip > 0) {
            coverage(marks);
        }
        if (!chart.references().isEmpty()) {
            plot.referenceWords(sketch, type, freeRoom(plot), chart.references());
        }
        cursor(plot, below);
        hits(plot, below, marks.bottom() + strip);
    }

    private List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < chart.curves().size(); i++) {
            Curve curve = chart.curves().get(i);
            String figure =
                    Double.isFinite(curve.atCursor()) ? chart.values().unit().withSymbol(curve.atCursor()) : "";
            entries.add(new Legend.Entry(curve.name(), figure, curve.role(), Pattern.SOLID, Dash.ofLine(i)));
        }
        if (chart.coverage() != null) {
            entries.add(new Legend.Entry(chart.coverage().name(), "", ColorRole.NEUTRAL, Pattern.SOLID, null));
        }
        return entries;
    }

    private double[] range() {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Curve curve : chart.curves()) {
            for (int i = 0; i < curve.means().size(); i++) {
                if (!Double.isNaN(curve.means().get(i))) {
                    range[0] = Math.min(range[0], curve.lows().get(i));
                    range[1] = Math.max(range[1], curve.highs().get(i));
                }
            }
        }
        return range;
    }

    private double left(Area marks, int part) {
        return marks.x() + marks.width() * part / chart.parts();
    }

    private double middle(Area marks, int part) {
        return marks.x() + marks.width() * (part + 0.5) / chart.parts();
    }

    /** From the least to the largest value of each part; parts of one value need none. */
    private void shadow(Plot plot, Curve curve) {
        double width = plot.area().width() / chart.parts();
        for (int i = 0; i < chart.parts(); i++) {
            double low = curve.lows().get(i);
            double high = curve.highs().get(i);
            if (high - low > 1e-9) {
                double top = plot.y(high);
                Area area = new Area(left(plot.area(), i), top, width, plot.y(low) - top);
                sketch.add(new Mark.Box(area, 0, curve.role(), SHADOW));
            }
        }
    }

    private void curve(Plot plot, Curve curve, Dash dash) {
        List<Point> run = new ArrayList<>();
        for (int i = 0; i < chart.parts(); i++) {
            double value = curve.means().get(i);
            if (Double.isNaN(value)) {
                finish(run, curve.role(), dash);
            } else {
                run.add(new Point(middle(plot.area(), i), plot.y(value)));
            }
        }
        finish(run, curve.role(), dash);
    }

    /** Where words cross no curve, no dashed line and no event; a line high up has its words above the marks. */
    private FreeRoom freeRoom(Plot plot) {
        Area marks = plot.area();
        // the words of the cursor stand there
        double head = chart.cursor() == null ? type.small() + 4 : 0;
        FreeRoom room =
                new FreeRoom(sketch, new Area(marks.x(), marks.y() - head, marks.width(), marks.height() + head));
        plot.takeReferenceLines(room, chart.references());
        for (Event event : chart.events()) {
            double x = chart.time().at(event.time(), marks.x(), marks.right());
            room.take(new Area(x - 4, marks.y() - head, 8, head + marks.height()));
        }
        double width = marks.width() / chart.parts();
        for (int part = 0; part < chart.parts(); part++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (Curve curve : chart.curves()) {
                if (!Double.isNaN(curve.means().get(part))) {
                    low = Math.min(low, curve.lows().get(part));
                    high = Math.max(high, curve.highs().get(part));
                }
            }
            if (high >= low) {
                double top = plot.y(high);
                room.take(new Area(left(marks, part), top - STROKE, width, plot.y(low) - top + 2 * STROKE));
            }
        }
        return room;
    }

    private void finish(List<Point> run, ColorRole role, Dash dash) {
        if (run.size() == 1) {
            sketch.add(new Mark.Dot(run.getFirst().x(), run.getFirst().y(), STROKE, role));
        } else if (run.size() > 1) {
            sketch.add(new Mark.Line(run, role, STROKE, dash));
        }
        run.clear();
    }

    private void events(Area marks) {
        for (Event event : chart.events()) {
            if (event.time() >= chart.time().from()
                    && event.time() < chart.time().to()) {
                double x = chart.time().at(event.time(), marks.x(), marks.right());
                sketch.upright(x, marks.y() - 3, marks.bottom(), ColorRole.CEILING, Dash.DASHED);
                sketch.add(new Mark.Dot(x, marks.y() - 6, 3, ColorRole.CEILING));
            }
        }
    }

    /** Filled as high as the share that reported; less than all in the colour of what is wrong. */
    private void coverage(Area marks) {
        TimelineChart.Coverage coverage = chart.coverage();
        if (coverage == null) {
            return;
        }
        double top = marks.bottom() + STRIP_GAP;
        int begin = 0;
        for (int i = 1; i <= chart.parts(); i++) {
            double share = coverage.shares().get(begin);
            boolean same =
                    i < chart.parts() && Double.compare(share, coverage.shares().get(i)) == 0;
            if (!same) {
                double x = left(marks, begin);
                cover(share, new Area(x, top, left(marks, i) - x, STRIP));
                begin = i;
            }
        }
    }

    private void cover(double share, Area area) {
        if (Double.isNaN(share)) {
            return;
        }
        if (share >= 1) {
            sketch.add(new Mark.Box(area, 0, ColorRole.NEUTRAL, 0.55));
        } else {
            sketch.add(new Mark.Box(area, 0, ColorRole.NEGATIVE, SHADOW));
            sketch.add(new Mark.Box(area.shrunk(0, STRIP * (1 - share), 0, 0), 0, ColorRole.NEGATIVE, 1));
        }
    }

    private void clock(Area marks, double at, boolean titled, Area below) {
        double line = Type.line(type.small());
        double baseline = at + 5 + line / 2 + Type.middle(type.small());
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
        double free = below.x();
        for (TimeAxis.Tick tick : chart.time().ticks((int) Math.clamp(marks.width() / 90, 2, 16))) {
            double x = chart.time().at(tick.time(), marks.x(), marks.right());
            sketch.upright(x, marks.y(), marks.bottom(), ColorRole.GRID, Dash.SOLID);
            sketch.upright(x, at, at + 4, ColorRole.AXIS, Dash.SOLID);
            double half = fit.width(tick.words()) / 2;
            if (x - half >= free && x + half <= below.right()) {
                muted(tick.words(), x, baseline, Anchor.MIDDLE);
                free = x + half + 8;
            }
        }
        if (titled) {
            muted(fit.clip(chart.time().days(), marks.width()), marks.right(), baseline + line, Anchor.END);
        }
    }

    private void muted(String text, double x, double baseline, Anchor anchor) {
        sketch.text(text, x, baseline, anchor, type.small(), Weight.REGULAR, ColorRole.TEXT_MUTED);
    }

    private void cursor(Plot plot, Area outer) {
        TimelineChart.Cursor cursor = chart.cursor();
        if (cursor == null
                || cursor.time() < chart.time().from()
                || cursor.time() > chart.time().to()) {
            return;
        }
        Area marks = plot.area();
        double x = chart.time().at(cursor.time(), marks.x(), marks.right());
        sketch.line(x, marks.y() - 4, x, marks.bottom(), ColorRole.ACCENT, 1.5, Dash.SOLID);
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.SEMIBOLD);
        String label = fit.clip(cursor.label(), outer.width());
        double half = fit.width(label) / 2;
        double at = Math.clamp(x, outer.x() + half, Math.max(outer.x() + half, outer.right() - half));
        Area ground = new Area(at - half - 4, marks.y() - type.small() - 10, 2 * half + 8, type.small() + 7);
        sketch.add(new Mark.Box(ground, 3, ColorRole.SURFACE, 1));
        sketch.text(label, at, marks.y() - 8, Anchor.MIDDLE, type.small(), Weight.SEMIBOLD, ColorRole.ACCENT);
        for (Curve curve : chart.curves()) {
            if (Double.isFinite(curve.atCursor())) {
                sketch.dot(x, plot.y(curve.atCursor()), 3.5, curve.role());
            }
        }
    }

    private void hits(Plot plot, Area outer, double bottom) {
        Area marks = plot.area();
        for (int part = 0; part < chart.parts(); part++) {
            double x = left(marks, part);
            double at = middle(marks, part);
            Mark line = new Mark.Line(
                    List.of(new Point(at, marks.y()), new Point(at, marks.bottom())),
                    ColorRole.TEXT_MUTED,
                    1,
                    Dash.SOLID);
            Area area = new Area(x, outer.y(), left(marks, part + 1) - x, bottom - outer.y());
            sketch.hit(new Hit(part, area, new Point(at, marks.centerY()), List.of(line)));
        }
    }
}
