package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.TextMeasure.Weight;

/** The axis below the marks: its line, ticks, their figures and the title. */
final class AlongAxis {
    private AlongAxis() {}

    /**
     * Draws it.
     *
     * @param plot where the marks are
     * @param scale values to pixels, to the right
     * @param titled whether the title stands below the figures; else the unit stands at each of them
     * @param within what the title must not leave
     */
    static void draw(Sketch sketch, Type type, Area plot, Scale scale, Axis axis, boolean titled, Area within) {
        double line = Type.line(type.small());
        double baseline = plot.bottom() + 4 + line / 2 + Type.middle(type.small());
        sketch.across(plot.x(), plot.right(), plot.bottom(), ColorRole.AXIS, Dash.SOLID);
        for (double tick : scale.ticks()) {
            double x = scale.at(tick, plot.x(), plot.right());
            sketch.upright(x, plot.bottom(), plot.bottom() + 4, ColorRole.AXIS, Dash.SOLID);
            String text = axis.unit().tick(tick, scale.step())
                    + (titled ? "" : axis.unit().symbol());
            muted(sketch, type, text, x, baseline);
        }
        if (titled) {
            TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
            String title = fit.clip(axis.heading(), within.width());
            double half = fit.width(title) / 2;
            double x = Math.clamp(plot.centerX(), within.x() + half, Math.max(within.x() + half, within.right() - half));
            muted(sketch, type, title, x, baseline + line);
        }
    }

    private static void muted(Sketch sketch, Type type, String text, double x, double baseline) {
        sketch.text(text, x, baseline, Anchor.MIDDLE, type.small(), Weight.REGULAR, ColorRole.TEXT_MUTED);
    }
}
