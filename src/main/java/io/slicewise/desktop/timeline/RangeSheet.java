package io.slicewise.desktop.timeline;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ChartTable.Cell;
import io.slicewise.chart.ChartTable.Column;
import io.slicewise.chart.ChartTable.Figure;
import io.slicewise.chart.ChartTable.Name;
import io.slicewise.chart.Unit;
import io.slicewise.text.Messages;
import io.slicewise.usage.timeline.Curves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures of a range as a table: a row for each instant at which one of them changes, in UTC. */
final class RangeSheet {
    private RangeSheet() {}

    /** @param groups by the name of each; the name stands in front of rows where there are several */
    static ChartTable of(Map<String, List<Curves.Row>> groups, Messages words) {
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
        Unit percent = Unit.percent(words.language());
        List<List<Cell>> rows = new ArrayList<>();
        groups.forEach((name, all) -> all.forEach(row -> rows.add(row(several ? name : "", row, percent))));
        return new ChartTable(words.say("timeline.sheet.title"), columns, rows);
    }

    private static Column column(String title, String unit) {
        return new Column(title, title + unit);
    }

    private static List<Cell> row(String group, Curves.Row row, Unit percent) {
        List<Cell> cells = new ArrayList<>();
        if (!group.isEmpty()) {
            cells.add(new Name(group));
        }
        cells.add(new Name(Instant.ofEpochMilli(row.time()).toString()));
        for (double value : new double[] {
            row.instanceAverage(), row.weightedAverage(), row.wholeGpu(), row.allocatedShare(), row.coverage()
        }) {
            cells.add(new Figure(value, percent));
        }
        return cells;
    }
}
