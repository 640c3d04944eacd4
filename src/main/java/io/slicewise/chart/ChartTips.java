package io.slicewise.chart;

import io.slicewise.chart.BridgeChart.Delta;
import io.slicewise.chart.BridgeChart.Step;
import io.slicewise.chart.BridgeChart.Total;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is known about a datum. */
public final class ChartTips {
    private ChartTips() {}

    /**
     * The tip of a datum.
     *
     * @param spec the chart
     * @param index what {@link Hit#index()} says
     * @throws IndexOutOfBoundsException where the chart has no such datum
     */
    public static ChartTip of(ChartSpec spec, int index) {
        return switch (spec) {
            case BridgeChart bridge -> ofStep(bridge, index);
            case BarsChart bars -> ofCategory(bars, index);
            case LinesChart lines -> ofPlace(lines, index);
            case HousesChart houses -> ofFlat(houses, index);
            case ScatterChart scatter -> ofDot(scatter, index);
            case StripsChart strips -> ofPart(strips, index);
            case TimelineChart timeline -> ofMoment(timeline, index);
        };
    }

    private static ChartTip ofStep(BridgeChart chart, int index) {
        Step step = chart.steps().get(index);
        double level = chart.spans().get(index).end();
        List<ChartTip.Row> rows = switch (step) {
            case Total total -> List.of(row(total.role(), chart.values(), level));
            case Delta delta ->
                List.of(row(delta.role(), chart.changes(), delta.amount()), row(null, chart.values(), level));
        };
        return new ChartTip(step.name(), rows, step.details());
    }

    /** Exactly: what is written in the chart is rounded so that it adds up. */
    private static ChartTip.Row row(@Nullable ColorRole role, Axis axis, double value) {
        return new ChartTip.Row(role, axis.title(), axis.unit().precise(value));
    }

    private static ChartTip ofCategory(BarsChart chart, int index) {
        BarsChart.Category category = chart.categories().get(index);
        List<ChartTip.Row> rows = new ArrayList<>();
        for (int s = 0; s < chart.series().size(); s++) {
            BarsChart.Series series = chart.series().get(s);
            String value = chart.values().unit().withSymbol(category.values().get(s));
            rows.add(new ChartTip.Row(series.role(), series.name(), value));
        }
        return new ChartTip(category.name(), rows, category.details());
    }

    private static ChartTip ofPlace(LinesChart chart, int index) {
        double x = LinesLayout.places(chart).get(index);
        List<ChartTip.Row> rows = chart.series().stream()
                .map(series -> new ChartTip.Row(
                        series.role(), series.name(), chart.values().unit().withSymbol(series.at(x))))
                .toList();
        String place = chart.along().unit().withSymbol(x);
        String title = chart.along().title();
        return new ChartTip(title.isEmpty() ? place : title + " " + place, rows, List.of());
    }

    private static ChartTip ofFlat(HousesChart chart, int index) {
        HousesChart.Flat flat = chart.flats().get(index);
        List<ChartTip.Row> rows = new ArrayList<>();
        if (flat.kind() == HousesChart.Kind.LET) {
            rows.add(row(ColorRole.WEIGHTED, chart.values(), flat.lit()));
        }
        rows.add(row(null, chart.sizes(), flat.rooms()));
        return new ChartTip(flat.name(), rows, List.of());
    }

    private static ChartTip ofPart(StripsChart chart, int index) {
        StripsChart.Part part = chart.parts().get(index);
        return new ChartTip(part.words(), List.of(row(part.role(), chart.values(), part.size())), List.of());
    }

    private static ChartTip ofDot(ScatterChart chart, int index) {
        ScatterChart.Dot dot = chart.dots().get(index);
        List<ChartTip.Row> rows =
                new ArrayList<>(List.of(row(null, chart.along(), dot.x()), row(chart.role(), chart.values(), dot.y())));
        if (dot.count() > 1) {
            rows.add(new ChartTip.Row(null, chart.countTitle(), Unit.number("").number(dot.count())));
        }
        return new ChartTip(dot.name(), rows, dot.details());
    }

    /** A part of the time: the means, from what to what they go, and what happened in it. */
    private static ChartTip ofMoment(TimelineChart chart, int index) {
        Unit unit = chart.values().unit();
        List<ChartTip.Row> rows = new ArrayList<>();
        for (TimelineChart.Curve curve : chart.curves()) {
            double low = curve.lows().get(index);
            double high = curve.highs().get(index);
            String range = high - low > 1e-9 ? " (" + unit.number(low) + " – " + unit.number(high) + ")" : "";
            rows.add(new ChartTip.Row(
                    curve.role(), curve.name(), unit.withSymbol(curve.means().get(index)) + range));
        }
        if (chart.coverage() != null) {
            rows.add(new ChartTip.Row(
                    ColorRole.NEUTRAL,
                    chart.coverage().name(),
                    unit.withSymbol(chart.coverage().shares().get(index))));
        }
        List<String> happened = new ArrayList<>();
        for (TimelineChart.Event event : chart.events()) {
            if (event.time() >= chart.timeOf(index) && event.time() < chart.timeOf(index + 1)) {
                happened.add(event.title());
                happened.addAll(event.details());
            }
        }
        return new ChartTip(chart.time().moment(chart.timeOf(index)), rows, happened);
    }
}
