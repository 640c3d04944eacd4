package io.slicewise.report.xlsx;

import io.slicewise.chart.ChartTable;
import io.slicewise.page.Subject;
import io.slicewise.report.Report;
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
            FigureSheets.write(book, subjects.get(i), i == 0 ? "" : "_" + (i + 1));
        }
        PlanSheet.write(book, subjects.getFirst());
        return book.bytes();
    }

    /** A workbook of a table: its numbers with all their digits. */
    public static byte[] write(ChartTable table, Messages words) {
        return TableBook.write(table, words.say("xlsx.sheet.table"));
    }
}
