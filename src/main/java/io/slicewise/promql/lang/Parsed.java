package io.slicewise.promql.lang;

import io.slicewise.text.Text;

/** What came out of parsing a query. */
public sealed interface Parsed {
    /** A query. */
    record Query(Expr expr) implements Parsed {}

    /**
     * Something that is no query.
     *
     * @param why what was expected or found
     * @param line from 1
     * @param column from 1
     */
    record Failure(Text why, int line, int column) implements Parsed {
        /** The reason with its place. */
        public Text text() {
            return Text.of("promql.syntax.at", line, column, why);
        }
    }
}
