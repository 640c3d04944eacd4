package io.slicewise.report.pptx;

import io.slicewise.chart.Axis;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.LinesChart;
import io.slicewise.chart.Reference;
import io.slicewise.chart.TimelineChart;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.jspecify.annotations.Nullable;

/** A chart of lines that is PowerPoint's own, whose numbers stand in a sheet behind it. A gap stays a gap. */
final class PptxLines {
    private static final double PERCENT = 100;
    private static final double THICK = 2.25;
    private static final double THIN = 1.25;
    private static final long DAY = 86_400_000L;

    private final XSLFChart chart;
    private final List<Line> lines = new ArrayList<>();

    /**
     * A line.
     *
     * @param values in percent; {@code null} for a gap
     * @param dashed whether it is a limit, and no figure
     */
    private record Line(String name, List<@Nullable Double> values, ColorRole role, boolean dashed) {}

    private PptxLines(Deck deck) {
        chart = deck.show().createChart();
    }

    /** Figures over time: a category for each part of it. */
    static void draw(Deck deck, TimelineChart spec, Rectangle2D at, String words) {
        PptxLines made = new PptxLines(deck);
        int parts = spec.parts();
        for (TimelineChart.Curve curve : spec.curves()) {
            made.lines.add(new Line(
                    curve.name(),
                    IntStream.range(0, parts)
                            .mapToObj(i -> percent(curve.means().get(i)))
                            .toList(),
                    curve.role(),
                    false));
        }
        spec.references().forEach(limit -> made.limit(limit, parts));
        DateTimeFormatter clock = DateTimeFormatter.ofPattern(
                        spec.time().to() - spec.time().from() <= DAY ? "HH:mm" : "MM-dd HH:mm", Locale.ROOT)
                .withZone(spec.time().zone());
        String[] times = IntStream.range(0, parts)
                .mapToObj(i -> clock.format(Instant.ofEpochMilli(spec.timeOf(i))))
                .toArray(String[]::new);
        XDDFCategoryAxis below = made.chart.createCategoryAxis(AxisPosition.BOTTOM);
        below.setMajorTickMark(AxisTickMark.NONE);
        PptxChart.text(below);
        XDDFLineChartData data =
                (XDDFLineChartData) made.chart.createData(ChartTypes.LINE, below, made.left(spec.values()));
        data.setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        made.plot(data, XDDFDataSourcesFactory.fromArray(times, made.range(parts, 0), 0), parts);
        PptxChart.place(made.chart, deck, at, words);
    }

    /** Figures over a number. */
    static void draw(Deck deck, LinesChart spec, Rectangle2D at, String words) {
        PptxLines made = new PptxLines(deck);
        Double[] along = spec.series().getFirst().samples().stream()
                .map(sample -> percent(sample.x()))
                .toArray(Double[]::new);
        for (LinesChart.Series series : spec.series()) {
            made.lines.add(new Line(
                    series.name(),
                    series.samples().stream().map(sample -> percent(sample.y())).toList(),
                    series.role(),
                    false));
        }
        spec.references().forEach(limit -> made.limit(limit, along.length));
        XDDFValueAxis below = made.chart.createValueAxis(AxisPosition.BOTTOM);
        below.setTitle(spec.along().title());
        below.setMinimum(0.0);
        below.setMaximum(PERCENT);
        below.setNumberFormat("0");
        PptxChart.text(below);
        XDDFScatterChartData data =
                (XDDFScatterChartData) made.chart.createData(ChartTypes.SCATTER, below, made.left(spec.values()));
        data.setStyle(ScatterStyle.LINE);
        data.setVaryColors(false);
        made.plot(data, XDDFDataSourcesFactory.fromArray(along, made.range(along.length, 0), 0), along.length);
        PptxChart.place(made.chart, deck, at, words);
    }

    private static @Nullable Double percent(double ratio) {
        return Double.isFinite(ratio) ? Math.round(ratio * PERCENT * 1e6) / 1e6 : null;
    }

    private void limit(Reference limit, int points) {
        lines.add(new Line(limit.label(), Collections.nCopies(points, percent(limit.value())), limit.role(), true));
    }

    private String range(int rows, int column) {
        return chart.formatRange(new CellRangeAddress(1, rows, column, column));
    }

    private XDDFValueAxis left(Axis axis) {
        XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
        left.setTitle(axis.title());
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setCrossBetween(AxisCrossBetween.MIDPOINT_CATEGORY);
        left.setMinimum(0.0);
        left.setMaximum(PERCENT);
        left.setMajorUnit(25);
        left.setNumberFormat("0");
        left.getOrAddMajorGridProperties().setLineProperties(PptxChart.line(ColorRole.GRID));
        PptxChart.text(left);
        return left;
    }

    private void plot(XDDFChartData data, XDDFDataSource<?> along, int points) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int column = i + 1;
            XDDFNumericalDataSource<Double> values = XDDFDataSourcesFactory.fromArray(
                    line.values().toArray(Double[]::new), range(points, column), column);
            XDDFChartData.Series series = data.addSeries(along, values);
            series.setTitle(line.name(), chart.setSheetTitle(line.name(), column));
            series.setLineProperties(look(line));
            switch (series) {
                case XDDFLineChartData.Series plain -> {
                    plain.setSmooth(false);
                    plain.setMarkerStyle(MarkerStyle.NONE);
                }
                case XDDFScatterChartData.Series plain -> {
                    plain.setSmooth(false);
                    plain.setMarkerStyle(MarkerStyle.NONE);
                }
                default -> throw new IllegalStateException(String.valueOf(series));
            }
        }
        chart.plot(data);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        chart.setAutoTitleDeleted(true);
        PptxChart.legend(chart);
    }

    private static XDDFLineProperties look(Line line) {
        if (line.dashed()) {
            return dashed(line.role());
        }
        XDDFLineProperties look = PptxChart.line(line.role());
        look.setWidth(THICK);
        return look;
    }

    /** How a limit looks. */
    static XDDFLineProperties dashed(ColorRole role) {
        XDDFLineProperties look = PptxChart.line(role);
        look.setWidth(THIN);
        look.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
        return look;
    }
}
