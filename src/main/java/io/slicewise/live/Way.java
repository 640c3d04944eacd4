package io.slicewise.live;

/** Who computes the figures. */
public enum Way {
    /** This program up to {@link LiveReader#MOST_SERIES} series, the server above. */
    AUTOMATIC,
    /** This program, from every series. */
    SERIES,
    /** The server; only sums travel. */
    SUMS
}
