package io.slicewise.report.pptx;

import io.slicewise.chart.ColorRole;
import io.slicewise.chart.TextMeasure.Weight;

/**
 * How text looks on a slide.
 *
 * @param size in points
 * @param bold whether it is bold
 * @param role its colour
 */
record Type(double size, boolean bold, ColorRole role) {
    static final Type TITLE = new Type(28, true, ColorRole.TEXT);
    static final Type LEAD = new Type(20, false, ColorRole.TEXT);
    static final Type BODY = new Type(15, false, ColorRole.TEXT);
    static final Type STRONG = new Type(15, true, ColorRole.TEXT);
    static final Type NOTE = new Type(12, false, ColorRole.TEXT_MUTED);
    static final Type SMALL = new Type(12, true, ColorRole.TEXT_MUTED);
    static final Type CELL = new Type(12.5, false, ColorRole.TEXT);
    static final Type CODE = new Type(10, false, ColorRole.TEXT);

    /** From line to line, as a part of the size. */
    private static final double PITCH = 1.32;

    Type in(ColorRole newRole) {
        return new Type(size, bold, newRole);
    }

    Type of(double newSize) {
        return new Type(newSize, bold, role);
    }

    Type heavy() {
        return new Type(size, true, role);
    }

    double pitch() {
        return size * PITCH;
    }

    Weight weight() {
        return bold ? Weight.SEMIBOLD : Weight.REGULAR;
    }
}
