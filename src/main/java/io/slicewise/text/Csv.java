package io.slicewise.text;

/** Cells of comma-separated values, as RFC 4180 has them. */
public final class Csv {
    private Csv() {}

    /** A text: in quotes where it holds a comma, a quote or the end of a line. */
    public static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A number with all its digits; {@code NaN} is an empty cell. */
    public static String cell(double number) {
        return Double.isNaN(number) ? "" : Double.toString(Numbers.clean(number));
    }
}
