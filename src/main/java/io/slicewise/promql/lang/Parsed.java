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
     * @param part how that which was not read begins; empty at the end of the query
     */
    record Failure(Text why, int line, int column, String part) implements Parsed {
        /** The reason with its place. */
        public Text text() {
            return part.isEmpty()
                    ? Text.of("promql.syntax.at", line, column, why)
                    : Text.of("promql.syntax.atPart", line, column, why, part);
        }
    }
}
