package io.slicewise.snapshot.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits CSV into rows of cells: a {@code sep=} line, a byte order mark, commas, semicolons or tabs, quotes with line
 * breaks in them. Nothing in a text makes it throw; memory is bounded by a row.
 */
public final class CsvRows {
    /** A cell with a quote that is never closed would take the rest of the file otherwise. */
    static final int LONGEST_CELL = 1 << 16;

    private static final int MOST_CELLS = 100_000;
    private static final String SEPARATORS = ",;\t";

    private final LongLines in;
    private final char separator;
    private final Deque<String> pending = new ArrayDeque<>();

    /** Rows that were looked at and are still to be read. */
    private final Deque<Row> ahead = new ArrayDeque<>();

    /** The line that is being split. */
    private String text = "";

    private record Row(List<String> cells, long line, boolean unclosed) {}

    private long line;
    private long rowLine;
    private boolean unclosed;

    /**
     * @param in the text; stays open
     */
    public CsvRows(Reader in) throws IOException {
        this.in = new LongLines(in);
        String first = nextLine();
        if (first != null && first.startsWith("\uFEFF")) {
            first = first.substring(1);
        }
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        if (first == null) {
            separator = ',';
            return;
        }
        char named = named(first);
        separator = named == 0 ? mostFrequent(first) : named;
        if (named == 0) {
            pending.push(first);
            line--;
        }
    }

    /** What separates the cells. */
    public char separator() {
        return separator;
    }

    /** The line in which the row began that was read last, from 1. */
    public long rowLine() {
        return rowLine;
    }

    /** Whether the row that was read last has a quote that was not closed where it should have been. */
    public boolean unclosed() {
        return unclosed;
    }

    /** The next rows that are not empty, fewer at the end; they are still to be read. */
    public List<List<String>> peek(int count) throws IOException {
        while (ahead.size() < count) {
            List<String> cells = read();
            if (cells == null) {
                break;
            }
            ahead.add(new Row(cells, rowLine, unclosed));
        }
        return ahead.stream().limit(count).map(Row::cells).toList();
    }

    /** The next row that is not empty; {@code null} at the end. */
    public @Nullable List<String> next() throws IOException {
        Row row = ahead.poll();
        if (row == null) {
            return read();
        }
        rowLine = row.line();
        unclosed = row.unclosed();
        return row.cells();
    }

    private @Nullable List<String> read() throws IOException {
        String first = nextLine();
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        rowLine = line;
        unclosed = false;
        return split(first);
    }

    private List<String> split(String first) throws IOException {
        List<String> cells = new ArrayList<>();
        text = first;
        int at = 0;
        while (at <= text.length() && cells.size() < MOST_CELLS) {
            int end;
            if (at < text.length() && text.charAt(at) == '"') {
                StringBuilder cell = new StringBuilder();
                // not in one expression: reading the cell can change the line
                int behind = quoted(at + 1, cell);
                end = text.indexOf(separator, behind);
                cells.add(cell.toString());
            } else {
                end = text.indexOf(separator, at);
                cells.add(text.substring(at, end < 0 ? text.length() : end).strip());
            }
            at = end < 0 ? text.length() + 1 : end + 1;
        }
        return cells;
    }

    /**
     * Reads a quoted cell, over line breaks where it has some; where it ends in {@link #text}. A quote that no one
     * closes ends with its line, and the lines after it are read as rows.
     */
    private int quoted(int from, StringBuilder cell) throws IOException {
        List<String> taken = new ArrayList<>();
        String opened = text;
        int openedLength = -1;
        int at = from;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote >= 0 && quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                cell.append(text, at, quote + 1);
                at = quote + 2;
            } else if (quote >= 0) {
                cell.append(text, at, quote);
                return quote + 1;
            } else {
                cell.append(text, at, text.length());
                openedLength = openedLength < 0 ? cell.length() : openedLength;
                String more = cell.length() > LONGEST_CELL ? null : nextLine();
                if (more == null) {
                    cell.setLength(openedLength);
                    giveBack(taken);
                    text = opened;
                    unclosed = true;
                    return text.length();
                }
                taken.add(more);
                cell.append('\n');
                text = more;
                at = 0;
            }
        }
    }

    private void giveBack(List<String> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            pending.push(taken.get(i));
            line--;
        }
    }

    private @Nullable String nextLine() throws IOException {
        String next = pending.isEmpty() ? in.read() : pending.pop();
        line += next == null ? 0 : 1;
        return next;
    }

    private static char named(String text) {
        String plain = text.strip().replace("\"", "");
        boolean names = plain.length() == 5 && plain.regionMatches(true, 0, "sep=", 0, 4);
        return names || text.equalsIgnoreCase("sep=\t") ? text.replace("\"", "").charAt(4) : 0;
    }

    /** What stands most often outside of quotes; the comma where nothing does. */
    private static char mostFrequent(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            int which = SEPARATORS.indexOf(c);
            if (which >= 0 && !quoted) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }
}
