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
    public static Tip of(ChartSpec spec, int index) {
        return switch (spec) {
            case BridgeChart bridge -> ofStep(bridge, index);
            case BarsChart bars -> ofCategory(bars, index);
            case LinesChart lines -> ofPlace(lines, index);
            case HousesChart houses -> ofFlat(houses, index);
        };
    }

    private static Tip ofStep(BridgeChart chart, int index) {
        Step step = chart.steps().get(index);
        List<Tip.Row> rows = switch (step) {
            case Total total -> List.of(row(total.role(), chart.values(), total.amount()));
            case Delta delta ->
                List.of(
                        row(delta.role(), chart.changes(), delta.amount()),
                        row(null, chart.values(), chart.spans().get(index).end()));
        };
        return new Tip(step.name(), rows, step.details());
    }

    private static Tip.Row row(@Nullable ColorRole role, Axis axis, double value) {
        return new Tip.Row(role, axis.title(), axis.unit().withSymbol(value));
    }

    private static Tip ofCategory(BarsChart chart, int index) {
        BarsChart.Category category = chart.categories().get(index);
        List<Tip.Row> rows = new ArrayList<>();
        for (int s = 0; s < chart.series().size(); s++) {
            BarsChart.Series series = chart.series().get(s);
            String value = chart.values().unit().withSymbol(category.values().get(s));
            rows.add(new Tip.Row(series.role(), series.name(), value));
        }
        return new Tip(category.name(), rows, category.details());
    }

    private static Tip ofPlace(LinesChart chart, int index) {
        double x = LinesLayout.places(chart).get(index);
        List<Tip.Row> rows = chart.series().stream()
                .map(series -> new Tip.Row(
                        series.role(), series.name(), chart.values().unit().withSymbol(series.at(x))))
                .toList();
        String place = chart.along().unit().withSymbol(x);
        String title = chart.along().title();
        return new Tip(title.isEmpty() ? place : title + " " + place, rows, List.of());
    }

    private static Tip ofFlat(HousesChart chart, int index) {
        HousesChart.Flat flat = chart.flats().get(index);
        List<Tip.Row> rows = new ArrayList<>();
        if (flat.kind() == HousesChart.Kind.LET) {
            rows.add(row(ColorRole.WEIGHTED, chart.values(), flat.lit()));
        }
        rows.add(row(null, chart.sizes(), flat.rooms()));
        return new Tip(flat.name(), rows, List.of());
    }
}
