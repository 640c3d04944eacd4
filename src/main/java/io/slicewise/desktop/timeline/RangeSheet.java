package io.slicewise.desktop.timeline;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ChartTable.Cell;
import io.slicewise.chart.ChartTable.Column;
import io.slicewise.chart.ChartTable.Figure;
import io.slicewise.chart.ChartTable.Name;
import io.slicewise.chart.Unit;
import io.slicewise.report.text.RangeCsv;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Curves;
import io.slicewise.usage.timeline.PowerCurve;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures of a range as a table: a row for each instant at which one of them changes, in UTC, with what the GPUs drew then. */
final class RangeSheet {
    private RangeSheet() {}

    /** @param groups by the name of each; the name stands in front of rows where there are several */
    static ChartTable of(Map<String, RangeCsv.Part> groups, Messages words) {
        boolean several = groups.size() > 1;
        List<Column> columns = new ArrayList<>();
        if (several) {
            columns.add(column(words.say("timeline.sheet.group"), ""));
        }
        columns.add(column(words.say("timeline.sheet.time"), ""));
        for (String figure : List.of(
                "figures.average.name",
                "figures.weighted.name",
                "figures.whole.name",
                "timeline.sheet.allocated",
                "timeline.sheet.coverage")) {
            columns.add(column(words.say(figure), " (%)"));
        }
        boolean power = groups.values().stream().map(RangeCsv.Part::power).anyMatch(Objects::nonNull);
        if (power) {
            columns.add(column(words.say("timeline.power.title"), " (W)"));
            columns.add(column(words.say("timeline.power.gpus"), ""));
        }
        Units units = new Units(Unit.percent(words.language()), Unit.number("W"), Unit.number(""));
        List<List<Cell>> rows = new ArrayList<>();
        groups.forEach((name, part) -> part.rows().forEach(row -> {
            List<Cell> cells = row(several ? name : "", row, units);
            if (power) {
                cells.addAll(watts(part.power(), row.time(), units));
            }
            rows.add(cells);
        }));
        return new ChartTable(words.say("timeline.sheet.title"), columns, rows);
    }

    private static Column column(String title, String unit) {
        return new Column(title, title + unit);
    }

    private record Units(Unit percent, Unit watts, Unit count) {}

    private static List<Cell> watts(@Nullable PowerCurve power, long time, Units units) {
        return List.of(
                new Figure(power == null ? Double.NaN : power.at(time), units.watts()),
                new Figure(power == null ? Double.NaN : power.measuredAt(time), units.count()));
    }

    private static List<Cell> row(String group, Curves.Row row, Units units) {
        List<Cell> cells = new ArrayList<>();
        if (!group.isEmpty()) {
            cells.add(new Name(group));
        }
        cells.add(new Name(Instant.ofEpochMilli(row.time()).toString()));
        for (double value : new double[] {
            row.instanceAverage(), row.weightedAverage(), row.wholeGpu(), row.allocatedShare(), row.coverage()
        }) {
            cells.add(new Figure(value, units.percent()));
        }
        return cells;
    }
}
