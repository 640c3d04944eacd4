package io.slicewise.promql.lang;

import io.slicewise.text.Text;

/** A query that is none; never leaves this package. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text why;
    private final int at;

    SyntaxException(Text why, int at) {
        super(why.key(), null, false, false);
        this.why = why;
        this.at = at;
    }

    Text why() {
        return why;
    }

    int at() {
        return at;
    }
}
