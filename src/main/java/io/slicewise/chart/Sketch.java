package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.List;

/** The sheet that a layout draws on: marks and hits so far, and the strokes that every chart is made of. */
final class Sketch {
    private static final double HATCH_PITCH = 5;
    private static final double THINNEST_PATTERN = 6;
    private static final double TINT = 0.22;

    private final TextMeasure measure;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();

    Sketch(TextMeasure measure) {
        this.measure = measure;
    }

    TextMeasure measure() {
        return measure;
    }

    List<Mark> marks() {
        return marks;
    }

    List<Hit> hits() {
        return hits;
    }

    void add(Mark mark) {
        marks.add(mark);
    }

    void hit(Hit hit) {
        hits.add(hit);
    }

    void text(String text, double x, double baseline, Anchor anchor, double size, Weight weight, ColorRole role) {
        if (!text.isEmpty()) {
            add(new Mark.Label(text, x, baseline, anchor, size, weight, role, 0));
        }
    }

    void line(double x1, double y1, double x2, double y2, ColorRole role, double width, Dash dash) {
        add(new Mark.Line(List.of(new Point(x1, y1), new Point(x2, y2)), role, width, dash));
    }

    /** A thin line from left to right, on whole pixels so that it stays sharp. */
    void across(double x1, double x2, double y, ColorRole role, Dash dash) {
        line(x1, crisp(y), x2, crisp(y), role, 1, dash);
    }

    /** A thin line from top to bottom, on whole pixels so that it stays sharp. */
    void upright(double x, double y1, double y2, ColorRole role, Dash dash) {
        line(crisp(x), y1, crisp(x), y2, role, 1, dash);
    }

    /** A dot with a ring of the background, so that it stands out from lines below it. */
    void dot(double x, double y, double radius, ColorRole role) {
        add(new Mark.Dot(x, y, radius + 1.5, ColorRole.SURFACE));
        add(new Mark.Dot(x, y, radius, role));
    }

    /** A bar; the corners are round only where there is room for them. */
    void bar(Area area, ColorRole role, Pattern pattern) {
        double thin = Math.min(area.width(), area.height());
        double radius = thin < 6 ? 0 : Math.min(2.5, thin / 4);
        if (pattern == Pattern.SOLID || !hasPattern(thin)) {
            add(new Mark.Box(area, radius, role, 1));
            return;
        }
        // the grid must not shine through the tint
        add(new Mark.Box(area, radius, ColorRole.SURFACE, 1));
        add(new Mark.Box(area, radius, role, TINT));
        if (pattern == Pattern.HATCHED) {
            hatch(area, role);
        }
        add(new Mark.Border(area, radius, role));
    }

    /** Whether a pattern can be told from noise on a bar as thick as that. */
    static boolean hasPattern(double thick) {
        return thick >= THINNEST_PATTERN;
    }

    private void hatch(Area area, ColorRole role) {
        Area inner = area.shrunk(0.5, 0.5, 0.5, 0.5);
        // lines x + y = c; starting on a common grid makes neighbouring bars look like one cloth
        double first = Math.ceil((inner.x() + inner.y()) / HATCH_PITCH) * HATCH_PITCH;
        for (double c = first; c < inner.right() + inner.bottom(); c += HATCH_PITCH) {
            double x1 = Math.max(inner.x(), c - inner.bottom());
            double x2 = Math.min(inner.right(), c - inner.y());
            if (x2 - x1 > 0.5) {
                line(x1, c - x1, x2, c - x2, role, 1, Dash.SOLID);
            }
        }
    }

    static double crisp(double v) {
        return Math.floor(v) + 0.5;
    }
}
