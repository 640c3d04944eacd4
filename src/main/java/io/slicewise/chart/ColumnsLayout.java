package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Label;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.List;

/** Groups of standing bars, with names below them. */
final class ColumnsLayout {
    private static final double THICKEST = 34;

    private final BarsChart chart;
    private final Sketch sketch;
    private final Type type;

    ColumnsLayout(BarsChart chart, Sketch sketch, Type type) {
        this.chart = chart;
        this.sketch = sketch;
        this.type = type;
    }

    void draw(Area area) {
        int count = chart.categories().size();
        Bands guess = Bands.even(count, area.width() - CategoryLabels.TICKS);
        CategoryLabels labels = CategoryLabels.plan(
                BarsLayout.names(chart), sketch.measure(), type.small(), guess, area.height() * 0.4);
        Area outer = area.shrunk(0, 0, 0, labels.height());
        Plot plot = Plot.upright(
                sketch, type, chart.values(), BarsLayout.range(chart), outer, Plot.Reserve.forFigures(type));
        double band = plot.area().width() / count;
        BarsLayout.Group group = BarsLayout.Group.of(band, chart.series().size(), THICKEST);
        for (int i = 0; i < count; i++) {
            for (int s = 0; s < chart.series().size(); s++) {
                BarsChart.Series series = chart.series().get(s);
                if (Double.isFinite(value(i, s))) {
                    sketch.bar(bar(plot, band, group, i, s), series.role(), series.pattern());
                }
            }
        }
        plot.referenceLines(sketch, chart.references());
        labels.draw(
                sketch,
                area,
                plot.area().x(),
                Bands.even(count, plot.area().width()),
                plot.area().bottom());
        figures(plot, band, group, outer);
        hits(area, plot, band, group);
    }

    private double value(int category, int series) {
        return chart.categories().get(category).values().get(series);
    }

    private Area bar(Plot plot, double band, BarsLayout.Group group, int category, int series) {
        double x = plot.area().x() + category * band + group.first() + series * group.pitch();
        double value = value(category, series);
        return Area.between(x, plot.y(0), x + group.thick(), plot.y(Double.isFinite(value) ? value : 0));
    }

    private void figures(Plot plot, double band, BarsLayout.Group group, Area outer) {
        FreeRoom room = new FreeRoom(sketch, outer);
        for (int i = 0; i < chart.categories().size(); i++) {
            for (int s = 0; s < chart.series().size(); s++) {
                room.take(bar(plot, band, group, i, s));
            }
        }
        plot.takeReferenceLines(room, chart.references());
        plot.referenceWords(sketch, type, room, chart.references());
        if (!allFit(group)) {
            return;
        }
        for (int i = 0; i < chart.categories().size(); i++) {
            for (int s = 0; s < chart.series().size(); s++) {
                Area bar = bar(plot, band, group, i, s);
                double y = value(i, s) < 0 ? bar.bottom() + type.small() + 1 : bar.y() - 4;
                room.place(List.of(new Label(
                        chart.values().unit().number(value(i, s)),
                        bar.centerX(),
                        y,
                        Anchor.MIDDLE,
                        type.small(),
                        Weight.REGULAR,
                        ColorRole.TEXT,
                        0)));
            }
        }
    }

    /** Either all bars carry their figure or none does: a few of them would look like the important ones. */
    private boolean allFit(BarsLayout.Group group) {
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
        double room = group.pitch() - 1;
        return chart.categories().stream()
                .flatMap(category -> category.values().stream())
                .allMatch(value -> fit.width(chart.values().unit().number(value)) <= room);
    }

    private void hits(Area area, Plot plot, double band, BarsLayout.Group group) {
        for (int i = 0; i < chart.categories().size(); i++) {
            double x = plot.area().x() + i * band;
            double top = plot.area().bottom();
            for (int s = 0; s < chart.series().size(); s++) {
                top = Math.min(top, bar(plot, band, group, i, s).y());
            }
            Area column = new Area(
                    x, plot.area().y(), band, area.bottom() - plot.area().y());
            Area light = new Area(x, plot.area().y(), band, plot.area().height());
            Point at = new Point(x + band / 2, top);
            sketch.hit(new Hit(i, column, at, List.of(new Mark.Box(light, 3, ColorRole.ACCENT, 0.1))));
        }
    }
}
