package io.slicewise.report.xlsx;

/**
 * The names of the ranges of one document's sheets, and the words on them.
 *
 * @param suffix behind every name, so that two documents stand in one workbook; empty for one
 */
record Ranges(Book book, String suffix) {
    /** What a range is called in formulas. */
    String of(String name) {
        return name + suffix;
    }

    /** Gives a range its name; that comes before the formulas that use it. */
    void name(String name, String reference) {
        book.name(of(name), reference);
    }

    /** Gives the cells below a column's heading their name: of no rows one empty cell, since formulas need one. */
    void column(String name, Sheet sheet, int column, int rows) {
        name(name, sheet.range(column, 1, Math.max(1, rows)));
    }

    String say(String key, Object... args) {
        return book.words().say(key, args);
    }

    /** An empty sheet. */
    Sheet sheet(String title) {
        return book.sheet(say(title) + suffix);
    }
}
