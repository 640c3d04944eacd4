package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.Mark.Label;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.List;

/**
 * The room of the marks with its upright value axis: grid, ticks, title of the axis, reference lines.
 *
 * @param area where marks go
 * @param scale values to pixels, upwards
 */
record Plot(Area area, Scale scale) {
    private static final double TICK_GAP = 8;

    /** The least height at which the axis has a title of its own; below, the unit stands at the uppermost tick. */
    private static final double TITLED = 96;

    /** Room above the marks for figures on top of them. */
    private static double headroom(Type type) {
        return type.value() + 8;
    }

    /**
     * Draws axis and grid into {@code outer} and returns what is left for the marks.
     *
     * @param outer what there is room for, with the names below the marks already taken off
     * @param right room to leave at the right, for words at the ends of lines
     */
    static Plot upright(Sketch sketch, Type type, Axis axis, double[] range, Area outer, double right) {
        boolean titled = outer.height() >= TITLED && !axis.heading().isEmpty();
        double top = headroom(type) + (titled ? Type.line(type.small()) : 0);
        double height = Math.max(1, outer.height() - top);
        Scale scale = Scale.of(axis, range[0], range[1], (int) Math.clamp(height / 38, 1, 8));
        List<Double> ticks = scale.ticks();
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
        String[] words = new String[ticks.size()];
        double gutter = 0;
        for (int i = 0; i < words.length; i++) {
            boolean uppermost = i == words.length - 1;
            words[i] = axis.unit().tick(ticks.get(i)) + (uppermost && !titled ? axis.unit().symbol() : "");
            gutter = Math.max(gutter, fit.width(words[i]));
        }
        Area area = outer.shrunk(gutter + TICK_GAP, top, right, 0);
        if (titled) {
            double baseline = outer.y() + Type.line(type.small()) / 2 + Type.middle(type.small());
            String title = fit.clip(axis.heading(), outer.width());
            sketch.text(
                    title, outer.x(), baseline, Anchor.START, type.small(), Weight.REGULAR, ColorRole.TEXT_MUTED);
        }
        Plot plot = new Plot(area, scale);
        for (int i = 0; i < words.length; i++) {
            double y = plot.y(ticks.get(i));
            ColorRole role = Math.abs(ticks.get(i)) < 1e-12 ? ColorRole.AXIS : ColorRole.GRID;
            sketch.across(area.x(), area.right(), y, role, Dash.SOLID);
            double baseline = y + Type.middle(type.small());
            sketch.text(
                    words[i],
                    area.x() - TICK_GAP,
                    baseline,
                    Anchor.END,
                    type.small(),
                    Weight.REGULAR,
                    ColorRole.TEXT_MUTED);
        }
        return plot;
    }

    double y(double value) {
        return scale.at(value, area.bottom(), area.y());
    }

    /** Draws the dashed lines; the words come later, when the marks have their room. */
    void referenceLines(Sketch sketch, List<Reference> references) {
        for (Reference reference : references) {
            if (Double.isFinite(reference.value())) {
                sketch.across(area.x(), area.right(), y(reference.value()), reference.role(), Dash.DASHED);
            }
        }
    }

    /** Puts the words of the lines where there is room: at the right or left end, above or below the line. */
    void referenceWords(Sketch sketch, Type type, FreeRoom room, List<Reference> references) {
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.SEMIBOLD);
        for (Reference reference : references) {
            if (Double.isFinite(reference.value())) {
                String text = fit.clip(reference.label(), area.width());
                double above = y(reference.value()) - 4;
                double below = y(reference.value()) + type.small() + 2;
                Label atRight = word(type, text, reference.role(), area.right(), above, Anchor.END);
                Label atLeft = word(type, text, reference.role(), area.x() + 2, above, Anchor.START);
                room.placeAnyway(List.of(
                        atRight,
                        atLeft,
                        word(type, text, reference.role(), area.centerX(), above, Anchor.MIDDLE),
                        word(type, text, reference.role(), area.right(), below, Anchor.END),
                        word(type, text, reference.role(), area.x() + 2, below, Anchor.START)));
            }
        }
    }

    private static Label word(Type type, String text, ColorRole role, double x, double baseline, Anchor anchor) {
        return new Label(text, x, baseline, anchor, type.small(), Weight.SEMIBOLD, role, 0);
    }

    /** Whether all of the label's values lie on the scale; used to find the range that holds everything. */
    static double[] range(double[] seed, List<Reference> references) {
        double[] range = seed.clone();
        for (Reference reference : references) {
            if (Double.isFinite(reference.value())) {
                range[0] = Math.min(range[0], reference.value());
                range[1] = Math.max(range[1], reference.value());
            }
        }
        return range;
    }
}
