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
    private final List<Double> shown;
    private final Sketch sketch;
    private final Type type;

    private BridgeLayout(BridgeChart chart, Sketch sketch, Type type) {
        this.chart = chart;
        this.spans = chart.spans();
        this.shown = chart.shown();
        this.sketch = sketch;
        this.type = type;
    }

    static void draw(BridgeChart chart, Sketch sketch, Type type, Area area) {
        new BridgeLayout(chart, sketch, type).draw(area);
    }

    private void draw(Area area) {
        List<CategoryLabels.Name> names = chart.steps().stream()
                .map(step -> new CategoryLabels.Name(step.name(), step instanceof Total))
                .toList();
        // the gutter of the ticks is not known yet; names are planned for what is surely there
        Bands guess = bands(names, area.width() - CategoryLabels.TICKS);
        CategoryLabels labels = CategoryLabels.plan(names, sketch.measure(), type.small(), guess, area.height() * 0.38);
        Area outer = area.shrunk(0, 0, 0, labels.height());
        Plot plot = Plot.upright(sketch, type, chart.values(), range(), outer, Plot.Reserve.forFigures(type));
        Bands bands = bands(names, plot.area().width());
        plot.referenceLines(sketch, chart.references());
        connectors(plot, bands);
        for (int i = 0; i < bands.count(); i++) {
            bar(plot, bands, i);
        }
        labels.draw(sketch, area, plot.area().x(), bands, plot.area().bottom());
        figures(plot, bands, outer);
        hits(area, plot, bands);
    }

    /**
     * Columns as wide as their names; where that is too much, totals at least as wide as their figures and as their
     * names, turned, in two lines.
     */
    private Bands bands(List<CategoryLabels.Name> names, double width) {
        double turned = CategoryLabels.needOfTwoLines(type.small());
        List<Double> figures = chart.steps().stream()
                .map(step -> step instanceof Total ? Math.max(figureWidth(step) + 8, turned) : 0.0)
                .toList();
        Bands named = Bands.satisfied(
                IntStream.range(0, names.size())
                        .mapToObj(i -> Math.max(
                                figures.get(i), CategoryLabels.need(names.get(i), sketch.measure(), type.small())))
                        .toList(),
                width);
        return named == null ? Bands.of(figures, width) : named;
    }

    private double figureWidth(Step total) {
        return sketch.measure().width(chart.values().unit().number(total.amount()), type.value() + 1, Weight.SEMIBOLD);
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

    private Area barArea(Plot plot, Bands bands, int index) {
        double band = bands.width(index);
        double least = step(index) instanceof Total ? Math.min(band - 2, figureWidth(step(index)) + 4) : 1;
        double width = Math.clamp(band * 0.7, Math.max(1, least), Math.max(WIDEST_BAR, least));
        double middle = plot.area().x() + bands.middle(index);
        Span span = spans.get(index);
        double start = plot.y(Double.isFinite(span.start()) ? span.start() : 0);
        double end = Double.isFinite(span.end()) ? plot.y(span.end()) : start;
        double thin = THINNEST_STEP - Math.abs(start - end);
        Area exact = Area.between(middle - width / 2, start, middle + width / 2, end);
        boolean mustBeSeen = thin > 0 && chart.steps().get(index).amount() != 0;
        return mustBeSeen ? new Area(exact.x(), exact.y() - thin / 2, exact.width(), THINNEST_STEP) : exact;
    }

    private void bar(Plot plot, Bands bands, int index) {
        Step step = chart.steps().get(index);
        if (!Double.isFinite(spans.get(index).end())) {
            return;
        }
        Area area = barArea(plot, bands, index);
        if (step.amount() == 0) {
            sketch.across(area.x(), area.right(), area.y(), step.role(), Dash.SOLID);
        } else {
            sketch.bar(area, step.role(), isHatched(step) ? Pattern.HATCHED : Pattern.SOLID);
        }
    }

    private static boolean isHatched(Step step) {
        return step instanceof Delta && step.amount() < 0;
    }

    private void connectors(Plot plot, Bands bands) {
        for (int i = 0; i + 1 < spans.size(); i++) {
            double level = spans.get(i).end();
            if (Double.isFinite(level)) {
                double from = barArea(plot, bands, i).right();
                double to = barArea(plot, bands, i + 1).x();
                sketch.across(from, to, plot.y(level), ColorRole.NEUTRAL, Dash.SOLID);
            }
        }
    }

    /** Figures in the order in which they matter: totals, limits, then steps from the largest to the least. */
    private void figures(Plot plot, Bands bands, Area outer) {
        double slack = type.margin() / 2;
        FreeRoom room = new FreeRoom(sketch, outer.shrunk(0, 0, -slack, 0));
        List<Integer> all = IntStream.range(0, spans.size()).boxed().toList();
        all.forEach(i -> room.take(barArea(plot, bands, i)));
        plot.takeReferenceLines(room, chart.references());
        all.stream().filter(i -> step(i) instanceof Total).forEach(i -> totalFigure(plot, bands, i, room));
        plot.referenceWords(sketch, type, room, chart.references());
        double least = leastShown(bands);
        all.stream()
                .filter(i -> step(i) instanceof Delta && !(Math.abs(step(i).amount()) < least))
                .sorted(Comparator.comparingDouble(i -> -Math.abs(step(i).amount())))
                .forEach(i -> deltaFigure(plot, bands, i, room));
    }

    private Step step(int index) {
        return chart.steps().get(index);
    }

    /** The least change that gets a figure: where columns are narrower than figures, only the larger half of sizes. */
    private double leastShown(Bands bands) {
        TextFit fit = new TextFit(sketch.measure(), type.value(), Weight.SEMIBOLD);
        if (fit.width(chart.changes().unit().number(-0.11)) + 4 <= bands.narrowest()) {
            return 0;
        }
        return chart.steps().stream()
                        .filter(step -> step instanceof Delta && Double.isFinite(step.amount()))
                        .mapToDouble(step -> Math.abs(step.amount()))
                        .max()
                        .orElse(0)
                / 2;
    }

    /** On top of the bar; else inside of it. A total never goes without its figure. */
    private void totalFigure(Plot plot, Bands bands, int index, FreeRoom room) {
        Area bar = barArea(plot, bands, index);
        double size = type.value() + 1;
        double wide = figureWidth(step(index));
        String text = chart.values().unit().number(step(index).amount());
        Label above = figure(text, bar.centerX(), bar.y() - 5, size, step(index).role());
        if (room.place(List.of(above))) {
            return;
        }
        if (bar.width() >= wide + 2 && bar.height() >= size + 10) {
            sketch.add(figure(text, bar.centerX(), bar.y() + size * Label.CAP_HEIGHT + 7, size, ColorRole.SURFACE));
        } else {
            room.placeAnyway(List.of(above));
        }
    }

    private void deltaFigure(Plot plot, Bands bands, int index, FreeRoom room) {
        double amount = step(index).amount();
        Area bar = barArea(plot, bands, index);
        double size = type.value();
        String text = chart.changes().unit().number(shown.get(index));
        Label above = figure(text, bar.centerX(), bar.y() - 5, size, step(index).role());
        double under = bar.bottom() + size * Label.CAP_HEIGHT + 5;
        Label below = figure(text, bar.centerX(), under, size, step(index).role());
        room.place(amount < 0 ? List.of(below, above) : List.of(above, below));
    }

    private static Label figure(String text, double x, double baseline, double size, ColorRole role) {
        return new Label(text, x, baseline, Anchor.MIDDLE, size, Weight.SEMIBOLD, role, 0);
    }

    private void hits(Area area, Plot plot, Bands bands) {
        for (int i = 0; i < spans.size(); i++) {
            double left = plot.area().x() + bands.left(i);
            double top = plot.area().y();
            Area column = new Area(left, top, bands.width(i), area.bottom() - top);
            Area bar = barArea(plot, bands, i);
            Area light = new Area(left, top, bands.width(i), plot.area().height());
            sketch.hit(new Hit(
                    i,
                    column,
                    new Point(bar.centerX(), bar.y()),
                    List.of(new Mark.Box(light, 3, ColorRole.ACCENT, 0.1))));
        }
    }
}
