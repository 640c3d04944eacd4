package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.Mark.Label;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.List;

/**
 * The room of the marks with its upright value axis: grid, ticks, title of the axis, reference lines.
 *
 * @param area where marks go
 * @param scale values to pixels, upwards
 */
record Plot(Area area, Scale scale) {
    private static final double TICK_GAP = 8;

    /** How far apart the places are that are tried for the words of a line. */
    private static final double WORD_STEP = 6;

    /** The least height at which the axis has a title of its own; below, the unit stands at the uppermost tick. */
    private static final double TITLED = 96;

    /**
     * Room to leave beside the marks.
     *
     * @param aboveMarks above the highest mark, for figures on top
     * @param aboveAll above the whole plot, for the words of a marker
     * @param right for words at the ends of lines
     */
    record Reserve(double aboveMarks, double aboveAll, double right) {
        static Reserve forFigures(Type type) {
            return new Reserve(type.value() + 8, 0, 0);
        }
    }

    /**
     * Draws axis and grid into {@code outer} and returns what is left for the marks.
     *
     * @param range the least and the greatest value of the marks
     * @param outer what there is room for, with the names below the marks already taken off
     */
    static Plot upright(Sketch sketch, Type type, Axis axis, double[] range, Area outer, Reserve reserve) {
        boolean titled = outer.height() >= TITLED && !axis.heading().isEmpty();
        double title = titled ? Type.line(type.small()) + 4 : type.small() / 2;
        double height = Math.max(1, outer.height() - title - type.small() / 2);
        Scale scale = Scale.of(axis, range[0], range[1], (int) Math.clamp(height / 38, 1, 8));
        double free = (scale.high() - range[1]) / (scale.high() - scale.low()) * height;
        double head = Math.max(reserve.aboveMarks() - free, reserve.aboveAll());
        double top = title + Math.max(type.small() / 2, head);
        List<Double> ticks = scale.ticks();
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
        String[] words = new String[ticks.size()];
        double gutter = 0;
        for (int i = 0; i < words.length; i++) {
            boolean uppermost = i == words.length - 1;
            words[i] = axis.unit().tick(ticks.get(i), scale.step())
                    + (uppermost && !titled ? axis.unit().symbol() : "");
            gutter = Math.max(gutter, fit.width(words[i]));
        }
        Plot plot = new Plot(outer.shrunk(gutter + TICK_GAP, top, reserve.right(), 0), scale);
        if (titled) {
            double baseline = outer.y() + Type.line(type.small()) / 2 + Type.middle(type.small());
            String text = fit.clip(axis.heading(), outer.width());
            sketch.text(text, outer.x(), baseline, Anchor.START, type.small(), Weight.REGULAR, ColorRole.TEXT_MUTED);
        }
        for (int i = 0; i < words.length; i++) {
            plot.tick(sketch, type, ticks.get(i), words[i]);
        }
        return plot;
    }

    private void tick(Sketch sketch, Type type, double value, String word) {
        ColorRole role = Math.abs(value) < 1e-12 ? ColorRole.AXIS : ColorRole.GRID;
        sketch.across(area.x(), area.right(), y(value), role, Dash.SOLID);
        double baseline = y(value) + Type.middle(type.small());
        double x = area.x() - TICK_GAP;
        sketch.text(word, x, baseline, Anchor.END, type.small(), Weight.REGULAR, ColorRole.TEXT_MUTED);
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

    /** Words do not cross a dashed line. */
    void takeReferenceLines(FreeRoom room, List<Reference> references) {
        for (Reference reference : references) {
            if (Double.isFinite(reference.value())) {
                room.take(new Area(area.x(), y(reference.value()) - 0.5, area.width(), 1.5));
            }
        }
    }

    /**
     * Puts the words of the lines where there is room: above the line, as far right as can be, else below it in the
     * same way.
     */
    void referenceWords(Sketch sketch, Type type, FreeRoom room, List<Reference> references) {
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.SEMIBOLD);
        for (Reference reference : references) {
            if (Double.isFinite(reference.value())) {
                String text = fit.clip(reference.label(), area.width());
                double above = y(reference.value()) - 4;
                double below = y(reference.value()) + type.small() + 2;
                double leftmost = area.x() + 2 + fit.width(text);
                List<Label> places = new ArrayList<>();
                for (double baseline : new double[] {above, below}) {
                    for (double right = area.right(); right > leftmost; right -= WORD_STEP) {
                        places.add(word(type, text, reference.role(), right, baseline));
                    }
                    places.add(word(type, text, reference.role(), leftmost, baseline));
                }
                room.placeAnyway(places);
            }
        }
    }

    private static Label word(Type type, String text, ColorRole role, double x, double baseline) {
        return new Label(text, x, baseline, Anchor.END, type.small(), Weight.SEMIBOLD, role, 0);
    }

    /** The range that holds the seed and every reference. */
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
