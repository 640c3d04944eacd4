package io.slicewise.cli;

import io.slicewise.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table for a terminal: columns two spaces apart, aligned by what a character takes up there. Hangul takes two
 * cells, a combining mark none. What a cell hides is {@linkplain Visible written out}, and so has a width.
 */
final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<String[]> rows = new ArrayList<>();

    /** So far, by column. */
    private final int[] widths;

    /**
     * A column.
     *
     * @param title what stands above it
     * @param isNumber numbers stand at the right
     */
    record Column(String title, boolean isNumber) {}

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
        widths = columns.stream().mapToInt(column -> width(column.title())).toArray();
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
        String[] row = new String[cells.size()];
        for (int c = 0; c < row.length; c++) {
            row[c] = Visible.line(cells.get(c));
            widths[c] = Math.max(widths[c], width(row[c]));
        }
        rows.add(row);
    }

    /** The lines, the titles first, without spaces at their ends. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(rows.size() + 1);
        print(lines::add);
        return lines;
    }

    /** Hands on the lines, one after the other. */
    void print(Consumer<String> to) {
        to.accept(line(columns.stream().map(Column::title).toArray(String[]::new)));
        for (String[] row : rows) {
            to.accept(line(row));
        }
    }

    private String line(String[] row) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < row.length; c++) {
            if (c > 0) {
                line.append(GAP);
            }
            int space = widths[c] - width(row[c]);
            if (columns.get(c).isNumber()) {
                line.repeat(' ', space).append(row[c]);
            } else {
                line.append(row[c]).repeat(' ', space);
            }
        }
        return line.toString().stripTrailing();
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
