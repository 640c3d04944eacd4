package io.slicewise.cli;

import io.slicewise.text.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A table for a terminal: columns two spaces apart, aligned by what a character takes up there. Hangul takes two
 * cells, a combining mark none. What a cell hides is {@linkplain Visible written out}, and so has a width.
 */
final class TextTable {
    private static final String GAP = "  ";

    /** So many rows are made at a time. */
    private static final int PART = 512;

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    /** So far, by column. */
    private final int[] widths;

    /**
     * A column.
     *
     * @param title what stands above it
     * @param isNumber numbers stand at the right
     */
    record Column(String title, boolean isNumber) {}

    /** A row as it is printed: what can be seen of each cell, and what that takes up. */
    private static final class Row {
        private final String[] cells;
        private final int[] widths;

        Row(List<String> texts) {
            cells = new String[texts.size()];
            widths = new int[cells.length];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = Visible.line(texts.get(c));
                widths[c] = width(cells[c]);
            }
        }
    }

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
        row(new Row(cells));
    }

    private void row(Row row) {
        if (row.cells.length != columns.size()) {
            throw new IllegalArgumentException(row.cells.length + " cells for " + columns.size() + " columns");
        }
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.max(widths[c], row.widths[c]);
        }
        rows.add(row);
    }

    /** Many rows, made on all cores; they stand as if each had been made after the other. */
    void rows(int count, IntFunction<List<String>> cells) {
        Parts.inOrder(
                0,
                count,
                PART,
                (from, to) -> IntStream.range(from, to)
                        .mapToObj(i -> new Row(cells.apply(i)))
                        .toList(),
                part -> part.forEach(this::row));
    }

    /** The lines, the titles first, without spaces at their ends. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(rows.size() + 1);
        print(lines::add);
        return lines;
    }

    /** Hands on the lines, one after the other. */
    void print(Consumer<String> to) {
        to.accept(line(new Row(columns.stream().map(Column::title).toList())));
        Parts.inOrder(
                0,
                rows.size(),
                PART,
                (from, end) -> rows.subList(from, end).stream().map(this::line).toList(),
                part -> part.forEach(to));
    }

    private String line(Row row) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            if (c > 0) {
                line.append(GAP);
            }
            int space = widths[c] - row.widths[c];
            if (columns.get(c).isNumber()) {
                line.repeat(' ', space).append(row.cells[c]);
            } else {
                line.append(row.cells[c]).repeat(' ', space);
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
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += cells(text.codePointAt(i));
        }
        return width;
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
