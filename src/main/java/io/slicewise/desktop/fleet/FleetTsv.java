package io.slicewise.desktop.fleet;

import io.slicewise.chart.ChartTable;
import io.slicewise.text.Messages;
import io.slicewise.usage.survey.FleetTable;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.Row;
import java.util.ArrayList;
import java.util.List;

/** Rows for a spreadsheet: the columns that are on show, figures with all their digits. */
final class FleetTsv {
    private FleetTsv() {}

    /** As text between tabs. */
    static String of(
            List<? extends Row> rows, List<FleetColumn> columns, Kind kind, FleetTable survey, Messages messages) {
        return table(rows, columns, kind, survey, messages).toTsv();
    }

    /** As a table with its numbers. */
    static ChartTable table(
            List<? extends Row> rows, List<FleetColumn> columns, Kind kind, FleetTable survey, Messages messages) {
        List<ChartTable.Column> headings = columns.stream()
                .map(column -> column.heading(messages.say(column.title(kind)), messages.language()))
                .toList();
        List<List<ChartTable.Cell>> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            lines.add(columns.stream()
                    .map(column -> column.cell(row, survey, messages.language()))
                    .toList());
        }
        return new ChartTable("", headings, lines);
    }
}
