package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.Mark.Label;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.List;

/** Groups of lying bars, with names at their left and the value axis below them. */
final class RowsLayout {
    private static final double THICKEST = 16;
    private static final double GAP = 10;

    private final BarsChart chart;
    private final Sketch sketch;
    private final Type type;
    private final TextFit fit;

    RowsLayout(BarsChart chart, Sketch sketch, Type type) {
        this.chart = chart;
        this.sketch = sketch;
        this.type = type;
        this.fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
    }

    void draw(Area area) {
        double line = Type.line(type.small());
        int count = chart.categories().size();
        double widest = chart.categories().stream()
                .mapToDouble(category -> fit.width(category.name()))
                .max()
                .orElse(0);
        double gutter = Math.min(widest, area.width() * 0.38) + GAP;
        boolean titled = area.height() > 5 * line;
        double figure = fit.width(chart.values().unit().number(0.888)) + 8;
        boolean referenced = chart.references().stream().anyMatch(reference -> Double.isFinite(reference.value()));
        double top = (titled ? line + 4 : 2) + (referenced ? line : 0);
        Area plot = area.shrunk(gutter, top, figure, line + 4);
        double most = Math.clamp(plot.width() / 70, 1, 10);
        double[] range = BarsLayout.range(chart);
        Scale scale = Scale.of(chart.values(), range[0], range[1], (int) most);
        grid(area, plot, scale, titled);
        double band = plot.height() / count;
        BarsLayout.Group group = BarsLayout.Group.of(band, chart.series().size(), THICKEST);
        FreeRoom room = new FreeRoom(sketch, area);
        for (int i = 0; i < count; i++) {
            row(plot, scale, band, group, i, room);
        }
        names(area, plot, band, gutter - GAP);
        if (group.pitch() >= type.small()) {
            figures(plot, scale, band, group, room);
        }
        references(plot, scale, room);
    }

    private void grid(Area area, Area plot, Scale scale, boolean titled) {
        for (double tick : scale.ticks()) {
            double x = scale.at(tick, plot.x(), plot.right());
            ColorRole role = Math.abs(tick) < 1e-12 ? ColorRole.AXIS : ColorRole.GRID;
            sketch.upright(x, plot.y(), plot.bottom(), role, Dash.SOLID);
            String word = chart.values().unit().tick(tick, scale.step())
                    + (titled ? "" : chart.values().unit().symbol());
            double baseline = plot.bottom() + 4 + Type.line(type.small()) / 2 + Type.middle(type.small());
            muted(fit.clip(word, 2 * (area.right() - x)), x, baseline, Anchor.MIDDLE);
        }
        if (titled) {
            double baseline = area.y() + Type.line(type.small()) / 2 + Type.middle(type.small());
            muted(fit.clip(chart.values().heading(), area.right() - plot.x()), plot.x(), baseline, Anchor.START);
        }
    }

    private void muted(String text, double x, double baseline, Anchor anchor) {
        sketch.text(text, x, baseline, anchor, type.small(), Weight.REGULAR, ColorRole.TEXT_MUTED);
    }

    private void row(Area plot, Scale scale, double band, BarsLayout.Group group, int index, FreeRoom room) {
        double right = plot.x();
        for (int s = 0; s < chart.series().size(); s++) {
            if (Double.isFinite(value(index, s))) {
                BarsChart.Series series = chart.series().get(s);
                Area bar = bar(plot, scale, band, group, index, s);
                sketch.bar(bar, series.role(), series.pattern());
                room.take(bar);
                right = Math.max(right, bar.right());
            }
        }
        Area row = new Area(plot.x() - GAP, plot.y() + index * band, plot.width() + GAP, band);
        Mark light = new Mark.Box(row, 3, ColorRole.ACCENT, 0.1);
        sketch.hit(new Hit(index, row, new Point(right, row.centerY()), List.of(light)));
    }

    private double value(int category, int series) {
        return chart.categories().get(category).values().get(series);
    }

    private Area bar(Area plot, Scale scale, double band, BarsLayout.Group group, int category, int series) {
        double y = plot.y() + category * band + group.first() + series * group.pitch();
        double value = value(category, series);
        double zero = scale.at(0, plot.x(), plot.right());
        double end = Double.isFinite(value) ? scale.at(value, plot.x(), plot.right()) : zero;
        return Area.between(zero, y, end, y + group.thick());
    }

    private void names(Area area, Area plot, double band, double gutter) {
        int every = (int) Math.max(1, Math.ceil((type.small() + 1) / band));
        for (int i = 0; i < chart.categories().size(); i += every) {
            double baseline = plot.y() + (i + 0.5) * band + Type.middle(type.small());
            String name = fit.clipMiddle(chart.categories().get(i).name(), gutter);
            double x = area.x() + gutter;
            sketch.text(name, x, baseline, Anchor.END, type.small(), Weight.REGULAR, ColorRole.TEXT);
        }
    }

    private void figures(Area plot, Scale scale, double band, BarsLayout.Group group, FreeRoom room) {
        for (int i = 0; i < chart.categories().size(); i++) {
            for (int s = 0; s < chart.series().size(); s++) {
                Area bar = bar(plot, scale, band, group, i, s);
                boolean left = value(i, s) < 0;
                room.place(List.of(new Label(
                        chart.values().unit().number(value(i, s)),
                        left ? bar.x() - 5 : bar.right() + 5,
                        bar.centerY() + Type.middle(type.small()),
                        left ? Anchor.END : Anchor.START,
                        type.small(),
                        Weight.REGULAR,
                        ColorRole.TEXT,
                        0)));
            }
        }
    }

    private void references(Area plot, Scale scale, FreeRoom room) {
        for (Reference reference : chart.references()) {
            if (Double.isFinite(reference.value())) {
                double x = scale.at(reference.value(), plot.x(), plot.right());
                sketch.upright(x, plot.y(), plot.bottom(), reference.role(), Dash.DASHED);
                room.placeAnyway(List.of(
                        word(reference, x, plot.y() - 5, Anchor.MIDDLE),
                        word(reference, x + 3, plot.y() - 5, Anchor.END),
                        word(reference, x - 3, plot.y() - 5, Anchor.START),
                        word(reference, x + 4, plot.bottom() - 4, Anchor.START),
                        word(reference, x - 4, plot.bottom() - 4, Anchor.END)));
            }
        }
    }

    private Label word(Reference reference, double x, double baseline, Anchor anchor) {
        return new Label(reference.label(), x, baseline, anchor, type.small(), Weight.SEMIBOLD, reference.role(), 0);
    }
}
