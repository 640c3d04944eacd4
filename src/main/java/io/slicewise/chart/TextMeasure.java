package io.slicewise.chart;

/** How wide words will be where they are painted. */
@FunctionalInterface
public interface TextMeasure {
    /** How heavy letters are. */
    enum Weight {
        REGULAR,
        SEMIBOLD
    }

    /**
     * The width of a line of text in pixels.
     *
     * @param text one line
     * @param size the height of the type in pixels
     * @param weight how heavy it is
     */
    double width(String text, double size, Weight weight);
}
