package io.slicewise.chart;

/**
 * What a colour stands for. A drawing names roles; a {@link Palette} says which colour that is in light, dark or
 * presentation.
 */
public enum ColorRole {
    /** The plain mean over instances, everywhere in the product. */
    INSTANCE_AVERAGE,
    /** The mean weighted by size, everywhere in the product. */
    WEIGHTED,
    /** The figure of the whole device, everywhere in the product. */
    WHOLE_GPU,
    /** A step upwards; always with a plus sign beside it. */
    POSITIVE,
    /** A step downwards; always hatched and with a minus sign beside it. */
    NEGATIVE,
    /** A step or mark that is neither good nor bad. */
    NEUTRAL,
    /** A limit that cannot be passed. */
    CEILING,
    /** What the pointer or the keyboard is at, and the marker of the present value. */
    ACCENT,
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6,
    SERIES_7,
    SERIES_8,
    /** The line that bars stand on. */
    AXIS,
    /** Thin lines behind the marks; decoration, so without a demand on contrast. */
    GRID,
    TEXT,
    TEXT_MUTED,
    /** What everything is drawn on. */
    SURFACE;

    private static final ColorRole[] SERIES = {
        SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6, SERIES_7, SERIES_8
    };

    /** The colour of the {@code index}-th series without a meaning of its own; after eight they begin again. */
    public static ColorRole series(int index) {
        return SERIES[Math.floorMod(index, SERIES.length)];
    }
}
