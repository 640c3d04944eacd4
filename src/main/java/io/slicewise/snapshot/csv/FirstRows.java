package io.slicewise.snapshot.csv;

import java.util.List;
import java.util.function.Predicate;

/**
 * The first rows below a heading, which tell what columns are where their names leave it open. Several of them: a flaw in
 * one row must not change what the others are read as.
 *
 * @param rows their cells; none where there is nothing below the heading
 */
record FirstRows(List<List<String>> rows) {
    /** So many are looked at. */
    static final int COUNT = 32;

    FirstRows {
        rows = List.copyOf(rows);
    }

    /** Whether at least half of the cells of a column are so, of those that say something; not where none does. */
    boolean mostly(int column, Predicate<String> so) {
        List<String> said = said(column);
        return !said.isEmpty() && 2 * said.stream().filter(so).count() >= said.size();
    }

    /** Whether a cell of a column is so. */
    boolean any(int column, Predicate<String> so) {
        return said(column).stream().anyMatch(so);
    }

    /** Whether a column says nothing. */
    boolean isEmpty(int column) {
        return said(column).isEmpty();
    }

    private List<String> said(int column) {
        return rows.stream()
                .map(row -> Header.cell(row, column).strip())
                .filter(cell -> Cell.of(cell).kind() != Cell.Kind.EMPTY)
                .toList();
    }
}
