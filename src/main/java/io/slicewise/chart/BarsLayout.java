package io.slicewise.chart;

import io.slicewise.chart.BarsChart.Category;
import java.util.List;

/**
 * Decides whether groups of bars stand or lie. They stand where their names fit below them; they lie where names are
 * too long for that and there is height enough; and where there is room for neither, they take the longer side.
 */
final class BarsLayout {
    private BarsLayout() {}

    static void draw(BarsChart chart, Sketch sketch, Type type, Area area) {
        // the legend shows what bars look like, so what they look like must be known before it
        boolean stands = stand(chart, sketch, type, area.shrunk(0, Type.line(type.small()), 0, 0));
        double length = stands ? area.width() - CategoryLabels.TICKS : area.height() - 3 * Type.line(type.small());
        Group group =
                Group.of(length / chart.categories().size(), chart.series().size(), Double.MAX_VALUE);
        Area below = area;
        if (chart.series().size() > 1) {
            List<Legend.Entry> entries = chart.series().stream()
                    .map(series -> Legend.Entry.bar(series, Sketch.hasPattern(group.thick())))
                    .toList();
            below = Legend.draw(sketch, type, entries, area);
        }
        if (below.width() < 40 || below.height() < 30) {
            return;
        }
        if (stands) {
            new ColumnsLayout(chart, sketch, type).draw(below);
        } else {
            new RowsLayout(chart, sketch, type).draw(below);
        }
    }

    private static boolean stand(BarsChart chart, Sketch sketch, Type type, Area area) {
        int count = chart.categories().size();
        double band = (area.width() - CategoryLabels.TICKS) / count;
        List<CategoryLabels.Name> names = names(chart);
        Bands bands = Bands.even(count, area.width() - CategoryLabels.TICKS);
        if (CategoryLabels.fitFlat(names, sketch.measure(), type.small(), bands, 3)) {
            return true;
        }
        double row = (area.height() - 2 * Type.line(type.small())) / count;
        double enough = Math.max(Type.line(type.small()) + 2, chart.series().size() * 5 + 6);
        return row < enough && band > row;
    }

    static List<CategoryLabels.Name> names(BarsChart chart) {
        return chart.categories().stream()
                .map(category -> new CategoryLabels.Name(category.name(), false))
                .toList();
    }

    /** The least and the greatest value that the axis must hold; zero is always on it, as bars begin there. */
    static double[] range(BarsChart chart) {
        double[] range = {0, 0};
        for (Category category : chart.categories()) {
            for (double value : category.values()) {
                if (Double.isFinite(value)) {
                    range[0] = Math.min(range[0], value);
                    range[1] = Math.max(range[1], value);
                }
            }
        }
        return Plot.range(range, chart.references());
    }

    /**
     * Where the bars of a group lie across their direction.
     *
     * @param first the side of the first bar, from the side of the band
     * @param thick how thick each bar is
     * @param pitch from one bar to the next
     */
    record Group(double first, double thick, double pitch) {
        static Group of(double band, int series, double thickest) {
            double room = band * (band < 12 ? 0.86 : 0.76);
            double pitch = Math.min(room / series, thickest);
            double gap = pitch >= 6 ? 1.5 : pitch >= 3 ? 0.5 : 0;
            double used = series * pitch - gap;
            return new Group((band - used) / 2, pitch - gap, pitch);
        }
    }
}
