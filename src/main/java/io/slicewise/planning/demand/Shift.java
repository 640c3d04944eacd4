package io.slicewise.planning.demand;

import java.util.Locale;

/** When instances are wanted. */
public enum Shift {
    /** By day and by night. */
    ALWAYS,
    DAY,
    NIGHT;

    /** How files write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether what is wanted then is wanted in a turn, which is {@link #DAY} or {@link #NIGHT}. */
    public boolean isIn(Shift turn) {
        return this == ALWAYS || this == turn;
    }
}
