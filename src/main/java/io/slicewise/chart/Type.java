package io.slicewise.chart;

/**
 * Type sizes and margins for a size of chart, in pixels.
 *
 * @param title of the title
 * @param body of the subtitle and the sentence for no data
 * @param small of ticks, names and notes
 * @param value of figures at the marks
 * @param margin around everything
 */
record Type(double title, double body, double small, double value, double margin) {
    static Type forSize(double width, double height) {
        if (width < 340 || height < 220) {
            return new Type(13, 11, 10, 10.5, 10);
        }
        return new Type(15, 12.5, 11, 12, 16);
    }

    /** The height of a line of this size. */
    static double line(double size) {
        return Math.ceil(size * 1.35);
    }

    /** The distance from the middle of a line of capitals and digits down to its baseline. */
    static double middle(double size) {
        return size * Mark.Label.CAP_HEIGHT / 2;
    }
}
