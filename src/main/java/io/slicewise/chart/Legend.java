package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of the series with a sample of each, in rows above the chart. */
final class Legend {
    private static final double SAMPLE = 14;
    private static final double GAP = 6;
    private static final double BETWEEN = 18;

    private Legend() {}

    /**
     * One name of the legend.
     *
     * @param name what it is called
     * @param figure what it stands at; may be empty
     * @param role its colour
     * @param pattern how its bars are filled
     * @param dash how its line is interrupted; {@code null} for bars
     */
    record Entry(
            String name,
            String figure,
            ColorRole role,
            Pattern pattern,
            @Nullable Dash dash) {
        static Entry bar(BarsChart.Series series, boolean patterned) {
            return new Entry(series.name(), "", series.role(), patterned ? series.pattern() : Pattern.SOLID, null);
        }

        static Entry line(LinesChart.Series series, Dash dash, String figure) {
            return new Entry(series.name(), figure, series.role(), Pattern.SOLID, dash);
        }
    }

    /** Draws the rows and returns the room below them. */
    static Area draw(Sketch sketch, Type type, List<Entry> entries, Area area) {
        if (entries.isEmpty()) {
            return area;
        }
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
        TextFit bold = new TextFit(sketch.measure(), type.small(), Weight.SEMIBOLD);
        double pitch = Type.line(type.small()) + 3;
        double x = area.x();
        double y = area.y() + pitch / 2;
        for (Entry entry : entries) {
            double figure = entry.figure().isEmpty() ? 0 : bold.width(entry.figure()) + GAP;
            String name = fit.clip(entry.name(), area.width() - SAMPLE - GAP - figure);
            double width = SAMPLE + GAP + fit.width(name) + figure;
            if (x > area.x() && x + width > area.right()) {
                x = area.x();
                y += pitch;
            }
            sample(sketch, entry, x, y);
            double baseline = y + Type.middle(type.small());
            sketch.text(name, x + SAMPLE + GAP, baseline, Anchor.START, type.small(), Weight.REGULAR, ColorRole.TEXT);
            double end = x + width;
            sketch.text(entry.figure(), end, baseline, Anchor.END, type.small(), Weight.SEMIBOLD, entry.role());
            x = end + BETWEEN;
        }
        double used = y + pitch / 2 - area.y() + 6;
        return area.shrunk(0, used, 0, 0);
    }

    private static void sample(Sketch sketch, Entry entry, double x, double y) {
        if (entry.dash() == null) {
            sketch.bar(new Area(x, y - 5, SAMPLE, 10), entry.role(), entry.pattern());
        } else {
            sketch.line(x, y, x + SAMPLE, y, entry.role(), 2, entry.dash());
        }
    }
}
