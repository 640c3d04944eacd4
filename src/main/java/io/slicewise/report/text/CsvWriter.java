package io.slicewise.report.text;

import io.slicewise.chart.ChartTable;
import io.slicewise.text.Csv;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a table of figures for a spreadsheet, with all their digits. */
public final class CsvWriter {
    /** Tells Excel that the file is UTF-8: without it Hangul is read as something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvWriter() {}

    /** Cells between commas. */
    public static String csv(ChartTable table) {
        return table.toTsv()
                .lines()
                .map(line -> Arrays.stream(line.split("\t", -1)).map(Csv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    /** Cells between tabs. */
    public static String tsv(ChartTable table) {
        return table.toTsv();
    }
}
