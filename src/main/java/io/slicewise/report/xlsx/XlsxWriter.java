package io.slicewise.report.xlsx;

import io.slicewise.chart.ChartTable;
import io.slicewise.page.Subject;
import io.slicewise.report.Report;
import io.slicewise.report.xlsx.Book.Look;
import io.slicewise.text.Messages;
import java.util.List;

/** Writes a workbook: of a report with live formulas, of a table with its numbers. */
public final class XlsxWriter {
    private XlsxWriter() {}

    /**
     * A workbook of the documents that a report is about: for each a summary, its instances, GPUs and rates, and the plan where it
     * has one.
     */
    public static byte[] write(Report report) {
        Book book = new Book(Messages.in(report.language()));
        List<Subject> subjects = report.subjects();
        for (int i = 0; i < subjects.size(); i++) {
            new FigureSheets(book, subjects.get(i), i == 0 ? "" : "_" + (i + 1)).write();
        }
        PlanSheet.write(book, subjects.getFirst());
        return book.bytes();
    }

    /** A workbook with one sheet of a table: its numbers with all their digits. */
    public static byte[] write(ChartTable table, Messages words) {
        Book book = new Book(words);
        Sheet sheet = book.sheet(table.title().isBlank() ? words.say("xlsx.sheet.table") : table.title());
        sheet.header(table.columns().stream().map(ChartTable.Column::heading).toList());
        for (List<ChartTable.Cell> cells : table.rows()) {
            Sheet.Row row = sheet.row();
            for (int i = 0; i < cells.size(); i++) {
                switch (cells.get(i)) {
                    case ChartTable.Name name -> row.text(i, name.words());
                    case ChartTable.Figure figure -> row.number(i, figure.value(), Look.PLAIN);
                }
            }
        }
        return book.bytes();
    }
}
