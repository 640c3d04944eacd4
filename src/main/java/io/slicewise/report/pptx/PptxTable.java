package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Kind;
import io.slicewise.page.Block.Table;
import io.slicewise.report.ColumnWidths;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTable;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGraphicalObjectFrame;

/** A table that can be edited; a long one goes on on the next slide, with its header. */
final class PptxTable {
    private static final double PAD_X = 8;
    private static final double PAD_Y = 4;
    private static final double WIDEST_NAME = 0.34;
    private static final double WIDEST_WORD = 0.18;

    private final Deck deck;
    private final Table table;
    private double[] widths;

    /** A table that leaves room on its slide is written large. */
    private double size = Type.BODY.size();

    private PptxTable(Deck deck, Table table) {
        this.deck = deck;
        this.table = table;
        this.widths = widths();
        if (high(table.rows()) > deck.room()) {
            size = Type.CELL.size();
            widths = widths();
        }
    }

    static void draw(Deck deck, Table table) {
        new PptxTable(deck, table).draw();
    }

    /** How high a table is that is written as small as it may be, with its caption. */
    static double high(Deck deck, Table table) {
        PptxTable small = new PptxTable(deck, table);
        small.size = Type.CELL.size();
        small.widths = small.widths();
        return small.high(table.rows()) + (table.caption().isEmpty() ? 0 : Type.STRONG.pitch() + 4);
    }

    private Type type(Column column) {
        Type cell = Type.CELL.of(size);
        Type type = column.kind() == Kind.NAME ? cell.heavy() : cell;
        return column.role() == null ? type : type.in(column.role());
    }

    private double[] widths() {
        double[] wanted = new double[table.columns().size()];
        double[] least = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            Column column = table.columns().get(i);
            double cells = 0;
            double words = 0;
            for (List<String> row : table.rows()) {
                cells = Math.max(cells, deck.lines(type(column)).natural(row.get(i)));
                words = Math.max(words, deck.lines(type(column)).widestWord(row.get(i)));
            }
            double kept = column.kind() == Kind.NUMBER ? cells : Math.min(WIDEST_WORD * Deck.ROOM, words);
            wanted[i] = 2 * PAD_X + Math.max(deck.lines(Type.SMALL).natural(column.title()), cells);
            least[i] = 2 * PAD_X + Math.max(deck.lines(Type.SMALL).widestWord(column.title()), kept);
            if (column.kind() == Kind.NAME) {
                wanted[i] = Math.max(least[i], Math.min(wanted[i], WIDEST_NAME * Deck.ROOM));
            }
        }
        return ColumnWidths.fit(wanted, least, Deck.ROOM);
    }

    private void draw() {
        if (!table.caption().isEmpty()) {
            deck.need(90);
            deck.flow(table.caption(), Type.STRONG, Deck.LEFT, Deck.ROOM);
            deck.skip(4);
        }
        List<List<String>> rest = table.rows();
        do {
            // a table without rows still has its titles
            int fit = Math.min(rest.size(), fit(rest));
            // a row by itself on a slide looks forgotten
            fit = rest.size() - fit == 1 && fit > 2 ? fit - 1 : fit;
            part(rest.subList(0, fit));
            rest = rest.subList(fit, rest.size());
            if (!rest.isEmpty()) {
                deck.leave();
            }
        } while (!rest.isEmpty());
    }

    /** How many rows fit here; where not even two do, as many as on a slide of their own. */
    private int fit(List<List<String>> rows) {
        int here = count(rows, deck.room());
        if (here >= Math.min(2, rows.size()) || deck.isAtTop()) {
            return Math.max(1, here);
        }
        deck.leave();
        return Math.max(1, count(rows, deck.room()));
    }

    private int count(List<List<String>> rows, double room) {
        double left = room - headerHeight();
        int count = 0;
        while (count < rows.size() && (left -= height(rows.get(count))) >= 0) {
            count++;
        }
        return Math.min(count, rows.size());
    }

    private double headerHeight() {
        double most = 0;
        for (int i = 0; i < widths.length; i++) {
            most = Math.max(most, deck.height(table.columns().get(i).title(), Type.SMALL, widths[i] - 2 * PAD_X));
        }
        return most + 2 * PAD_Y;
    }

    private double height(List<String> row) {
        double most = 0;
        for (int i = 0; i < widths.length; i++) {
            most = Math.max(most, deck.height(row.get(i), type(table.columns().get(i)), widths[i] - 2 * PAD_X));
        }
        return most + 2 * PAD_Y;
    }

    private double high(List<List<String>> rows) {
        return headerHeight() + rows.stream().mapToDouble(this::height).sum();
    }

    private void part(List<List<String>> rows) {
        XSLFTable made = deck.slide().createTable();
        double high = headerHeight();
        List<String> titles = table.columns().stream().map(Column::title).toList();
        row(made, titles, headerHeight(), true);
        for (List<String> row : rows) {
            row(made, row, height(row), false);
            high += height(row);
        }
        for (int i = 0; i < widths.length; i++) {
            made.setColumnWidth(i, widths[i]);
        }
        // a reader's program says the first row again with each cell
        CTTable own = made.getCTTable();
        (own.getTblPr() == null ? own.addNewTblPr() : own.getTblPr()).setFirstRow(true);
        String about = table.caption().isEmpty() ? deck.title() : table.caption();
        ((CTGraphicalObjectFrame) made.getXmlObject())
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(about);
        made.setAnchor(new Rectangle2D.Double(Deck.LEFT, deck.y(), Deck.ROOM, high));
        deck.skip(high);
    }

    private void row(XSLFTable made, List<String> cells, double high, boolean header) {
        XSLFTableRow row = made.addRow();
        row.setHeight(high);
        for (int i = 0; i < cells.size(); i++) {
            Column column = table.columns().get(i);
            Type type = header ? Type.SMALL : type(column);
            if (header && column.role() != null) {
                type = type.in(column.role());
            }
            cell(row.addCell(), cells.get(i), type, column.kind(), header, i == 0);
        }
    }

    private void cell(XSLFTableCell cell, String words, Type type, Kind kind, boolean header, boolean first) {
        cell.setLeftInset(first ? 0 : PAD_X);
        cell.setRightInset(PAD_X);
        cell.setTopInset(PAD_Y);
        cell.setBottomInset(PAD_Y);
        cell.setVerticalAlignment(header ? VerticalAlignment.BOTTOM : VerticalAlignment.TOP);
        cell.setBorderColor(BorderEdge.bottom, Deck.color(header ? ColorRole.AXIS : ColorRole.GRID));
        cell.setBorderWidth(BorderEdge.bottom, header ? 1 : 0.75);
        for (String line : words.split("\n", -1)) {
            XSLFTextParagraph paragraph = cell.addNewTextParagraph();
            paragraph.setTextAlign(kind == Kind.NUMBER ? TextAlign.RIGHT : TextAlign.LEFT);
            deck.run(paragraph, line, type);
        }
    }
}
