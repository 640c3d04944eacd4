package io.slicewise.promql.lang;

/**
 * A piece of a query.
 *
 * @param kind what it is
 * @param text what it says: a name or sign as written, a string without quotes and escapes
 * @param number the value of a number, the milliseconds of a duration
 * @param start where it begins in the query
 */
record Token(Kind kind, String text, double number, int start) {
    enum Kind {
        NAME,
        VARIABLE,
        NUMBER,
        DURATION,
        STRING,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }
}
