package io.slicewise.report.xlsx;

import io.slicewise.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that is being made: its styles, its words, and the names of its ranges. */
final class Book {
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Look, CellStyle> styles = new EnumMap<>(Look.class);
    private final Messages words;

    /** What a cell looks like. */
    enum Look {
        PLAIN("General"),
        HEADER("General"),
        TITLE("General"),
        /** An input that is a number. */
        INPUT("General"),
        /** An input that is a ratio. */
        INPUT_PERCENT("0.0%"),
        PERCENT("0.0%"),
        POINTS("+0.00%;-0.00%;0.00%"),
        NUMBER("#,##0.####"),
        MONEY("#,##0.00");

        private final String format;

        Look(String format) {
            this.format = format;
        }

        private boolean isInput() {
            return this == INPUT || this == INPUT_PERCENT;
        }
    }

    Book(Messages words) {
        this.words = words;
    }

    Messages words() {
        return words;
    }

    Sheet sheet(String name) {
        return new Sheet(this, workbook.createSheet(WorkbookUtil.createSafeSheetName(name)));
    }

    /** Gives a range a name that formulas and people can use. */
    void name(String name, String reference) {
        Name range = workbook.createName();
        range.setNameName(name);
        range.setRefersToFormula(reference);
    }

    CellStyle style(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private CellStyle make(Look look) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format));
        if (look.isInput()) {
            style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look == Look.HEADER || look == Look.TITLE) {
            XSSFFont font = workbook.createFont();
            font.setBold(true);
            style.setFont(font);
            style.setWrapText(look == Look.HEADER);
        }
        return style;
    }

    /** Its bytes. A spreadsheet works everything out when it opens it. */
    byte[] bytes() {
        workbook.setForceFormulaRecalculation(true);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
