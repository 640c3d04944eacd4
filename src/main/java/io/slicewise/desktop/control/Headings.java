package io.slicewise.desktop.control;

/** How wide a column must be for its heading to be read, whatever language it is in. */
public final class Headings {
    /** Padding at both sides and the arrow that shows the order, in ems. */
    private static final double BESIDE = 2.1;

    /** Widths of bold letters, in ems. */
    private static final double SMALL = 0.56;

    /** Of letters that are hardly more than a stroke. */
    private static final double NARROW = 0.34;

    private static final String STROKES = " ()/.,:;|!'ijlI1";

    private static final double CAPITAL = 0.69;
    private static final double FULL = 0.95;

    private Headings() {}

    /**
     * The least width in ems, the height of the type.
     *
     * @param heading one line
     */
    public static double ems(String heading) {
        return BESIDE + heading.codePoints().mapToDouble(Headings::letter).sum();
    }

    private static double letter(int letter) {
        if (Character.isIdeographic(letter) || Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL) {
            return FULL;
        }
        if (STROKES.indexOf(letter) >= 0) {
            return NARROW;
        }
        return Character.isUpperCase(letter) ? CAPITAL : SMALL;
    }
}
