package io.slicewise.report.pptx;

import io.slicewise.chart.BarsChart;
import io.slicewise.chart.BridgeChart;
import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ColorRole;
import io.slicewise.chart.Reference;
import io.slicewise.chart.StripsChart;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTOverlap;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGroupShape;

/**
 * A bar chart of PowerPoint's own, whose numbers stand in a sheet behind it. A bridge is one, too: stacked columns, of
 * which the lowest cannot be seen.
 */
final class PptxChart {
    private static final String PLAIN = "0.0;;";
    private static final double PERCENT = 100;
    private static final short GAP = 45;

    /** In hundredths of a point. */
    private static final int LEGEND = 1200;

    private final XSLFChart chart;
    private final List<Bars> series = new ArrayList<>();
    private final List<Reference> limits = new ArrayList<>();
    private final List<String> categories;

    /**
     * Bars of one colour.
     *
     * @param role their colour; {@code null} for none
     * @param format how their labels are written
     */
    private record Bars(
            String name, List<Double> values, @Nullable ColorRole role, String format) {}

    private PptxChart(Deck deck, List<String> categories) {
        this.chart = deck.show().createChart();
        this.categories = categories;
    }

    static void draw(Deck deck, BarsChart spec, Rectangle2D at) {
        PptxChart chart = new PptxChart(
                deck, spec.categories().stream().map(BarsChart.Category::name).toList());
        for (int i = 0; i < spec.series().size(); i++) {
            int index = i;
            BarsChart.Series series = spec.series().get(i);
            List<Double> values = spec.categories().stream()
                    .map(category -> percent(category.values().get(index)))
                    .toList();
            chart.series.add(new Bars(series.name(), values, series.role(), PLAIN));
        }
        chart.plot(BarGrouping.CLUSTERED, BarDirection.COL, true);
        place(chart.chart, deck, at, ChartTable.of(spec).words());
    }

    static void draw(Deck deck, BridgeChart spec, Rectangle2D at) {
        PptxChart chart = new PptxChart(
                deck,
                IntStream.range(0, spec.steps().size())
                        .mapToObj(step -> named(spec, step))
                        .toList());
        List<BridgeChart.Span> spans = spec.spans();
        List<Double> base = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            boolean total = spec.steps().get(i) instanceof BridgeChart.Total;
            BridgeChart.Span span = spans.get(i);
            base.add(total ? 0 : percent(Math.min(span.start(), span.end())));
        }
        chart.series.add(new Bars(spec.stepTitle(), base, null, ""));
        for (ColorRole role : List.of(ColorRole.INSTANCE_AVERAGE, ColorRole.WEIGHTED, ColorRole.WHOLE_GPU)) {
            chart.only(spec, role, spec.values().title(), PLAIN);
        }
        chart.only(spec, ColorRole.POSITIVE, spec.changes().title() + " +", "");
        chart.only(spec, ColorRole.NEGATIVE, spec.changes().title() + " −", "");
        spec.references().stream()
                .filter(limit -> Double.isFinite(limit.value()))
                .forEach(chart.limits::add);
        chart.plot(BarGrouping.STACKED, BarDirection.COL, false);
        place(chart.chart, deck, at, ChartTable.of(spec).words());
    }

    /** One strip, as a bar that lies and is stacked of its parts. */
    static void draw(Deck deck, StripsChart spec, Rectangle2D at) {
        PptxChart chart = new PptxChart(deck, List.of(""));
        for (StripsChart.Part part : spec.parts()) {
            chart.series.add(new Bars(part.words(), List.of(percent(part.size())), part.role(), ""));
        }
        chart.plot(BarGrouping.STACKED, BarDirection.BAR, true);
        place(chart.chart, deck, at, ChartTable.of(spec).words());
    }

    /** The name of a step with its change: a thin bar has no room for a label. */
    private static String named(BridgeChart spec, int step) {
        return switch (spec.steps().get(step)) {
            case BridgeChart.Total total -> total.name();
            case BridgeChart.Delta delta ->
                delta.name() + "\n" + spec.changes().unit().number(spec.shown().get(step));
        };
    }

    /** The steps of one colour, nothing where a step has another. */
    private void only(BridgeChart spec, ColorRole role, String name, String format) {
        List<Double> values = spec.steps().stream()
                .map(step -> step.role() == role ? Math.abs(percent(step.amount())) : 0)
                .toList();
        String title = spec.steps().stream()
                .filter(step -> step.role() == role && step instanceof BridgeChart.Total)
                .map(BridgeChart.Step::name)
                .findFirst()
                .orElse(name);
        if (values.stream().anyMatch(value -> value > 0)) {
            series.add(new Bars(title, values, role, format));
        }
    }

    private static double percent(double ratio) {
        return Double.isFinite(ratio) ? Math.round(ratio * PERCENT * 1e6) / 1e6 : 0;
    }

    private void plot(BarGrouping grouping, BarDirection direction, boolean legend) {
        XDDFCategoryAxis below = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setCrossBetween(AxisCrossBetween.BETWEEN);
        left.setMinimum(0.0);
        left.setNumberFormat("0");
        if (grouping == BarGrouping.STACKED) {
            left.setMaximum(PERCENT);
            left.setMajorUnit(25);
        }
        if (direction == BarDirection.BAR) {
            // a bar of a hundred parts, each with its size in the legend, needs no scale and no name
            below.setVisible(false);
            left.setVisible(false);
        } else {
            left.getOrAddMajorGridProperties().setLineProperties(line(ColorRole.GRID));
            text(below);
            text(left);
        }
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, below, left);
        data.setBarDirection(direction);
        data.setBarGrouping(grouping);
        data.setGapWidth((int) GAP);
        data.setVaryColors(false);
        int last = categories.size();
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromArray(
                categories.toArray(String[]::new), chart.formatRange(new CellRangeAddress(1, last, 0, 0)), 0);
        for (int i = 0; i < series.size(); i++) {
            add(data, names, series.get(i), i + 1, grouping == BarGrouping.STACKED);
        }
        chart.plot(data);
        if (!limits.isEmpty()) {
            limits(below, left, names);
        }
        if (grouping == BarGrouping.STACKED) {
            overlap();
        }
        chart.setAutoTitleDeleted(true);
        if (legend) {
            legend(chart);
        }
    }

    /** The names of what is drawn, above it. */
    static void legend(XSLFChart chart) {
        chart.getOrAddLegend().setPosition(LegendPosition.TOP);
        CTTextBody text = chart.getCTChart().getLegend().addNewTxPr();
        text.addNewBodyPr();
        text.addNewLstStyle();
        text.addNewP().addNewPPr().addNewDefRPr().setSz(LEGEND);
    }

    /** Lines across the bars. */
    private void limits(XDDFCategoryAxis below, XDDFValueAxis left, XDDFDataSource<String> names) {
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, below, left);
        data.setGrouping(Grouping.STANDARD);
        data.setVaryColors(false);
        int last = categories.size();
        int column = series.size() + 1;
        for (Reference limit : limits) {
            Double[] level = Collections.nCopies(last, percent(limit.value())).toArray(Double[]::new);
            XDDFNumericalDataSource<Double> values = XDDFDataSourcesFactory.fromArray(
                    level, chart.formatRange(new CellRangeAddress(1, last, column, column)), column);
            XDDFLineChartData.Series made = (XDDFLineChartData.Series) data.addSeries(names, values);
            made.setTitle(limit.label(), chart.setSheetTitle(limit.label(), column));
            made.setLineProperties(PptxLines.dashed(limit.role()));
            made.setSmooth(false);
            made.setMarkerStyle(MarkerStyle.NONE);
            column++;
        }
        chart.plot(data);
    }

    /**
     * Lets the parts of a stack stand on each other. Written as an attribute, because POI's small set of schemas, a third
     * of the full one, lacks the type of its value.
     */
    private void overlap() {
        CTOverlap overlap = chart.getCTChart().getPlotArea().getBarChartArray(0).addNewOverlap();
        try (XmlCursor cursor = overlap.newCursor()) {
            cursor.setAttributeText(new QName("val"), "100");
        }
    }

    private void add(XDDFBarChartData data, XDDFDataSource<String> names, Bars bars, int column, boolean stacked) {
        XDDFNumericalDataSource<Double> values = XDDFDataSourcesFactory.fromArray(
                bars.values().toArray(Double[]::new),
                chart.formatRange(new CellRangeAddress(1, categories.size(), column, column)),
                column);
        XDDFBarChartData.Series made = (XDDFBarChartData.Series) data.addSeries(names, values);
        made.setTitle(bars.name(), chart.setSheetTitle(bars.name(), column));
        ColorRole role = bars.role();
        made.setFillProperties(role == null ? new XDDFNoFillProperties() : new XDDFSolidFillProperties(color(role)));
        if (!bars.format().isEmpty()) {
            labels(made.getCTBarSer(), bars.format(), stacked);
        }
    }

    /** The numbers at the bars: white within a stacked one, above another. */
    private static void labels(CTBarSer bars, String format, boolean inside) {
        CTDLbls labels = bars.addNewDLbls();
        labels.addNewNumFmt().setFormatCode(format);
        labels.getNumFmt().setSourceLinked(false);
        labels.addNewSpPr().addNewNoFill();
        labels.addNewTxPr().addNewBodyPr();
        labels.getTxPr().addNewLstStyle();
        CTTextCharacterProperties type = labels.getTxPr().addNewP().addNewPPr().addNewDefRPr();
        type.setSz(inside ? 1600 : 1100);
        if (inside) {
            type.setB(true);
            type.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {-1, -1, -1});
            labels.addNewDLblPos().setVal(STDLblPos.IN_END);
        }
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    static void text(XDDFChartAxis axis) {
        axis.getOrAddTextProperties().setFontSize(11.0);
        axis.getOrAddShapeProperties().setLineProperties(line(ColorRole.AXIS));
    }

    static XDDFLineProperties line(ColorRole role) {
        return new XDDFLineProperties(new XDDFSolidFillProperties(color(role)));
    }

    private static XDDFColor color(ColorRole role) {
        java.awt.Color color = Deck.color(role);
        return XDDFColor.from(new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()});
    }

    /** Puts a chart on the slide, with what it says for those who cannot see it. */
    static void place(XSLFChart chart, Deck deck, Rectangle2D at, String words) {
        deck.slide()
                .addChart(
                        chart,
                        new Rectangle2D.Double(
                                Units.toEMU(at.getX()),
                                Units.toEMU(at.getY()),
                                Units.toEMU(at.getWidth()),
                                Units.toEMU(at.getHeight())));
        CTGroupShape tree = deck.slide().getXmlObject().getCSld().getSpTree();
        tree.getGraphicFrameArray(tree.sizeOfGraphicFrameArray() - 1)
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(words);
    }
}
