package io.slicewise.chart;

import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.Mark.Dash;
import io.slicewise.chart.Mark.Label;
import io.slicewise.chart.ScatterChart.Dot;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Lays out dots over two numeric axes. */
final class ScatterLayout {
    /** Up to so many dots there is room for large ones with a ring around them. */
    private static final int FEW = 120;

    /** Half the side of the square around a dot that answers the pointer, where no other dot is near. */
    private static final double REACH = 8;

    private final ScatterChart chart;
    private final Sketch sketch;
    private final Type type;
    private final double smallest;
    private final double largest;
    private final int most;

    private ScatterLayout(ScatterChart chart, Sketch sketch, Type type) {
        this.chart = chart;
        this.sketch = sketch;
        this.type = type;
        boolean few = chart.dots().size() <= FEW;
        smallest = few ? 3 : 1.6;
        largest = few ? 9 : 4.6;
        most = chart.dots().stream().mapToInt(Dot::count).max().orElse(1);
    }

    static void draw(ScatterChart chart, Sketch sketch, Type type, Area area) {
        new ScatterLayout(chart, sketch, type).draw(area);
    }

    private void draw(Area area) {
        double line = Type.line(type.small());
        boolean titled = area.height() > 7 * line && !chart.along().heading().isEmpty();
        double under = line + 4 + (titled ? line : 0);
        if (area.height() < under + 20) {
            return;
        }
        Plot plot = Plot.upright(
                sketch,
                type,
                chart.values(),
                Plot.range(range(Dot::y), chart.references()),
                area.shrunk(0, 0, 0, under),
                new Plot.Reserve(0, 0, type.small()));
        double[] alongRange = range(Dot::x);
        Scale along = Scale.of(
                chart.along(), alongRange[0], alongRange[1], (int)
                        Math.clamp(plot.area().width() / 64, 1, 10));
        AlongAxis.draw(sketch, type, plot.area(), along, chart.along(), titled, area);
        diagonalLine(plot, along);
        plot.referenceLines(sketch, chart.references());
        List<Point> places = dots(plot, along);
        words(plot, along, places);
        hits(places, plot.area());
    }

    private double[] range(ToDoubleFunction<Dot> value) {
        double[] figures = chart.dots().stream().mapToDouble(value).toArray();
        return new double[] {Arrays.stream(figures).min().orElse(0), Arrays.stream(figures).max().orElse(1)};
    }

    /** The line where both axes have the same value, as far as both have it. */
    private void diagonalLine(Plot plot, Scale along) {
        double from = Math.max(along.low(), plot.scale().low());
        double to = Math.min(along.high(), plot.scale().high());
        if (chart.diagonal() != null && from < to) {
            sketch.line(
                    x(plot, along, from), plot.y(from), x(plot, along, to), plot.y(to), ColorRole.AXIS, 1, Dash.DASHED);
        }
    }

    private static double x(Plot plot, Scale along, double value) {
        return along.at(value, plot.area().x(), plot.area().right());
    }

    /** Where the dots lie, by their index. */
    private List<Point> dots(Plot plot, Scale along) {
        List<Point> places = new ArrayList<>();
        for (Dot dot : chart.dots()) {
            places.add(new Point(x(plot, along, dot.x()), plot.y(dot.y())));
        }
        // the large ones first, so that they hide none of the small ones
        IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> -chart.dots().get(i).count()))
                .forEach(i -> {
                    double radius = radius(chart.dots().get(i));
                    Point at = places.get(i);
                    if (chart.dots().size() <= FEW) {
                        sketch.add(new Mark.Dot(at.x(), at.y(), radius + 1, ColorRole.SURFACE));
                    }
                    sketch.add(new Mark.Dot(at.x(), at.y(), radius, chart.role()));
                });
        return places;
    }

    /** The area of a dot grows with its number. */
    private double radius(Dot dot) {
        return most == 1 ? smallest : smallest + (largest - smallest) * Math.sqrt((dot.count() - 1.0) / (most - 1));
    }

    /** The words of the diagonal and of the references, where no dot is. */
    private void words(Plot plot, Scale along, List<Point> places) {
        FreeRoom room = new FreeRoom(sketch, plot.area().grown(2));
        for (int i = 0; i < places.size(); i++) {
            Point at = places.get(i);
            double radius = radius(chart.dots().get(i)) + 1;
            room.take(new Area(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
        }
        plot.takeReferenceLines(room, chart.references());
        plot.referenceWords(sketch, type, room, chart.references());
        String diagonal = chart.diagonal();
        if (diagonal == null) {
            return;
        }
        TextFit fit = new TextFit(sketch.measure(), type.small(), Weight.REGULAR);
        String text = fit.clip(diagonal, plot.area().width() / 2);
        double low = Math.max(along.low(), plot.scale().low());
        double high = Math.min(along.high(), plot.scale().high());
        List<Label> tries = new ArrayList<>();
        for (double part = 0.96; part > 0.1; part -= 0.04) {
            double value = low + (high - low) * part;
            double x = x(plot, along, value) - 6;
            tries.add(new Label(
                    text, x, plot.y(value) - 2, Anchor.END, type.small(), Weight.REGULAR, ColorRole.TEXT_MUTED, 0));
        }
        room.place(tries);
    }

    /** A square around every dot, so small that no two overlap. */
    private void hits(List<Point> places, Area within) {
        double[] reach = new double[places.size()];
        Arrays.fill(reach, REACH);
        List<Integer> byX = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> places.get(i).x()))
                .toList();
        for (int i = 0; i < byX.size(); i++) {
            for (int j = i + 1; j < byX.size(); j++) {
                Point a = places.get(byX.get(i));
                Point b = places.get(byX.get(j));
                if (b.x() - a.x() >= 2 * REACH) {
                    break;
                }
                double apart = Math.max(b.x() - a.x(), Math.abs(b.y() - a.y())) / 2;
                reach[byX.get(i)] = Math.min(reach[byX.get(i)], apart);
                reach[byX.get(j)] = Math.min(reach[byX.get(j)], apart);
            }
        }
        for (int i = 0; i < places.size(); i++) {
            sketch.hit(hit(i, places.get(i), reach[i], within));
        }
    }

    private Hit hit(int index, Point at, double reach, Area within) {
        Area square = Area.between(
                Math.max(within.x() - REACH, at.x() - reach),
                Math.max(within.y() - REACH, at.y() - reach),
                Math.min(within.right() + REACH, at.x() + reach),
                Math.min(within.bottom() + REACH, at.y() + reach));
        double radius = radius(chart.dots().get(index)) + 2.5;
        return new Hit(
                index,
                square,
                at,
                List.of(
                        new Mark.Dot(at.x(), at.y(), radius + 1.5, ColorRole.SURFACE),
                        new Mark.Dot(at.x(), at.y(), radius, ColorRole.ACCENT)));
    }
}
