package io.slicewise.chart;

import io.slicewise.chart.BridgeChart.Delta;
import io.slicewise.chart.BridgeChart.Span;
import io.slicewise.chart.BridgeChart.Step;
import io.slicewise.chart.BridgeChart.Total;
import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.Mark.Label;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lays out a bridge: columns for totals, floating bars for steps, a thin line from each level to the next column. */
final class BridgeLayout {
    private static final double WIDEST_BAR = 72;
    private static final double THINNEST_STEP = 2;

    private final BridgeChart chart;
    private final List<Span> spans;
    private final Sketch sketch;
    private final Type type;

    private BridgeLayout(BridgeChart chart, Sketch sketch, Type type) {
        this.chart = chart;
        this.spans = chart.spans();
        this.sketch = sketch;
        this.type = type;
    }

    static void draw(BridgeChart chart, Sketch sketch, Type type, Area area) {
        new BridgeLayout(chart, sketch, type).draw(area);
    }

    private void draw(Area area) {
        int count = chart.steps().size();
        List<CategoryLabels.Name> names = chart.steps().stream()
                .map(step -> new CategoryLabels.Name(step.name(), step instanceof Total))
                .toList();
        // the gutter of the ticks is not known yet; names are planned for what is surely there
        double guess = (area.width() - 44) / count;
        CategoryLabels labels =
                CategoryLabels.plan(names, sketch.measure(), type.small(), guess, area.height() * 0.38);
        Area outer = area.shrunk(0, 0, 0, labels.height());
        Plot plot = Plot.upright(sketch, type, chart.values(), range(), outer, 0);
        double band = plot.area().width() / count;
        plot.referenceLines(sketch, chart.references());
        connectors(plot, band);
        for (int i = 0; i < count; i++) {
            bar(plot, band, i);
        }
        labels.draw(sketch, area, plot.area().x(), band, plot.area().bottom());
        figures(plot, band, outer);
        hits(area, plot, band);
    }

    private double[] range() {
        double[] range = {0, 0};
        for (Span span : spans) {
            if (Double.isFinite(span.end())) {
                range[0] = Math.min(range[0], span.end());
                range[1] = Math.max(range[1], span.end());
            }
        }
        return Plot.range(range, chart.references());
    }

    private Area barArea(Plot plot, double band, int index) {
        double width = Math.min(WIDEST_BAR, Math.max(1, band * 0.7));
        double middle = plot.area().x() + (index + 0.5) * band;
        Span span = spans.get(index);
        double start = plot.y(Double.isFinite(span.start()) ? span.start() : 0);
        double end = Double.isFinite(span.end()) ? plot.y(span.end()) : start;
        double thin = THINNEST_STEP - Math.abs(start - end);
        Area exact = Area.between(middle - width / 2, start, middle + width / 2, end);
        boolean mustBeSeen = thin > 0 && chart.steps().get(index).amount() != 0;
        return mustBeSeen
                ? new Area(exact.x(), exact.y() - thin / 2, exact.width(), THINNEST_STEP)
                : exact;
    }

    private void bar(Plot plot, double band, int index) {
        Step step = chart.steps().get(index);
        if (!Double.isFinite(spans.get(index).end())) {
            return;
        }
        Area area = barArea(plot, band, index);
        if (step.amount() == 0) {
            sketch.across(area.x(), area.right(), area.y(), step.role(), Dash.SOLID);
        } else {
            sketch.bar(area, step.role(), isHatched(step) ? Pattern.HATCHED : Pattern.SOLID);
        }
    }

    private static boolean isHatched(Step step) {
        return step instanceof Delta && step.amount() < 0;
    }

    private void connectors(Plot plot, double band) {
        for (int i = 0; i + 1 < spans.size(); i++) {
            double level = spans.get(i).end();
            if (Double.isFinite(level)) {
                double from = barArea(plot, band, i).right();
                double to = barArea(plot, band, i + 1).x();
                sketch.across(from, to, plot.y(level), ColorRole.NEUTRAL, Dash.SOLID);
            }
        }
    }

    /** Figures in the order in which they matter: limits, totals, then steps from the largest to the least. */
    private void figures(Plot plot, double band, Area outer) {
        FreeRoom room = new FreeRoom(sketch, new Area(outer.x(), plot.area().y() - type.value() - 8,
                outer.width() + type.margin() / 2, plot.area().height() + type.value() + 8));
        IntStream.range(0, spans.size()).forEach(i -> room.take(barArea(plot, band, i)));
        Comparator<Integer> totalsFirst = Comparator.comparing(i -> chart.steps().get(i) instanceof Delta);
        Comparator<Integer> largestFirst =
                Comparator.comparing(i -> -Math.abs(chart.steps().get(i).amount()));
        List<Integer> order = IntStream.range(0, spans.size())
                .boxed()
                .sorted(totalsFirst.thenComparing(largestFirst))
                .toList();
        order.stream().filter(i -> chart.steps().get(i) instanceof Total).forEach(i -> figure(plot, band, i, room));
        plot.referenceWords(sketch, type, room, chart.references());
        order.stream().filter(i -> chart.steps().get(i) instanceof Delta).forEach(i -> figure(plot, band, i, room));
    }

    private void figure(Plot plot, double band, int index, FreeRoom room) {
        Step step = chart.steps().get(index);
        Area bar = barArea(plot, band, index);
        boolean total = step instanceof Total;
        Unit unit = (total ? chart.values() : chart.changes()).unit();
        double size = total ? type.value() + 1 : type.value();
        String text = unit.number(step.amount());
        Label above = figure(text, bar.centerX(), bar.y() - 5, size, step.role());
        Label below = figure(text, bar.centerX(), bar.bottom() + size * Label.CAP_HEIGHT + 5, size, step.role());
        room.place(step.amount() < 0 ? List.of(below, above) : List.of(above, below));
    }

    private static Label figure(String text, double x, double baseline, double size, ColorRole role) {
        return new Label(text, x, baseline, Anchor.MIDDLE, size, Weight.SEMIBOLD, role, 0);
    }

    private void hits(Area area, Plot plot, double band) {
        for (int i = 0; i < spans.size(); i++) {
            Area column = new Area(plot.area().x() + i * band, plot.area().y(), band,
                    area.bottom() - plot.area().y());
            Area bar = barArea(plot, band, i);
            Mark light = new Mark.Box(
                    new Area(column.x(), plot.area().y(), band, plot.area().height()), 3, ColorRole.ACCENT, 0.1);
            sketch.hit(new Hit(i, column, new Point(bar.centerX(), bar.y()), List.of(light)));
        }
    }
}
