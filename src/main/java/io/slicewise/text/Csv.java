package io.slicewise.text;

/** Cells of comma-separated values, as RFC 4180 has them. */
public final class Csv {
    /** What a formula begins with, in full width too: East Asian editions of spreadsheets take both. */
    private static final String BEFORE_FORMULAS = "=+-@\t\r＝＋－＠";

    private Csv() {}

    /** Whether a spreadsheet would run a text as a formula. */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && BEFORE_FORMULAS.indexOf(text.charAt(0)) >= 0;
    }

    /** A name from elsewhere: behind an apostrophe where a spreadsheet would run it. */
    public static String name(String name) {
        return cell(isFormula(name) ? "'" + name : name);
    }

    /** A text: in quotes where it holds a comma, a quote or the end of a line. */
    public static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A number with all its digits; {@code NaN} is an empty cell. */
    public static String cell(double number) {
        return Double.isNaN(number) ? "" : Double.toString(Numbers.clean(number));
    }
}
