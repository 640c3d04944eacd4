package io.slicewise.report.xlsx;

import io.slicewise.chart.ChartTable;
import io.slicewise.chart.ChartTable.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook of one table, written row by row, so that a month of it takes no more memory than an hour. */
final class TableBook {
    private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows() - 1;
    private static final int WINDOW = 200;
    private static final int WIDTH = 256 * 18;

    private TableBook() {}

    /** @param name of the sheet, where the table has no title */
    static byte[] write(ChartTable table, String name) {
        String title = table.title().isBlank() ? name : table.title();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle bold = bold(workbook);
            List<List<Cell>> rows = table.rows();
            int from = 0;
            do {
                // a sheet holds a million rows; what is more goes on in the next
                String called = from == 0 ? title : title + " " + (from / MOST_ROWS + 1);
                Sheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(called));
                header(sheet, table.columns(), bold);
                List<List<Cell>> here = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
                for (int i = 0; i < here.size(); i++) {
                    write(sheet.createRow(i + 1), here.get(i));
                }
                from += MOST_ROWS;
            } while (from < rows.size());
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CellStyle bold(SXSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        style.setFont(font);
        return style;
    }

    private static void header(Sheet sheet, List<ChartTable.Column> columns, CellStyle bold) {
        Row row = sheet.createRow(0);
        for (int i = 0; i < columns.size(); i++) {
            row.createCell(i).setCellValue(columns.get(i).heading());
            row.getCell(i).setCellStyle(bold);
            sheet.setColumnWidth(i, WIDTH);
        }
        sheet.createFreezePane(0, 1);
    }

    /** Figures in the unit that the heading names, with all their digits. */
    private static void write(Row row, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case ChartTable.Name name -> row.createCell(i).setCellValue(name.words());
                case ChartTable.Figure figure -> {
                    String exact = figure.unit().exact(figure.value());
                    if (!exact.isEmpty()) {
                        row.createCell(i).setCellValue(Double.parseDouble(exact));
                    }
                }
            }
        }
    }
}
