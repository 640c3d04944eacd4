package io.slicewise.cli;

import io.slicewise.text.Visible;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal: columns two spaces apart, aligned by what a character takes up there. Hangul takes two
 * cells, a combining mark none. What a cell hides is {@linkplain Visible written out}, and so has a width.
 */
final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param title what stands above it
     * @param isNumber numbers stand at the right
     */
    record Column(String title, boolean isNumber) {}

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    static Column text(String title) {
        return new Column(title, false);
    }

    static Column number(String title) {
        return new Column(title, true);
    }

    void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(cells.stream().map(Visible::line).toList());
    }

    /** The lines, the titles first, without spaces at their ends. */
    List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Column::title).toList());
        all.addAll(rows);
        int[] widths = new int[columns.size()];
        for (List<String> row : all) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns.size(); c++) {
                String space = " ".repeat(widths[c] - width(row.get(c)));
                line.append(c == 0 ? "" : GAP)
                        .append(columns.get(c).isNumber() ? space + row.get(c) : row.get(c) + space);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** How many cells of a terminal a text takes up. */
    static int width(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return uneven(text);
            }
        }
        return text.length();
    }

    private static int uneven(String text) {
        return text.codePoints().map(TextTable::cells).sum();
    }

    private static int cells(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    /** The blocks of Unicode's East Asian Width W and F that a name can hold. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
                        || (c >= 0xa960 && c <= 0xa97f)
                        || (c >= 0xac00 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xfe30 && c <= 0xfe6f)
                        || (c >= 0xff00 && c <= 0xff60)
                        || (c >= 0xffe0 && c <= 0xffe6)
                        || (c >= 0x1f300 && c <= 0x1faff)
                        || (c >= 0x20000 && c <= 0x3fffd));
    }
}
