package io.slicewise.chart;

/** How a bar is filled, so that bars can be told apart without their colour. */
public enum Pattern {
    /** All of it in the colour. */
    SOLID,
    /** Slanted lines on a tint of the colour. */
    HATCHED,
    /** An outline around a tint of the colour. */
    HOLLOW
}
