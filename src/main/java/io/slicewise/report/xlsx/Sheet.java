package io.slicewise.report.xlsx;

import io.slicewise.report.xlsx.Book.Look;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A sheet that is being filled, row by row. Rows and columns count from 0. */
final class Sheet {
    private static final int CHARACTER = 256;
    private static final int WIDEST = 60;

    private final Book book;
    private final XSSFSheet sheet;
    private int next;

    Sheet(Book book, XSSFSheet sheet) {
        this.book = book;
        this.sheet = sheet;
        // printed, a sheet is as wide as one page
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** The row that comes next. */
    int next() {
        return next;
    }

    /** A row of titles that stays in sight. */
    void header(List<String> titles) {
        Row row = row();
        for (int i = 0; i < titles.size(); i++) {
            row.text(i, titles.get(i), Look.HEADER);
            sheet.setColumnWidth(i, CHARACTER * Math.clamp(titles.get(i).length() + 4, 12, 24));
        }
        sheet.createFreezePane(0, next);
        sheet.setRepeatingRows(new CellRangeAddress(next - 1, next - 1, -1, -1));
    }

    void width(int column, int characters) {
        sheet.setColumnWidth(column, CHARACTER * Math.min(characters, WIDEST));
    }

    Row row() {
        return new Row(sheet.createRow(next++));
    }

    void gap() {
        next++;
    }

    /** Cells of a column, as formulas name them: {@code 'GPUs'!$A$2:$A$9}. */
    String range(int column, int from, int to) {
        String letter = CellReference.convertNumToColString(column);
        return "'" + sheet.getSheetName() + "'!$" + letter + "$" + (from + 1) + ":$" + letter + "$" + (to + 1);
    }

    /** One cell, as formulas name it. */
    String cell(int column, int row) {
        return "'" + sheet.getSheetName() + "'!$" + CellReference.convertNumToColString(column) + "$" + (row + 1);
    }

    /** A row that is being filled. */
    final class Row {
        private final XSSFRow row;

        private Row(XSSFRow row) {
            this.row = row;
        }

        int index() {
            return row.getRowNum();
        }

        /** A cell of this row, as its own formulas name it: {@code K7}. */
        String at(int column) {
            return CellReference.convertNumToColString(column) + (row.getRowNum() + 1);
        }

        void text(int column, String text, Look look) {
            Cell cell = cell(column, look);
            cell.setCellValue(text);
        }

        void text(int column, String text) {
            text(column, text, Look.PLAIN);
        }

        /** A number; nothing is written of one that is not known. */
        void number(int column, double number, Look look) {
            Cell cell = cell(column, look);
            if (!Double.isNaN(number)) {
                cell.setCellValue(number);
            }
        }

        void formula(int column, String formula, Look look) {
            cell(column, look).setCellFormula(formula);
        }

        private Cell cell(int column, Look look) {
            Cell cell = row.createCell(column);
            cell.setCellStyle(book.style(look));
            return cell;
        }
    }
}
