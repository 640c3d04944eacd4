package io.slicewise.chart;

import io.slicewise.chart.LinesChart.Sample;
import io.slicewise.chart.LinesChart.Series;
import io.slicewise.chart.Mark.Anchor;
import io.slicewise.chart.TextMeasure.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of lines at their right ends, pushed apart where the ends are closer than the names are high. */
final class EndNames {
    private final Sketch sketch;
    private final Type type;
    private final Plot plot;
    private final Scale along;

    EndNames(Sketch sketch, Type type, Plot plot, Scale along) {
        this.sketch = sketch;
        this.type = type;
        this.plot = plot;
        this.along = along;
    }

    /** A name, where its line ends, and the height at which the name will stand. */
    private static final class End {
        private final Series series;
        private final Point end;
        private double y;

        End(Series series, Point end) {
            this.series = series;
            this.end = end;
            this.y = end.y();
        }
    }

    void draw(List<Series> lines, double room) {
        List<End> ends = new ArrayList<>();
        for (Series series : lines) {
            List<Sample> figures =
                    series.samples().stream().filter(Sample::isFigure).toList();
            if (!figures.isEmpty()) {
                Sample last = figures.getLast();
                double x = along.at(last.x(), plot.area().x(), plot.area().right());
                ends.add(new End(series, new Point(x, plot.y(last.y()))));
            }
        }
        ends.sort(Comparator.comparingDouble(end -> end.y));
        spread(ends);
        TextFit fit = new TextFit(sketch.measure(), type.value(), Weight.SEMIBOLD);
        double x = plot.area().right() + 10;
        for (End end : ends) {
            if (Math.abs(end.y - end.end.y()) > 3) {
                sketch.add(new Mark.Line(
                        List.of(new Point(end.end.x() + 2, end.end.y()), new Point(x - 2, end.y)),
                        end.series.role(),
                        0.75,
                        Mark.Dash.SOLID));
            }
            double baseline = end.y + Type.middle(type.value());
            String name = fit.clip(end.series.name(), room);
            sketch.text(name, x, baseline, Anchor.START, type.value(), Weight.SEMIBOLD, end.series.role());
        }
    }

    /** Downwards until no name touches the one above, then upwards from the lower border. */
    private void spread(List<End> ends) {
        double pitch = Type.line(type.value());
        double lowest = plot.area().bottom();
        for (int i = 1; i < ends.size(); i++) {
            ends.get(i).y = Math.max(ends.get(i).y, ends.get(i - 1).y + pitch);
        }
        for (int i = ends.size() - 1; i >= 0; i--) {
            ends.get(i).y = Math.min(ends.get(i).y, lowest);
            lowest = ends.get(i).y - pitch;
        }
    }
}
